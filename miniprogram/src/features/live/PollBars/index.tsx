import { allVotes, type LivePoll, pollVotes, sayVotes, type Votes } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import './index.scss';

/** How many chose it and what part of all that is, behind the words of an option. */
export function PollBar({ option, votes, total }: { option: string; votes: Votes; total: number }) {
  const percent = total === 0 ? 0 : Math.round((votes.all / total) * 100);
  const parts = sayVotes(votes);
  return (
    <View className="poll-bar">
      <View className="poll-bar__fill" style={{ width: `${percent}%` }} />
      <Text className="poll-bar__option">{option}</Text>
      <View className="poll-bar__numbers">
        <Text className="poll-bar__count">{`${votes.all} 人 · ${percent}%`}</Text>
        {parts && <Text className="poll-bar__parts">{parts}</Text>}
      </View>
    </View>
  );
}

/** How many have said something: 已有 20 人表态, or 手机 12，现场 8，共 20 人. */
export function sayTotal(poll: LivePoll, before: '已有' | '共'): string {
  const votes = allVotes(poll);
  const parts = sayVotes(votes);
  return parts === null ? `${before} ${votes.all} 人表态` : `${parts}，共 ${votes.all} 人`;
}

/** The options of a show of hands with their numbers. */
export function PollBars({ poll }: { poll: LivePoll }) {
  const total = allVotes(poll).all;
  return (
    <View className="poll-bars" {...(process.env.TARO_ENV === 'h5' ? { role: 'list' } : {})}>
      {pollVotes(poll).map((votes, i) => (
        <View key={poll.options[i]} {...(process.env.TARO_ENV === 'h5' ? { role: 'listitem' } : {})}>
          <PollBar option={poll.options[i] ?? ''} votes={votes} total={total} />
        </View>
      ))}
    </View>
  );
}
