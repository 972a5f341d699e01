import { useEffect } from 'react';
import { Page } from '@/components/Page';
import { settleAccount } from '@/features/account/require-settled';
import { SignedIn } from '@/features/identity/SignedIn';
import { refreshMe } from '@/services/identity';
import { useSession } from '@/services/session';
import { Settle } from './Settle';

/** What somebody new owes before they write anything: consent to the documents, and where they live. */
export default function SettlePage() {
  const { me } = useSession();
  useEffect(() => {
    // What is due may have changed since we last knew, as where the server has just refused something.
    refreshMe().catch(() => undefined);
    return settleAccount;
  }, []);
  return (
    <Page title="开始使用">
      <SignedIn hint="登录后才能提交内容">{me && <Settle key={me.consentsDue.join()} me={me} />}</SignedIn>
    </Page>
  );
}
