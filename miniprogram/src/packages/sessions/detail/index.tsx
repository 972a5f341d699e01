import type { SessionDetail } from '@consult/shared';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Page } from '@/components/Page';
import { SessionView } from '@/features/sessions/SessionView';
import { SESSION_PAGES } from '@/features/sessions/session.pages';
import { useShare } from '@/hooks/useShare';

/** One session as a page of its own, `?id=`. */
export default function SessionPage() {
  const { id = '' } = useRouter().params;
  const [session, setSession] = useState<SessionDetail | null>(null);
  useShare({ title: session?.title ?? '协商活动', path: SESSION_PAGES.detail, query: { id } });
  return (
    <Page title="协商活动">
      <SessionView id={id} onLoaded={setSession} />
    </Page>
  );
}
