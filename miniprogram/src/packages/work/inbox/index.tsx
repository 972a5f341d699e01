import { Page } from '@/components/Page';
import { SignedIn } from '@/features/identity/SignedIn';
import { WORKBENCH } from '@/services/navigation';
import { useSession } from '@/services/session';
import { Inbox } from './Inbox';

/** The workbench (待办): what waits for the person signed in. */
export default function InboxPage() {
  const { me } = useSession();
  return (
    <Page title={WORKBENCH.label} width="full">
      <SignedIn hint="登录后能看到要您办的事">{me && <Inbox key={me.id} />}</SignedIn>
    </Page>
  );
}
