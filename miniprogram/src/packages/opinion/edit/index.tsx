import type { RoundInput } from '@consult/shared';
import { useRouter } from '@tarojs/taro';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import { SignedIn } from '@/features/identity/SignedIn';
import { createRound, editRound, getRound } from '@/features/opinion/opinion.api';
import { OPINION_PAGES } from '@/features/opinion/opinion.pages';
import { getSession } from '@/features/sessions/session.api';
import { getTopic } from '@/features/topics/topic.api';
import { useAsync } from '@/hooks/useAsync';
import { leaveFor, replacePage } from '@/services/navigation';
import { useSession } from '@/services/session';
import { RoundEditor } from './RoundEditor';
import { formOf, newRound } from './round-form';

/** Starts a round about a topic (`?topicId=`) or a session (`?sessionId=`), or changes a draft (`?id=`). */
export default function RoundEditPage() {
  const { id, topicId, sessionId } = useRouter().params;
  const { me } = useSession();
  if (!me) {
    return (
      <Page title="发起网络议政">
        <SignedIn>{null}</SignedIn>
      </Page>
    );
  }
  if (id) return <ChangeRound id={id} />;
  return <StartRound topicId={topicId} sessionId={sessionId} />;
}

function ChangeRound({ id }: { id: string }) {
  const { data: round, error, reload } = useAsync(() => getRound(id), [id]);
  if (!round?.canEdit) {
    return (
      <Page title="修改网络议政">
        {round && <StateBlock kind="forbidden" title="已经开始的网络议政不能再修改" />}
        {!round && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />)}
      </Page>
    );
  }
  return (
    <RoundEditor
      pageTitle="修改网络议政"
      draft={id}
      subject={round.subject.title}
      initial={formOf(round)}
      save={async (body, key) => {
        await editRound(id, body, key);
        return id;
      }}
      onSaved={() => void leaveFor(OPINION_PAGES.round, { id })}
    />
  );
}

function StartRound({ topicId, sessionId }: Pick<RoundInput, 'topicId' | 'sessionId'>) {
  const subject = useAsync(async () => {
    if (topicId) return getTopic(topicId);
    return sessionId ? getSession(sessionId) : null;
  }, [topicId, sessionId]);
  if (!subject.data) {
    return (
      <Page title="发起网络议政">
        {subject.error && <ErrorBlock error={subject.error} onRetry={subject.reload} />}
        {!subject.error &&
          (subject.loading ? (
            <Skeleton rows={4} />
          ) : (
            <StateBlock kind="empty" title="从一件议题或一场协商发起" hint="打开议题或协商活动，点“发起网络议政”" />
          ))}
      </Page>
    );
  }
  const about = topicId ? { topicId } : { sessionId };
  return (
    <RoundEditor
      pageTitle="发起网络议政"
      draft={`new:${topicId ?? sessionId ?? ''}`}
      subject={subject.data.title}
      initial={newRound(subject.data.title, Date.now())}
      save={async ({ revision: _, ...body }, key) => (await createRound({ ...body, ...about }, key)).id}
      onSaved={(id) => void replacePage(OPINION_PAGES.round, { id })}
    />
  );
}
