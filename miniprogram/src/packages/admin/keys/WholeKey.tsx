import type { NewOpenKey } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import { copyText } from '@/services/clipboard';
import './index.scss';

/** A new key in full, seen this once. */
export function WholeKey({ made: { holder, key }, onClose }: { made: NewOpenKey; onClose(): void }) {
  return (
    <Sheet
      open
      title="新密钥"
      onClose={onClose}
      footer={
        <>
          <Button block kind="secondary" text="复制" onPress={() => copyText(key)} />
          <Button block text="已记下" onPress={onClose} />
        </>
      }
    >
      <Text className="open-keys__fact">只显示这一次。请复制后交给{holder}，不要发到群里；丢了就停用，再发一个。</Text>
      <View className="open-keys__whole">
        <Text selectable>{key}</Text>
      </View>
    </Sheet>
  );
}
