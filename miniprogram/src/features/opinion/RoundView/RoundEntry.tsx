import type { RoundDetail } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { requireSignIn } from '@/features/identity/require-sign-in';
import { openPage } from '@/services/navigation';
import { useSession } from '@/services/session';
import { OPINION_PAGES } from '../opinion.pages';
import { SaySheet } from '../SaySheet';

interface Props {
  round: RoundDetail;
  /** Reads the round again, where what was said is listed. */
  onSaid(): unknown;
}

/** The ways on: to answer, to say something, to see what everybody thinks. */
export function RoundEntry({ round, onSaid }: Props) {
  const { id, state, mine, canVote, canSubmit, canReadReport } = round;
  const { signedIn } = useSession();
  const [saying, setSaying] = useState(false);
  if (state !== 'open' && state !== 'closed') return null;
  const to = (page: string) => () => openPage(page, { id });
  // A visitor may look at the statements, and is asked who they are once they answer.
  const answering = state === 'open' && (canVote || !signedIn);
  const startSaying = async () => {
    if (await requireSignIn()) setSaying(true);
  };
  return (
    <Card>
      {mine && mine.answered > 0 && (
        <Text className="round-view__mine">
          您答了 {mine.answered} 条
          {state === 'open' && (mine.remaining > 0 ? `，还有 ${mine.remaining} 条` : '，都答完了')}
        </Text>
      )}
      <View className="round-view__ways">
        {answering && (
          <Button
            block
            icon="check"
            text={mine && mine.answered > 0 ? '接着表态' : '我来表态'}
            onPress={to(OPINION_PAGES.answer)}
          />
        )}
        {state === 'open' && (canSubmit || !signedIn) && (
          <Button block kind="secondary" icon="edit" text="我也说一条" onPress={startSaying} />
        )}
        <Button
          block
          kind={answering ? 'secondary' : 'primary'}
          icon="people"
          text="看意见图谱"
          onPress={to(OPINION_PAGES.map)}
        />
        {canReadReport && (
          <Button
            block
            kind="secondary"
            icon="minutes"
            text={state === 'closed' ? '看意见报告' : '看意见报告（还没公开）'}
            onPress={to(OPINION_PAGES.report)}
          />
        )}
        {mine && mine.answered > 0 && (
          <Button block kind="text" icon="edit" text="我的回答" onPress={to(OPINION_PAGES.mine)} />
        )}
      </View>
      {saying && (
        <SaySheet
          roundId={id}
          onDone={(sent) => {
            setSaying(false);
            if (sent) void onSaid();
          }}
        />
      )}
    </Card>
  );
}
