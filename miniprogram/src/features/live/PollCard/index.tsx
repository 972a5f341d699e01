import type { LivePoll } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Icon } from '@/components/Icon';
import { Section } from '@/components/Section';
import { Tappable } from '@/components/Tappable';
import { cx } from '@/utils/cx';
import { PollBar, PollBars, totalOf } from '../PollBars';
import { useDeed } from '../useDeed';
import type { Live } from '../useLive';
import './index.scss';

interface Props {
  live: Live;
  poll: LivePoll;
  /** Of who chairs: closes it. */
  onClose?: () => unknown;
}

/** The show of hands that is open: large options with their numbers as they come in. */
export function PollCard({ live, poll, onClose }: Props) {
  const { me } = live.picture;
  const { act, error } = useDeed(live);
  const total = totalOf(poll);
  const mine = me?.vote?.pollId === poll.pollId ? me.vote.option : null;
  const vote = async (option: number) => {
    if (option === mine) return;
    if (await act(`polls/${poll.pollId}/votes`, { option })) live.note({ vote: { pollId: poll.pollId, option } });
  };
  return (
    <Section title="举手表态">
      <Card className="poll-card">
        <Text className="poll-card__question">{poll.question}</Text>
        {me?.canTakePart ? (
          <View
            className="poll-card__options"
            {...(process.env.TARO_ENV === 'h5' ? { role: 'radiogroup', 'aria-label': poll.question } : {})}
          >
            {poll.options.map((option, i) => (
              <Tappable
                key={option}
                role="radio"
                checked={mine === i}
                className={cx('poll-card__option', mine === i && 'poll-card__option--mine')}
                label={`${option}，${poll.counts[i] ?? 0} 票`}
                onTap={() => void vote(i)}
              >
                <View className="poll-card__mark">{mine === i && <Icon name="check" scale={0.8} />}</View>
                <PollBar option={option} count={poll.counts[i] ?? 0} total={total} />
              </Tappable>
            ))}
          </View>
        ) : (
          <PollBars poll={poll} />
        )}
        <ErrorNotice error={error} />
        <Text className="poll-card__fact">
          {`已有 ${total} 人表态。${me?.canTakePart ? '不公布谁选了什么，结束前可以改。' : ''}`}
        </Text>
        {onClose && <Button block kind="secondary" text="结束表态" onPress={onClose} />}
      </Card>
    </Section>
  );
}

/** Those that are over. */
export function PastPolls({ polls }: { polls: readonly LivePoll[] }) {
  if (polls.length === 0) return null;
  return (
    <Section title="表态结果">
      {[...polls].reverse().map((poll) => (
        <Card key={poll.pollId}>
          <Text className="poll-card__question">{poll.question}</Text>
          <PollBars poll={poll} />
          <Text className="poll-card__fact">{`共 ${totalOf(poll)} 人表态`}</Text>
        </Card>
      ))}
    </Section>
  );
}
