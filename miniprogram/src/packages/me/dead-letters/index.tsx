import { mayEver } from '@consult/shared';
import { Page } from '@/components/Page';
import { StateBlock } from '@/components/StateBlock';
import { SignedIn } from '@/features/identity/SignedIn';
import { useSession } from '@/services/session';
import { DeadLetterList } from './DeadLetterList';

/** 没办成的后台工作, for administrators. */
export default function DeadLettersPage() {
  const { me, grants } = useSession();
  return (
    <Page title="没办成的后台工作">
      <SignedIn hint="登录后查看没办成的后台工作">
        {mayEver('dead_letter.handle', grants) ? <DeadLetterList key={me?.id} /> : <StateBlock kind="forbidden" />}
      </SignedIn>
    </Page>
  );
}
