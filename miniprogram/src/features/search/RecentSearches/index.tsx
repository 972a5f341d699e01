import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { forgetSearches, useRecentSearches } from '../recent-searches';
import './index.scss';

/** Before anything is typed: how to search, and what was searched for on this device. */
export function RecentSearches({ onChoose }: { onChoose(words: string): void }) {
  const recent = useRecentSearches();
  return (
    <View className="recent-searches">
      <Text className="recent-searches__hint">
        写两三个字就能找，如“路灯”“曙北社区 停车”；几个词之间空一格。门牌号记不清也行，差一个数字也找得到。
      </Text>
      {recent.length > 0 && (
        <>
          <View className="recent-searches__head">
            <Text className="recent-searches__title">最近找过</Text>
            <Button reads kind="text" text="清空" label="清空最近找过的" onPress={forgetSearches} />
          </View>
          {recent.map((words) => (
            <Tappable
              key={words}
              reads
              className="recent-searches__row"
              label={`再找“${words}”`}
              onTap={() => onChoose(words)}
            >
              <Icon name="clock" scale={0.9} />
              <Text>{words}</Text>
            </Tappable>
          ))}
        </>
      )}
    </View>
  );
}
