import { Page } from '@/components/Page';
import { SignedIn } from '@/features/identity/SignedIn';
import { MESSAGES } from '@/services/navigation';
import { useSession } from '@/services/session';
import { MessageList } from './MessageList';

/** 消息: what I was told. */
export default function MessagesPage() {
  const { me } = useSession();
  return (
    <Page title={MESSAGES.label} width="full">
      <SignedIn hint="登录后看您的议题有什么进展、有什么事要您办">{me && <MessageList key={me.id} />}</SignedIn>
    </Page>
  );
}
