import { useRouter } from '@tarojs/taro';
import { Page } from '@/components/Page';
import { SignedIn } from '@/features/identity/SignedIn';
import { sceneOf } from '@/features/identity/scan-desktop';
import { useSession } from '@/services/session';
import { LetIn } from './LetIn';

/** Opened by the code on a desktop: `?scene=`, or in WeChat `?q=` with the address that was scanned. */
export default function LetInPage() {
  const { scene, q } = useRouter().params;
  const { me } = useSession();
  const asked = scene ? decodeURIComponent(scene) : sceneOf(decodeURIComponent(q ?? ''));
  return (
    <Page title="登录电脑">
      <SignedIn hint="请先在手机上登录，再确认电脑上的登录">
        {me && <LetIn key={me.id} me={me} scene={asked ?? ''} />}
      </SignedIn>
    </Page>
  );
}
