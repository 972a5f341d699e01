import { ListView } from '@/components/ListView';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { ErrorBlock } from '@/components/StateBlock';
import { FeedbackCard } from '@/features/feedback/FeedbackCard';
import { listMyFeedback } from '@/features/feedback/feedback.api';
import { SignedIn } from '@/features/identity/SignedIn';
import { useCurrentTownship } from '@/features/regions/current-township';
import { usePagedList } from '@/hooks/usePagedList';
import { useSession } from '@/services/session';
import type { Township } from '@/services/township';
import { FeedbackForm } from './FeedbackForm';

/** 投诉建议: writing one, and what came of mine. */
export default function FeedbackPage() {
  const { me } = useSession();
  const { data: township, error, reload } = useCurrentTownship();
  return (
    <Page title="投诉建议">
      <SignedIn hint="登录后可以提投诉建议，也能看到答复">
        {me && township && <MyFeedback key={`${me.id}:${township.code}`} township={township} />}
        {!township && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />)}
      </SignedIn>
    </Page>
  );
}

function MyFeedback({ township }: { township: Township }) {
  const list = usePagedList(listMyFeedback, []);
  return (
    <>
      <FeedbackForm township={township} onSent={() => void list.reload()} />
      <Section title="我提过的">
        <ListView
          list={list}
          keyOf={({ id }) => id}
          renderItem={(feedback) => <FeedbackCard feedback={feedback} />}
          empty={{ title: '您还没有提过' }}
        />
      </Section>
    </>
  );
}
