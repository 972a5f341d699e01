import type { ResearchDetail } from '@consult/shared';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Page } from '@/components/Page';
import { ResearchView } from '@/features/research/ResearchView';
import { RESEARCH_PAGES } from '@/features/research/research.pages';
import { useShare } from '@/hooks/useShare';

/** One research as a page of its own, `?id=`. */
export default function ResearchPage() {
  const { id = '' } = useRouter().params;
  const [research, setResearch] = useState<ResearchDetail | null>(null);
  useShare({ title: research?.title ?? '会前调研', path: RESEARCH_PAGES.detail, query: { id } });
  return (
    <Page title="会前调研">
      <ResearchView id={id} onLoaded={setResearch} />
    </Page>
  );
}
