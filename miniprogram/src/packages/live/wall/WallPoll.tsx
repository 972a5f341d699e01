import type { LivePoll } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { totalOf } from '@/features/live/PollBars';

/** A show of hands as bars that grow, with their numbers. */
export function WallPoll({ poll }: { poll: LivePoll }) {
  const total = totalOf(poll);
  return (
    <View className="wall__poll">
      <Text className="wall__question">{poll.question}</Text>
      {poll.options.map((option, i) => {
        const count = poll.counts[i] ?? 0;
        return (
          <View key={option} className="wall__option">
            <View className="wall__words">
              <Text>{option}</Text>
              <Text className="wall__count">{count}</Text>
            </View>
            <View className="wall__track">
              <View className="wall__bar" style={{ width: `${total === 0 ? 0 : (count / total) * 100}%` }} />
            </View>
          </View>
        );
      })}
      <Text className="wall__label">{poll.closedAt === null ? `已有 ${total} 人表态` : `共 ${total} 人表态`}</Text>
    </View>
  );
}
