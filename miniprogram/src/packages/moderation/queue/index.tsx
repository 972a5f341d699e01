import { Page } from '@/components/Page';
import { StateBlock } from '@/components/StateBlock';
import { SignedIn } from '@/features/identity/SignedIn';
import { watchedRegion } from '@/features/moderation/watched-region';
import { useSession } from '@/services/session';
import { Queue } from './Queue';

/** 内容审核 */
export default function QueuePage() {
  const { me, grants } = useSession();
  const region = watchedRegion(grants);
  return (
    <Page title="内容审核" width="full">
      <SignedIn hint="登录后看要审核的内容">
        {region === null ? <StateBlock kind="forbidden" /> : <Queue key={me?.id} region={region} />}
      </SignedIn>
    </Page>
  );
}
