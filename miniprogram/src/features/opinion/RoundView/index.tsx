import type { RoundDetail } from '@consult/shared';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Card } from '@/components/Card';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Section } from '@/components/Section';
import { ErrorBlock } from '@/components/StateBlock';
import { Timeline } from '@/components/Timeline';
import { PublicItemBar } from '@/features/moderation/PublicItemBar';
import { MoveButtons } from '@/features/moves/MoveButtons';
import { Waiting } from '@/features/moves/Waiting';
import { useAsync } from '@/hooks/useAsync';
import { useShownAgain } from '@/hooks/useShownAgain';
import { useSession } from '@/services/session';
import { getRound } from '../opinion.api';
import { MyStatements } from './MyStatements';
import { RoundEntry } from './RoundEntry';
import { RoundHead } from './RoundHead';
import { RoundStaffLinks } from './RoundStaffLinks';
import { roundMoves } from './round-moves';
import './index.scss';

interface Props {
  id: string;
  /** Called with each version read, as for a page's title or a list beside it. */
  onLoaded?: (round: RoundDetail) => void;
  /** Called after a move, as for a list beside it. */
  onMoved?: () => void;
}

/** One opinion round: what it asks, the way to answer, what everybody thinks, and how it came about. */
export function RoundView({ id, onLoaded, onMoved }: Props) {
  const { me } = useSession();
  const { data: round, error, reload } = useAsync(() => getRound(id), [id, me?.id]);
  useShownAgain(reload);

  useEffect(() => {
    if (round) onLoaded?.(round);
  }, [round, onLoaded]);

  if (!round) return error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />;
  const now = Date.now();
  const moved = async () => {
    await reload();
    onMoved?.();
  };
  return (
    <View className="round-view">
      <RoundHead round={round} now={now} />
      <RoundEntry round={round} onSaid={reload} />
      {(round.actions.length > 0 || round.canEdit) && (
        <Waiting kind="round" state={round.state} dueAt={round.dueAt} now={now}>
          <MoveButtons of={`round:${round.id}`} moves={roundMoves(round)} onMoved={moved} />
          <RoundStaffLinks round={round} />
        </Waiting>
      )}
      <MyStatements round={round} onMoved={reload} />
      <Section title="办理进程">
        <Card>
          <Timeline entries={[...round.timeline].reverse()} now={now} />
        </Card>
      </Section>
      {round.state !== 'draft' && <PublicItemBar kind="round" id={round.id} onMoved={moved} />}
    </View>
  );
}
