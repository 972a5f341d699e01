import { OPEN_KEY_DAYS, type OpenKeyView, sayDate, startOfChinaDay } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import './index.scss';

/** How often a key was used, day by day. */
export function DaysSheet({ openKey: { holder, days }, onClose }: { openKey: OpenKeyView; onClose(): void }) {
  return (
    <Sheet open title="每天用量" onClose={onClose} footer={<Button block text="关闭" onPress={onClose} />}>
      <Text className="open-keys__fact">
        {holder}，近 {OPEN_KEY_DAYS} 天
      </Text>
      {days.map(({ day, requests }) => (
        <View key={day} className="open-keys__day">
          <Text>{sayDate(startOfChinaDay(day), Date.now())}</Text>
          <Text>{requests} 次</Text>
        </View>
      ))}
    </Sheet>
  );
}
