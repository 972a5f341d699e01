import type { CaseDetail } from '@consult/shared';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Page } from '@/components/Page';
import { CaseView } from '@/features/cases/CaseView';
import { CASE_PAGES } from '@/features/cases/case.pages';
import { useShare } from '@/hooks/useShare';

/** One case as a page of its own, `?id=`. */
export default function CasePage() {
  const { id = '' } = useRouter().params;
  const [item, setItem] = useState<CaseDetail | null>(null);
  useShare({ title: item?.title ?? '典型案例', path: CASE_PAGES.detail, query: { id } });
  return (
    <Page title="典型案例">
      <CaseView id={id} onLoaded={setItem} />
    </Page>
  );
}
