import type { RoundDetail } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import { requireSignIn } from '@/features/identity/require-sign-in';
import { AnswerPanel } from '@/features/opinion/AnswerPanel';
import { getRound } from '@/features/opinion/opinion.api';
import { OPINION_PAGES } from '@/features/opinion/opinion.pages';
import { SaySheet } from '@/features/opinion/SaySheet';
import { useAsync } from '@/hooks/useAsync';
import { replacePage } from '@/services/navigation';
import './index.scss';

/** Answering a round's statements one by one, `?id=`. */
export default function AnswerPage() {
  const { id = '' } = useRouter().params;
  const { data: round, error, reload } = useAsync(() => getRound(id), [id]);
  return (
    <Page title="表态">
      {!round && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={2} />)}
      {round && (round.state !== 'open' ? <Over round={round} /> : <Open round={round} />)}
    </Page>
  );
}

function Open({ round }: { round: RoundDetail }) {
  const [saying, setSaying] = useState(false);
  const startSaying = async () => {
    if (await requireSignIn()) setSaying(true);
  };
  return (
    <View>
      <Text className="answer-page__title">{round.title}</Text>
      <AnswerPanel roundId={round.id} />
      <Button block kind="secondary" icon="edit" text="我也说一条" onPress={startSaying} />
      <Text className="answer-page__note">只公布人数，不公布谁怎么答。</Text>
      {saying && <SaySheet roundId={round.id} onDone={() => setSaying(false)} />}
    </View>
  );
}

function Over({ round }: { round: RoundDetail }) {
  const { id, state } = round;
  return (
    <StateBlock
      kind="empty"
      title={state === 'draft' ? '还没有开始' : '已经结束，不再表态'}
      action={{ label: '看看详情', reads: true, onPress: () => replacePage(OPINION_PAGES.round, { id }) }}
    />
  );
}
