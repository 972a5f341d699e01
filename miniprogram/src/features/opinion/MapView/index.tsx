import type { OpinionMapReady } from '@consult/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Section } from '@/components/Section';
import { ErrorBlock } from '@/components/StateBlock';
import { Tabs } from '@/components/Tabs';
import { useAsync } from '@/hooks/useAsync';
import { useShownAgain } from '@/hooks/useShownAgain';
import { useSession } from '@/services/session';
import { getOpinionMap } from '../opinion.api';
import { AnswersTable } from './AnswersTable';
import { Divides } from './Divides';
import { Groups } from './Groups';
import { MapHead } from './MapHead';
import { NotYet } from './NotYet';
import { Unites } from './Unites';
import './index.scss';

type Shown = 'picture' | 'table';
const TABS: readonly { value: Shown; label: string }[] = [
  { value: 'picture', label: '看图' },
  { value: 'table', label: '看表格' },
];

/** 意见图谱 of a round: who thinks alike, what unites all, what divides, in pictures and in words. */
export function MapView({ roundId }: { roundId: string }) {
  const { me } = useSession();
  const { data: map, error, reload } = useAsync(() => getOpinionMap(roundId), [roundId, me?.id]);
  useShownAgain(reload);
  if (!map) return error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={3} />;
  return (
    <View className="opinion-map">{map.ready ? <Drawn map={map} /> : <NotYet map={map} roundId={roundId} />}</View>
  );
}

function Drawn({ map }: { map: OpinionMapReady }) {
  const [shown, setShown] = useState<Shown>('picture');
  return (
    <>
      <MapHead map={map} />
      <Tabs<Shown> tabs={TABS} value={shown} onChange={setShown} />
      {shown === 'table' ? (
        <AnswersTable map={map} />
      ) : (
        <>
          <Section title="想法相近的人">
            <Groups map={map} />
          </Section>
          <Section title="大家都认同的">
            <Unites map={map} />
          </Section>
          <Section title="分歧在哪里">
            <Divides map={map} />
          </Section>
        </>
      )}
    </>
  );
}
