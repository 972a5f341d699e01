import { OPINION_VOTE_LABELS, type OpinionVote } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Icon, type IconName } from '@/components/Icon';
import { Skeleton } from '@/components/ListView/Skeleton';
import { ErrorBlock } from '@/components/StateBlock';
import { Tappable } from '@/components/Tappable';
import { useQueuedVotes } from '../opinion.api';
import { Finished } from './Finished';
import { LastAnswer } from './LastAnswer';
import { type Answering, useAnswering } from './useAnswering';
import './index.scss';

const CHOICES: readonly { vote: OpinionVote; icon: IconName }[] = [
  { vote: 'agree', icon: 'check' },
  { vote: 'disagree', icon: 'close' },
  { vote: 'pass', icon: 'forward' },
];

/** One statement after another, each with three large buttons. */
export function AnswerPanel({ roundId }: { roundId: string }) {
  const answering = useAnswering(roundId);
  const { hand, state, error } = answering;
  const [card] = hand.cards;

  if (!card) {
    if (state === 'none') return <Finished roundId={roundId} answering={answering} />;
    if (state === 'stuck') return <NoMoreForNow roundId={roundId} answering={answering} />;
    return <Skeleton rows={2} />;
  }
  return (
    <View className="answer-panel">
      <Progress hand={hand} />
      <View className="answer-panel__statement">
        <Text
          className="answer-panel__text"
          {...(process.env.TARO_ENV === 'h5' ? { 'aria-live': 'polite' } : { ariaLive: 'polite' })}
        >
          {card.text}
        </Text>
      </View>
      <View className="answer-panel__choices">
        {CHOICES.map(({ vote, icon }) => (
          <Tappable
            key={vote}
            className={`answer-panel__choice answer-panel__choice--${vote}`}
            label={OPINION_VOTE_LABELS[vote]}
            onTap={() => void answering.answer(vote)}
          >
            <Icon name={icon} scale={1.2} />
            <Text>{OPINION_VOTE_LABELS[vote]}</Text>
          </Tappable>
        ))}
      </View>
      <LastAnswer answering={answering} />
      {state !== 'stuck' && <ErrorNotice error={error} />}
    </View>
  );
}

function Progress({ hand }: Pick<Answering, 'hand'>) {
  const { answered, total } = hand.progress;
  return (
    <>
      <View className="answer-panel__progress">
        <Text>
          已答 {answered} / {total}
        </Text>
        <Text>说不准就“略过”</Text>
      </View>
      <View className="answer-panel__track">
        <View className="answer-panel__done" style={{ width: `${total === 0 ? 0 : (answered / total) * 100}%` }} />
      </View>
    </>
  );
}

/** The cards have run out and the network is gone. */
function NoMoreForNow({ roundId, answering }: { roundId: string; answering: Answering }) {
  const waiting = useQueuedVotes(roundId).size;
  if (!answering.error) return null;
  return (
    <View className="answer-panel">
      {waiting > 0 && <Text className="answer-panel__waits">{waiting} 条表态已记在本机，网络好了自动发出。</Text>}
      <ErrorBlock error={answering.error} onRetry={answering.retry} />
      <LastAnswer answering={answering} />
    </View>
  );
}
