import { type MyAnswer, OPINION_VOTE_LABELS, OPINION_VOTES, type OpinionVote } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Icon } from '@/components/Icon';
import { ListView } from '@/components/ListView';
import { Tappable } from '@/components/Tappable';
import { getRound, listMyAnswers, sendVote, useQueuedVotes } from '@/features/opinion/opinion.api';
import { OPINION_PAGES } from '@/features/opinion/opinion.pages';
import { useAsync } from '@/hooks/useAsync';
import { usePagedList } from '@/hooks/usePagedList';
import { type ApiError, toApiError } from '@/services/api-error';
import { replacePage } from '@/services/navigation';
import { sendMakingGood } from '@/services/obligations';
import { say } from '@/services/say';
import { cx } from '@/utils/cx';
import { uuid } from '@/utils/uuid';
import './index.scss';

/** My answers, each of which may be changed while the round is open. */
export function MyAnswers({ roundId }: { roundId: string }) {
  const round = useAsync(() => getRound(roundId), [roundId]);
  const list = usePagedList((after) => listMyAnswers(roundId, after), [roundId]);
  const [error, setError] = useState<ApiError | null>(null);
  const queued = useQueuedVotes(roundId);
  // Also what has arrived since the list was read.
  const said = useRef(new Map<string, OpinionVote>());
  for (const [id, vote] of queued) said.current.set(id, vote);
  const open = round.data?.canVote ?? false;

  const set = async (answer: MyAnswer, vote: OpinionVote) => {
    setError(null);
    const key = uuid();
    try {
      const sent = await sendMakingGood(() => sendVote(roundId, answer, vote, key));
      say(sent === 'queued' ? '已记在本机，网络好了自动发出' : `已改为${OPINION_VOTE_LABELS[vote]}`);
    } catch (thrown) {
      said.current.delete(answer.id);
      setError(toApiError(thrown));
    }
  };
  return (
    <View>
      <ErrorNotice error={error} />
      <ListView
        list={list}
        keyOf={({ id }) => id}
        renderItem={(stored) => {
          const answer = { ...stored, vote: said.current.get(stored.id) ?? stored.vote };
          return (
            <Card>
              <Text className="my-answers__text">{answer.text}</Text>
              {open ? (
                <VotePills answer={answer} onChange={(vote) => void set(answer, vote)} />
              ) : (
                <Text>您的回答：{OPINION_VOTE_LABELS[answer.vote]}</Text>
              )}
            </Card>
          );
        }}
        empty={{
          title: '您还没有表态',
          action: { label: '我来表态', onPress: () => void replacePage(OPINION_PAGES.answer, { id: roundId }) },
        }}
      />
    </View>
  );
}

function VotePills({ answer, onChange }: { answer: MyAnswer; onChange(vote: OpinionVote): void }) {
  const label = answer.text;
  return (
    <View
      className="my-answers__votes"
      {...(process.env.TARO_ENV === 'h5' ? { role: 'radiogroup', 'aria-label': label } : {})}
    >
      {OPINION_VOTES.map((vote) => (
        <Tappable
          key={vote}
          role="radio"
          checked={answer.vote === vote}
          label={OPINION_VOTE_LABELS[vote]}
          className={cx('my-answers__vote', answer.vote === vote && 'my-answers__vote--chosen')}
          onTap={() => onChange(vote)}
        >
          {answer.vote === vote && <Icon name="check" scale={0.8} />}
          <Text>{OPINION_VOTE_LABELS[vote]}</Text>
        </Tappable>
      ))}
    </View>
  );
}
