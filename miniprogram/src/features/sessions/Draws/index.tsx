import { isSignUpOpen, type SessionDetail } from '@consult/shared';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Section } from '@/components/Section';
import { requireSignIn } from '@/features/identity/require-sign-in';
import { useAsync } from '@/hooks/useAsync';
import { useMoves } from '@/hooks/useMoves';
import { useShownAgain } from '@/hooks/useShownAgain';
import { openPage } from '@/services/navigation';
import { useSession } from '@/services/session';
import { CategorySheet } from '../CategorySheet';
import { SESSION_PAGES } from '../session.pages';
import { enterDraw, leaveDraw, listDraws } from './draw.api';
import { sayMyTicket, sayQuotas } from './say-draw';
import './index.scss';

interface Props {
  session: SessionDetail;
  onChanged(): unknown;
}

/** Whether participants are drawn, one's own ticket, and the way to the result; for who runs it, to the draw itself. */
export function DrawPanel({ session, onChanged }: Props) {
  const { me, signedIn } = useSession();
  const { id } = session;
  const { data, error, reload } = useAsync(() => listDraws(id), [id, me?.id, session.state]);
  // It is drawn on a page of its own.
  useShownAgain(reload);
  const [entering, setEntering] = useState(false);
  const changed = async () => {
    await reload();
    await onChanged();
  };
  const { ask, sheet } = useMoves(changed);

  if (!data) return <ErrorNotice error={error} onRetry={reload} />;
  const [latest] = data.items;
  if (latest === undefined && !data.canManage) return null;
  const open = latest?.state === 'open' && isSignUpOpen(session, Date.now());
  const mine = latest && sayMyTicket(latest);
  const begin = async () => {
    if (!(await requireSignIn())) return;
    const now = await listDraws(id).catch(() => null);
    if (now !== null && now.mayEnterAs.length > 0) setEntering(true);
    else await reload();
  };
  const leave = () =>
    ask({
      title: '不参加抽取了',
      text: '号码作废；再报名会得到新的号码。',
      confirmLabel: '确定',
      danger: true,
      onConfirm: async (_, key) => ({ answer: await leaveDraw(id, key) }),
    });
  return (
    <Section title="抽取参会人">
      <Card>
        {!latest && <Text className="draw-panel__text">可以从愿意参加的人里公开抽取，谁都能核对结果。</Text>}
        {latest && (
          <Text className="draw-panel__text">
            {latest.state === 'open'
              ? `将抽取${sayQuotas(latest.quotas)}，已有 ${latest.pool.length} 人愿意参加。`
              : `已从 ${latest.pool.length} 人中抽出 ${latest.drawn.length} 人。`}
          </Text>
        )}
        {mine && <Text className="draw-panel__mine">{mine}</Text>}
        {open && (data.mayEnterAs.length > 0 || !signedIn) && (
          <Button block icon="check" text="我愿意参加抽取" onPress={begin} />
        )}
        {open && latest?.mine && <Button block kind="secondary" text="不参加抽取了" onPress={leave} />}
        <Button
          block
          kind="text"
          text={data.canManage ? '办理抽取' : latest?.state === 'drawn' ? '抽取结果和核对办法' : '怎么抽取'}
          onPress={() => openPage(SESSION_PAGES.draw, { id })}
        />
      </Card>
      {entering && (
        <CategorySheet
          title="愿意参加抽取"
          text="您会得到一个号码。大家看得到号码，看不到您的名字；抽中了会通知您。"
          confirmLabel="确定"
          categories={data.mayEnterAs}
          first={data.mayEnterAs[0] ?? 'resident'}
          send={(body, key) => enterDraw(id, body, key)}
          onDone={(done) => {
            setEntering(false);
            if (done) void changed();
          }}
        />
      )}
      {sheet}
    </Section>
  );
}
