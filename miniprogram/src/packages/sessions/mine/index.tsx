import { Page } from '@/components/Page';
import { SplitView } from '@/components/SplitView';
import { useSplit } from '@/components/SplitView/useSplit';
import { SignedIn } from '@/features/identity/SignedIn';
import { MyRooms } from '@/features/live/MyRooms';
import { ScanButton } from '@/features/sessions/ScanButton';
import { SessionList } from '@/features/sessions/SessionList';
import { SessionView } from '@/features/sessions/SessionView';
import { listMySessions } from '@/features/sessions/session.api';
import { SESSION_PAGES } from '@/features/sessions/session.pages';

/** The sessions that I am on the list of, or run. */
export default function MySessionsPage() {
  const split = useSplit(SESSION_PAGES.detail);
  return (
    <Page title="我的协商" width="full">
      <ScanButton />
      <SignedIn hint="登录后看您报名和受邀的协商">
        <SplitView
          hint="从左边选一场协商查看"
          onClose={split.close}
          detail={split.selectedId && <SessionView key={split.selectedId} id={split.selectedId} />}
          list={
            <>
              <MyRooms />
              <SessionList
                fetchPage={listMySessions}
                deps={[]}
                empty={{ title: '您还没有参加过协商', hint: '在“协商”里看看有哪些可以报名' }}
                selectedId={split.selectedId}
                onOpen={split.open}
              />
            </>
          }
        />
      </SignedIn>
    </Page>
  );
}
