import type { RoundDetail } from '@consult/shared';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Page } from '@/components/Page';
import { OPINION_PAGES } from '@/features/opinion/opinion.pages';
import { RoundView } from '@/features/opinion/RoundView';
import { useShare } from '@/hooks/useShare';

/** One opinion round as a page of its own, `?id=`. */
export default function RoundPage() {
  const { id = '' } = useRouter().params;
  const [round, setRound] = useState<RoundDetail | null>(null);
  useShare({ title: round?.title ?? '网络议政', path: OPINION_PAGES.round, query: { id } });
  return (
    <Page title="网络议政">
      <RoundView id={id} onLoaded={setRound} />
    </Page>
  );
}
