import { allVotes, type LivePoll, pollVotes, sayVotes } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { sayTotal } from '@/features/live/PollBars';

/** A show of hands as bars that grow, with their numbers, from phones and from the room. */
export function WallPoll({ poll }: { poll: LivePoll }) {
  const total = allVotes(poll).all;
  return (
    <View className="wall__poll">
      <Text className="wall__question">{poll.question}</Text>
      {pollVotes(poll).map((votes, i) => {
        const parts = sayVotes(votes);
        return (
          <View key={poll.options[i]} className="wall__option">
            <View className="wall__words">
              <Text>{poll.options[i]}</Text>
              <View className="wall__numbers">
                {parts && <Text className="wall__parts">{parts}</Text>}
                <Text className="wall__count">{votes.all}</Text>
              </View>
            </View>
            <View className="wall__track">
              <View className="wall__bar" style={{ width: `${total === 0 ? 0 : (votes.all / total) * 100}%` }} />
            </View>
          </View>
        );
      })}
      <Text className="wall__label">{sayTotal(poll, poll.closedAt === null ? '已有' : '共')}</Text>
    </View>
  );
}
