import { awaitedByMinutes, type MinutesDetail } from '@consult/shared';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Card } from '@/components/Card';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Section } from '@/components/Section';
import { ErrorBlock } from '@/components/StateBlock';
import { Timeline } from '@/components/Timeline';
import { PrintedAddresses } from '@/features/links/PrintedAddresses';
import { PublicItemBar } from '@/features/moderation/PublicItemBar';
import { photoParts } from '@/features/moderation/PublicItemBar/Parts';
import { MoveButtons } from '@/features/moves/MoveButtons';
import { Waiting } from '@/features/moves/Waiting';
import { PaperButtons } from '@/features/papers/PaperButtons';
import { useAsync } from '@/hooks/useAsync';
import { useShownAgain } from '@/hooks/useShownAgain';
import { useSession } from '@/services/session';
import { getMinutes } from '../minutes.api';
import { MinutesBody } from './MinutesBody';
import { MinutesHead } from './MinutesHead';
import { minutesMoves } from './minutes-moves';
import { Objections } from './Objections';
import { Seal } from './Seal';
import { Signatures } from './Signatures';
import { Versions } from './Versions';
import './index.scss';

interface Props {
  id: string;
  /** Called with each version read, as for a page's title or a list beside it. */
  onLoaded?: (minutes: MinutesDetail) => void;
  /** Called after a move, as for a list beside it. */
  onMoved?: () => void;
}

/** One version of a session's minutes, with all that can be done with it. */
export function MinutesView({ id, onLoaded, onMoved }: Props) {
  const { me } = useSession();
  const { data: minutes, error, reload } = useAsync(() => getMinutes(id), [id, me?.id]);
  useShownAgain(reload);

  useEffect(() => {
    if (minutes) onLoaded?.(minutes);
  }, [minutes, onLoaded]);

  if (!minutes) return error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />;
  const now = Date.now();
  const moves = minutesMoves(minutes);
  const moved = async () => {
    await reload();
    onMoved?.();
  };
  return (
    <View className="minutes-view">
      <MinutesHead minutes={minutes} />
      <View className="screen-only">
        <Waiting
          kind="minutes"
          state={minutes.state}
          dueAt={minutes.dueAt}
          now={now}
          awaited={awaitedByMinutes(minutes, now)}
        >
          {moves.length > 0 && <MoveButtons of={`minutes:${minutes.id}`} moves={moves} onMoved={moved} />}
        </Waiting>
        {minutes.state !== 'published' && <Signatures minutes={minutes} now={now} onChanged={moved} />}
        <Objections minutes={minutes} now={now} onChanged={moved} />
      </View>
      <MinutesBody minutes={minutes} now={now} />
      {minutes.state === 'published' && <Signatures minutes={minutes} now={now} onChanged={moved} />}
      <PaperButtons path={`/minutes/${minutes.id}/paper.docx`} />
      <View className="screen-only">
        <Versions minutes={minutes} now={now} />
      </View>
      <Seal minutes={minutes} />
      {minutes.state === 'published' && <PrintedAddresses topics={minutes.topics} />}
      <View className="screen-only">
        <Section title="办理进程">
          <Card>
            <Timeline entries={[...minutes.timeline].reverse()} now={now} />
          </Card>
        </Section>
        <PublicItemBar kind="minutes" id={minutes.id} parts={photoParts(minutes.photos)} onMoved={moved} />
      </View>
    </View>
  );
}
