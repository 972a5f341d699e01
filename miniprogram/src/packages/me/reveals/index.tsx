import { ListView } from '@/components/ListView';
import { Page } from '@/components/Page';
import { listMyReveals } from '@/features/account/account.api';
import { RevealRow } from '@/features/account/RevealRow';
import { SignedIn } from '@/features/identity/SignedIn';
import { usePagedList } from '@/hooks/usePagedList';
import { useSession } from '@/services/session';

/** 谁看过我的电话 */
export default function RevealsPage() {
  const { me } = useSession();
  return (
    <Page title="谁看过我的电话">
      <SignedIn hint="登录后能看到谁查看过您的手机号">{me && <MyReveals key={me.id} />}</SignedIn>
    </Page>
  );
}

function MyReveals() {
  const list = usePagedList(listMyReveals, []);
  return (
    <ListView
      list={list}
      keyOf={({ id }) => id}
      empty={{ title: '还没有人看过', hint: '工作人员查看您的手机号都要写明事由，记在这里' }}
      renderItem={(reveal) => <RevealRow reveal={reveal} />}
    />
  );
}
