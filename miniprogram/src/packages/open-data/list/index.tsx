import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock } from '@/components/StateBlock';
import { OPEN_DATA_PAGE } from '@/features/open-data/open-data.pages';
import { useCurrentTownship } from '@/features/regions/current-township';
import { useShare } from '@/hooks/useShare';
import { Downloads } from './Downloads';

/** 开放数据: what there is, under which licence, and the files themselves. */
export default function OpenDataPage() {
  const { data: township, error, reload } = useCurrentTownship();
  useShare({ title: '开放数据：协商的事，大家都能核对', path: OPEN_DATA_PAGE });
  return (
    <Page title="开放数据" width="wide">
      {township && <Downloads key={township.code} township={township} />}
      {!township && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />)}
    </Page>
  );
}
