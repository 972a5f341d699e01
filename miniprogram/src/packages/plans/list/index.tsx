import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock } from '@/components/StateBlock';
import { useCurrentTownship } from '@/features/regions/current-township';
import { TownshipPlans } from './TownshipPlans';

/** A township's plans, quarter by quarter. */
export default function PlansPage() {
  const { data: township, error, reload } = useCurrentTownship();
  return (
    <Page title="协商计划" width="full">
      {township && <TownshipPlans key={township.code} township={township} />}
      {!township && error && <ErrorBlock error={error} onRetry={reload} />}
      {!township && !error && <Skeleton rows={3} />}
    </Page>
  );
}
