import type { OutcomeDetail } from '@consult/shared';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Page } from '@/components/Page';
import { OutcomeView } from '@/features/outcomes/OutcomeView';
import { OUTCOME_PAGES } from '@/features/outcomes/outcome.pages';
import { useShare } from '@/hooks/useShare';

/** One outcome as a page of its own, `?id=`. */
export default function OutcomePage() {
  const { id = '' } = useRouter().params;
  const [outcome, setOutcome] = useState<OutcomeDetail | null>(null);
  useShare({ title: outcome?.title ?? '协商成果', path: OUTCOME_PAGES.detail, query: { id } });
  return (
    <Page title="协商成果">
      <OutcomeView id={id} onLoaded={setOutcome} />
    </Page>
  );
}
