import { awaitedBySession, type SessionDetail, SIGN_UP_STATES } from '@consult/shared';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Card } from '@/components/Card';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Section } from '@/components/Section';
import { ErrorBlock } from '@/components/StateBlock';
import { Timeline } from '@/components/Timeline';
import { EnterRoom } from '@/features/live/EnterRoom';
import { PublicItemBar } from '@/features/moderation/PublicItemBar';
import { MoveButtons } from '@/features/moves/MoveButtons';
import { Waiting } from '@/features/moves/Waiting';
import { canStartForSession } from '@/features/opinion/can-start';
import { RoundCards } from '@/features/opinion/RoundCards';
import { ResearchSection } from '@/features/research/ResearchSection';
import { useAsync } from '@/hooks/useAsync';
import { useShownAgain } from '@/hooks/useShownAgain';
import { useSession } from '@/services/session';
import { CategoryCounts } from '../CategoryCounts';
import { DrawPanel } from '../Draws';
import { Materials } from '../Materials';
import { SignUpPanel } from '../SignUpPanel';
import { getSession } from '../session.api';
import { RearrangeSheet } from './RearrangeSheet';
import { SessionAgenda } from './SessionAgenda';
import { SessionHead } from './SessionHead';
import { SessionMinutes } from './SessionMinutes';
import { StaffLinks, staffLinks } from './StaffLinks';
import { sessionMoves } from './session-moves';
import { draftToWrite, WriteMinutes } from './WriteMinutes';
import './index.scss';

interface Props {
  id: string;
  /** Called with each version read, as for a page's title or a list beside it. */
  onLoaded?: (session: SessionDetail) => void;
  /** Called after a move, as for a list beside it. */
  onMoved?: () => void;
}

/** One session: when and where, what came of it where it is over, one's own seat, what is on the table, who comes, and
 * what was asked before. */
export function SessionView({ id, onLoaded, onMoved }: Props) {
  const { me, grants } = useSession();
  const { data: session, error, reload } = useAsync(() => getSession(id), [id, me?.id]);
  const [rearranging, setRearranging] = useState(false);
  useShownAgain(reload);

  useEffect(() => {
    if (session) onLoaded?.(session);
  }, [session, onLoaded]);

  if (!session) return error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />;
  const now = Date.now();
  const links = staffLinks(session, now);
  const draft = draftToWrite(session, me?.id, grants);
  const moved = async () => {
    await reload();
    onMoved?.();
  };
  return (
    <View className="session-view">
      <SessionHead session={session} now={now} />
      <EnterRoom session={session} />
      {(session.actions.length > 0 || links.length > 0 || !SIGN_UP_STATES.includes(session.state)) && (
        <Waiting
          kind="session"
          state={session.state}
          dueAt={session.dueAt}
          now={now}
          awaited={awaitedBySession(session, now)}
        >
          {draft !== null && <WriteMinutes id={draft} />}
          {session.actions.length > 0 && (
            <MoveButtons
              of={`session:${session.id}`}
              moves={sessionMoves(session, now, () => setRearranging(true))}
              onMoved={moved}
            />
          )}
          {links.length > 0 && <StaffLinks id={id} links={links} />}
        </Waiting>
      )}
      <SessionMinutes minutes={session.minutes} now={now} />
      <SignUpPanel session={session} onChanged={moved} />
      <SessionAgenda session={session} />
      <Materials session={session} onChanged={moved} />
      {session.counts.length > 0 && (
        <Section title="参会人员">
          <Card>
            <CategoryCounts counts={session.counts} showPresent={session.counts.some(({ present }) => present > 0)} />
          </Card>
        </Section>
      )}
      <DrawPanel session={session} onChanged={moved} />
      <ResearchSection sessionId={id} state={session.state} />
      <RoundCards subject={{ sessionId: session.id }} canStart={canStartForSession(session, grants)} />
      <Section title="办理进程">
        <Card>
          <Timeline entries={[...session.timeline].reverse()} now={now} />
        </Card>
      </Section>
      <PublicItemBar kind="session" id={session.id} onMoved={moved} />
      {rearranging && (
        <RearrangeSheet
          session={session}
          onDone={(changed) => {
            setRearranging(false);
            if (changed) void moved();
          }}
        />
      )}
    </View>
  );
}
