import { Page } from '@/components/Page';
import { StateBlock } from '@/components/StateBlock';
import { SignedIn } from '@/features/identity/SignedIn';
import { watchedRegion } from '@/features/moderation/watched-region';
import { useSession } from '@/services/session';
import { ReportList } from './ReportList';

/** 举报处理 */
export default function ReportsPage() {
  const { me, grants } = useSession();
  const region = watchedRegion(grants);
  return (
    <Page title="举报处理">
      <SignedIn hint="登录后看收到的举报">
        {region === null ? <StateBlock kind="forbidden" /> : <ReportList key={me?.id} region={region} />}
      </SignedIn>
    </Page>
  );
}
