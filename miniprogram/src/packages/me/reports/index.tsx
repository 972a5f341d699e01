import { ListView } from '@/components/ListView';
import { Page } from '@/components/Page';
import { SignedIn } from '@/features/identity/SignedIn';
import { listMyReports } from '@/features/moderation/moderation.api';
import { ReportCard } from '@/features/moderation/ReportCard';
import { usePagedList } from '@/hooks/usePagedList';
import { useSession } from '@/services/session';

/** What I reported, and what came of it. */
export default function MyReportsPage() {
  const { me } = useSession();
  return (
    <Page title="我的举报">
      <SignedIn hint="登录后看您的举报">{me && <MyReports key={me.id} />}</SignedIn>
    </Page>
  );
}

function MyReports() {
  const list = usePagedList(listMyReports, []);
  return (
    <ListView
      list={list}
      keyOf={({ id }) => id}
      renderItem={(report) => <ReportCard report={report} />}
      empty={{ title: '您还没有举报过', hint: '看到有问题的内容，可以在那一页的最下面举报' }}
    />
  );
}
