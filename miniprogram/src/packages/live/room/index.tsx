import { useRouter } from '@tarojs/taro';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock } from '@/components/StateBlock';
import { HandBar } from '@/features/live/HandBar';
import { LIVE_PAGES } from '@/features/live/live.pages';
import { refusal, useLive } from '@/features/live/useLive';
import { NOW_AND_THEN, useServerNow } from '@/features/live/useServerNow';
import { getSession } from '@/features/sessions/session.api';
import { useAsync } from '@/hooks/useAsync';
import { useAwake } from '@/hooks/useAwake';
import { useShare } from '@/hooks/useShare';
import { useSession } from '@/services/session';
import { Room } from './Room';
import './index.scss';

/** A session that is on, for everyone: who takes part, chairs, records or watches; `?id=`. */
export default function RoomPage() {
  const { id = '' } = useRouter().params;
  const { me } = useSession();
  const live = useLive(id);
  const { state, clockAhead, refused } = live.picture;
  const { data: session, error, reload } = useAsync(() => getSession(id), [id, me?.id]);
  const now = useServerNow(clockAhead, NOW_AND_THEN);
  useAwake();
  useShare({ title: session?.title ?? '会场', path: LIVE_PAGES.room, query: { id } });

  const failed = refused === null ? error : refusal(refused);
  if (!session || state === null) {
    return <Page title="会场">{failed ? <ErrorBlock error={failed} onRetry={reload} /> : <Skeleton rows={4} />}</Page>;
  }
  const takesPart = state.open && live.picture.me?.canTakePart === true;
  return (
    <Page title="会场" width="full" footer={takesPart ? <HandBar live={live} /> : undefined}>
      <Room live={live} session={session} now={now} onMoved={reload} />
    </Page>
  );
}
