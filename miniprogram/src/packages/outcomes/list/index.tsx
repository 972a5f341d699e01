import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock } from '@/components/StateBlock';
import { useCurrentTownship } from '@/features/regions/current-township';
import { TownshipOutcomes } from './TownshipOutcomes';

/** What came out of a township's sessions. */
export default function OutcomesPage() {
  const { data: township, error, reload } = useCurrentTownship();
  return (
    <Page title="协商成果" width="full">
      {township && <TownshipOutcomes key={township.code} township={township} />}
      {!township && error && <ErrorBlock error={error} onRetry={reload} />}
      {!township && !error && <Skeleton rows={3} />}
    </Page>
  );
}
