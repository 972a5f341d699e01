import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';

interface Props {
  onKeepMine(): void;
  onTakeTheirs(): void;
}

/** What is on this device was written on an older revision: which of the two goes on. */
export function StaleNotice({ onKeepMine, onTakeTheirs }: Props) {
  return (
    <View className="minutes-editor__stale">
      <Text>这台设备上有您没保存的内容，但纪要后来又有人改过。请选用哪一份：</Text>
      <View className="minutes-editor__choice">
        <Button kind="secondary" text="用最新的，放弃我的" onPress={onTakeTheirs} />
        <Button kind="secondary" text="用我的，覆盖最新的" onPress={onKeepMine} />
      </View>
    </View>
  );
}
