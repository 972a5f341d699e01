import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock } from '@/components/StateBlock';
import { useCurrentTownship } from '@/features/regions/current-township';
import { SearchView } from './SearchView';

/** Everything that can be found of a township, or of its county. */
export default function SearchPage() {
  const { data: township, error, reload } = useCurrentTownship();
  return (
    <Page title="搜索">
      {township && <SearchView township={township} />}
      {!township && error && <ErrorBlock error={error} onRetry={reload} />}
      {!township && !error && <Skeleton rows={3} />}
    </Page>
  );
}
