import { allVotes, type LivePoll, pollVotes, ROOM_HANDS_TEXT, SHOW_OF_HANDS_TEXT } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { useConfirmSheet } from '@/components/ConfirmSheet/useConfirmSheet';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Icon } from '@/components/Icon';
import { Section } from '@/components/Section';
import { Tappable } from '@/components/Tappable';
import { cx } from '@/utils/cx';
import { PollBar, PollBars, sayTotal } from '../PollBars';
import { useDeed } from '../useDeed';
import type { Live } from '../useLive';
import { RoomHandsNote } from './RoomHandsNote';
import { RoomHandsSheet } from './RoomHandsSheet';
import './index.scss';

interface Props {
  live: Live;
  poll: LivePoll;
  /** Of who chairs: closes it. */
  onClose?: () => unknown;
}

/** The show of hands that is open: large options with their numbers as they come in, from phones and from the room. */
export function PollCard({ live, poll, onClose }: Props) {
  const { me } = live.picture;
  const { act, error } = useDeed(live);
  const [counting, setCounting] = useState(false);
  const { ask, sheet } = useConfirmSheet();
  const total = allVotes(poll).all;
  const mine = me?.vote?.pollId === poll.pollId ? me.vote.option : null;
  const vote = async (option: number) => {
    if (option === mine) return;
    if (await act(`polls/${poll.pollId}/votes`, { option })) live.note({ vote: { pollId: poll.pollId, option } });
  };
  const close = () =>
    ask({
      title: '结束表态',
      text: `结束后不能再表态，也不能再记或改${ROOM_HANDS_TEXT}。`,
      confirmLabel: '结束表态',
      onConfirm: async () => {
        await onClose?.();
        return {};
      },
    });
  return (
    <Section title={SHOW_OF_HANDS_TEXT}>
      <Card className="poll-card">
        <Text className="poll-card__question">{poll.question}</Text>
        {me?.canTakePart ? (
          <View
            className="poll-card__options"
            {...(process.env.TARO_ENV === 'h5' ? { role: 'radiogroup', 'aria-label': poll.question } : {})}
          >
            {pollVotes(poll).map((votes, i) => {
              const option = poll.options[i] ?? '';
              return (
                <Tappable
                  key={option}
                  role="radio"
                  checked={mine === i}
                  className={cx('poll-card__option', mine === i && 'poll-card__option--mine')}
                  label={`${option}，${votes.all} 人`}
                  onTap={() => void vote(i)}
                >
                  <View className="poll-card__mark">{mine === i && <Icon name="check" scale={0.8} />}</View>
                  <PollBar option={option} votes={votes} total={total} />
                </Tappable>
              );
            })}
          </View>
        ) : (
          <PollBars poll={poll} />
        )}
        <ErrorNotice error={error} />
        <Text className="poll-card__total">{sayTotal(poll, '已有')}</Text>
        <RoomHandsNote poll={poll} />
        {me?.canTakePart && <Text className="poll-card__fact">不公布谁选了什么，结束前可以改。</Text>}
        <View className="poll-card__buttons">
          {me?.canCountRoom && (
            <Button
              block
              kind="secondary"
              icon="edit"
              text={`${poll.room === null ? '记' : '改'}${ROOM_HANDS_TEXT}`}
              onPress={() => setCounting(true)}
            />
          )}
          {onClose && <Button block kind="secondary" text="结束表态" onPress={close} />}
        </View>
        {counting && <RoomHandsSheet live={live} poll={poll} onDone={() => setCounting(false)} />}
        {sheet}
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
          <Text className="poll-card__total">{sayTotal(poll, '共')}</Text>
          <RoomHandsNote poll={poll} />
        </Card>
      ))}
    </Section>
  );
}
