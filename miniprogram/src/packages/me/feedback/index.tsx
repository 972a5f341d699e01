import { isOpenToComment, type TopicDetail } from '@consult/shared';
import { useRouter } from '@tarojs/taro';
import { ListView } from '@/components/ListView';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { ErrorBlock } from '@/components/StateBlock';
import { FeedbackCard } from '@/features/feedback/FeedbackCard';
import { listMyFeedback } from '@/features/feedback/feedback.api';
import { SignedIn } from '@/features/identity/SignedIn';
import { useCurrentTownship } from '@/features/regions/current-township';
import { getTopic } from '@/features/topics/topic.api';
import { useAsync } from '@/hooks/useAsync';
import { usePagedList } from '@/hooks/usePagedList';
import { useSession } from '@/services/session';
import type { Township } from '@/services/township';
import { FeedbackForm } from './FeedbackForm';

/** 投诉建议: writing one, with `?topic=` an opinion on one that stands for public comment, and what came of mine. */
export default function FeedbackPage() {
  const { me } = useSession();
  const { topic: topicId } = useRouter().params;
  const current = useCurrentTownship();
  const about = useAsync(async () => (topicId ? getTopic(topicId) : null), [topicId, me?.id]);
  const topic = about.data && isOpenToComment(about.data.state) ? about.data : null;
  const township = topic ? { code: topic.township, name: topic.townshipName } : current.data;
  const ready = township && (!topicId || about.data);
  const error = about.error ?? current.error;
  const reload = about.error ? about.reload : current.reload;
  return (
    <Page title="投诉建议">
      <SignedIn hint="登录后可以提投诉建议，也能看到答复">
        {me && ready && <MyFeedback key={`${me.id}:${township.code}`} township={township} topic={topic} />}
        {!ready && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />)}
      </SignedIn>
    </Page>
  );
}

function MyFeedback({ township, topic }: { township: Township; topic: TopicDetail | null }) {
  const list = usePagedList(listMyFeedback, []);
  return (
    <>
      <FeedbackForm township={township} topic={topic} onSent={() => void list.reload()} />
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
