import { regionAt } from '@consult/shared';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock } from '@/components/StateBlock';
import { CASE_PAGES } from '@/features/cases/case.pages';
import { useCurrentTownship } from '@/features/regions/current-township';
import { useShare } from '@/hooks/useShare';
import { CaseLibrary } from './CaseLibrary';

/** 案例库: what the county's office chose for others to learn from. */
export default function CasesPage() {
  const { data: township, error, reload } = useCurrentTownship();
  useShare({ title: '案例库：这些事是怎么商量成的', path: CASE_PAGES.list });
  const county = township && regionAt(township.code, 'county');
  return (
    <Page title="案例库" width="full">
      {county && <CaseLibrary key={county} county={county} />}
      {!township && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={3} />)}
    </Page>
  );
}
