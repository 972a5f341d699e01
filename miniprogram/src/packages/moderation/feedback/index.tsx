import { Page } from '@/components/Page';
import { StateBlock } from '@/components/StateBlock';
import { SignedIn } from '@/features/identity/SignedIn';
import { watchedRegion } from '@/features/moderation/watched-region';
import { useSession } from '@/services/session';
import { FeedbackWork } from './FeedbackWork';

/** 投诉建议, for those who answer. */
export default function FeedbackWorkPage() {
  const { me, grants } = useSession();
  const region = watchedRegion(grants);
  return (
    <Page title="投诉建议办理">
      <SignedIn hint="登录后看收到的投诉建议">
        {region === null ? <StateBlock kind="forbidden" /> : <FeedbackWork key={me?.id} region={region} />}
      </SignedIn>
    </Page>
  );
}
