import type { SessionDetail } from '@consult/shared';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { Page } from '@/components/Page';
import { SessionView } from '@/features/sessions/SessionView';
import { SESSION_PAGES } from '@/features/sessions/session.pages';

/** One session as a page of its own, `?id=`. */
export default function SessionPage() {
  const { id = '' } = useRouter().params;
  const [session, setSession] = useState<SessionDetail | null>(null);
  useShareAppMessage(() => ({
    title: session?.title ?? '协商活动',
    path: `${SESSION_PAGES.detail}?id=${id}`,
  }));
  return (
    <Page title="协商活动">
      <SessionView id={id} onLoaded={setSession} />
    </Page>
  );
}
