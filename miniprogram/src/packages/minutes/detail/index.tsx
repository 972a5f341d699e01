import type { MinutesDetail } from '@consult/shared';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Page } from '@/components/Page';
import { MinutesView } from '@/features/minutes/MinutesView';
import { MINUTES_PAGES } from '@/features/minutes/minutes.pages';
import { useShare } from '@/hooks/useShare';

/** One version of minutes as a page of its own, `?id=`. */
export default function MinutesPage() {
  const { id = '' } = useRouter().params;
  const [minutes, setMinutes] = useState<MinutesDetail | null>(null);
  useShare({
    title: minutes ? `会议纪要：${minutes.sessionTitle}` : '会议纪要',
    path: MINUTES_PAGES.detail,
    query: { id },
  });
  return (
    <Page title="会议纪要">
      <MinutesView id={id} onLoaded={setMinutes} />
    </Page>
  );
}
