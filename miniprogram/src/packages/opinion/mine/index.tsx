import { useRouter } from '@tarojs/taro';
import { Page } from '@/components/Page';
import { SignedIn } from '@/features/identity/SignedIn';
import { useSession } from '@/services/session';
import { MyAnswers } from './MyAnswers';

/** What I answered in a round, `?id=`, to change my mind. */
export default function MyAnswersPage() {
  const { id = '' } = useRouter().params;
  const { me } = useSession();
  return (
    <Page title="我的回答">
      <SignedIn hint="登录后能看到您答过的">{me && <MyAnswers key={me.id} roundId={id} />}</SignedIn>
    </Page>
  );
}
