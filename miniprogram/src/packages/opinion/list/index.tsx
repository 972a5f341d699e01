import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock } from '@/components/StateBlock';
import { OPINION_PAGES } from '@/features/opinion/opinion.pages';
import { useCurrentTownship } from '@/features/regions/current-township';
import { useShare } from '@/hooks/useShare';
import { TownshipRounds } from './TownshipRounds';

/** The opinion rounds of a township. */
export default function RoundsPage() {
  const { data: township, error, reload } = useCurrentTownship();
  useShare({ title: `${township?.name ?? ''}的网络议政`, path: OPINION_PAGES.list });
  return (
    <Page title="网络议政" width="full">
      {township && <TownshipRounds key={township.code} township={township} />}
      {!township && error && <ErrorBlock error={error} onRetry={reload} />}
      {!township && !error && <Skeleton rows={3} />}
    </Page>
  );
}
