import type { PlanDetail } from '@consult/shared';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Page } from '@/components/Page';
import { PlanView } from '@/features/plans/PlanView';
import { PLAN_PAGES } from '@/features/plans/plan.pages';
import { useShare } from '@/hooks/useShare';

/** One plan as a page of its own, `?id=`. */
export default function PlanPage() {
  const { id = '' } = useRouter().params;
  const [plan, setPlan] = useState<PlanDetail | null>(null);
  useShare({ title: plan?.title ?? '协商计划', path: PLAN_PAGES.detail, query: { id } });
  return (
    <Page title="协商计划">
      <PlanView id={id} onLoaded={setPlan} />
    </Page>
  );
}
