import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock } from '@/components/StateBlock';
import { useCurrentTownship } from '@/features/regions/current-township';
import { useShare } from '@/hooks/useShare';
import { TABS } from '@/services/navigation';
import { TownshipTopics } from './TownshipTopics';

/** All public topics of the township, step by step. */
export default function TopicsPage() {
  const { data: township, error, reload } = useCurrentTownship();
  useShare({ title: `${township?.name ?? ''}居民提出的议题`, path: TABS[1].path });
  return (
    <Page tab title="议题" width="full">
      {township && <TownshipTopics key={township.code} township={township} />}
      {!township && error && <ErrorBlock error={error} onRetry={reload} />}
      {!township && !error && <Skeleton rows={4} />}
    </Page>
  );
}
