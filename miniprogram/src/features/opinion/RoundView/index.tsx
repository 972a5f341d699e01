import type { RoundDetail } from '@consult/shared';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Card } from '@/components/Card';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Section } from '@/components/Section';
import { ErrorBlock } from '@/components/StateBlock';
import { Timeline } from '@/components/Timeline';
import { useAsync } from '@/hooks/useAsync';
import { useSession } from '@/services/session';
import { getRound } from '../opinion.api';

interface Props {
  id: string;
  /** Called with each version read, as for a page's title or a list beside it. */
  onLoaded?: (round: RoundDetail) => void;
  /** Called after a move, as for a list beside it. */
  onMoved?: () => void;
}

/** One opinion round: what it is about and how it went. */
export function RoundView({ id, onLoaded }: Props) {
  const { me } = useSession();
  const { data: round, error, reload } = useAsync(() => getRound(id), [id, me?.id]);

  useEffect(() => {
    if (round) onLoaded?.(round);
  }, [round, onLoaded]);

  if (!round) return error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />;
  return (
    <View>
      <Section title={round.title}>
        <Card>{round.intro}</Card>
      </Section>
      <Section title="办理进程">
        <Card>
          <Timeline entries={[...round.timeline].reverse()} now={Date.now()} />
        </Card>
      </Section>
    </View>
  );
}
