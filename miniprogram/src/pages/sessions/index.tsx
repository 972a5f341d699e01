import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock } from '@/components/StateBlock';
import { useCurrentTownship } from '@/features/regions/current-township';
import { useShare } from '@/hooks/useShare';
import { TABS } from '@/services/navigation';
import { TownshipSessions } from './TownshipSessions';

/** The sessions of the township, and what came of them. */
export default function SessionsPage() {
  const { data: township, error, reload } = useCurrentTownship();
  useShare({ title: `${township?.name ?? ''}的协商活动`, path: TABS[2].path });
  return (
    <Page tab title="协商" width="full">
      {township && <TownshipSessions key={township.code} township={township} />}
      {!township && error && <ErrorBlock error={error} onRetry={reload} />}
      {!township && !error && <Skeleton rows={4} />}
    </Page>
  );
}
