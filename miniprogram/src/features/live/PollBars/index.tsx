import type { LivePoll } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import './index.scss';

/** How many chose it and what part of all that is, behind the words of an option. */
export function PollBar({ option, count, total }: { option: string; count: number; total: number }) {
  const percent = total === 0 ? 0 : Math.round((count / total) * 100);
  return (
    <View className="poll-bar">
      <View className="poll-bar__fill" style={{ width: `${percent}%` }} />
      <Text className="poll-bar__option">{option}</Text>
      <Text className="poll-bar__count">{`${count} 票 · ${percent}%`}</Text>
    </View>
  );
}

export const totalOf = ({ counts }: LivePoll): number => counts.reduce((sum, count) => sum + count, 0);

/** The options of a show of hands with their numbers. */
export function PollBars({ poll }: { poll: LivePoll }) {
  const total = totalOf(poll);
  return (
    <View className="poll-bars" {...(process.env.TARO_ENV === 'h5' ? { role: 'list' } : {})}>
      {poll.options.map((option, i) => (
        <View key={option} {...(process.env.TARO_ENV === 'h5' ? { role: 'listitem' } : {})}>
          <PollBar option={option} count={poll.counts[i] ?? 0} total={total} />
        </View>
      ))}
    </View>
  );
}
