import { Page } from '@/components/Page';
import { SignedIn } from '@/features/identity/SignedIn';
import { useSession } from '@/services/session';
import { Devices } from './Devices';

/** Where I am signed in. */
export default function DevicesPage() {
  const { me } = useSession();
  return (
    <Page title="登录设备">
      <SignedIn hint="登录后能看到自己在哪些设备上登录">{me && <Devices key={me.id} />}</SignedIn>
    </Page>
  );
}
