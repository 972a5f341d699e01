import { useRouter } from '@tarojs/taro';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import { SignedIn } from '@/features/identity/SignedIn';
import { createResearch, getResearch, listResearch, updateResearch } from '@/features/research/research.api';
import { RESEARCH_PAGES } from '@/features/research/research.pages';
import { getSession } from '@/features/sessions/session.api';
import { getTopic } from '@/features/topics/topic.api';
import { useAsync } from '@/hooks/useAsync';
import { goBack, replacePage } from '@/services/navigation';
import { useSession } from '@/services/session';
import { ResearchEditor } from './ResearchEditor';
import { formOf, newResearch } from './research-form';

const NEW = '安排会前调研';

/** Sets a research up (`?topicId=` or `?sessionId=`), or changes one (`?id=`). */
export default function ResearchEditPage() {
  const { id, topicId, sessionId } = useRouter().params;
  const { me } = useSession();
  if (!me) {
    return (
      <Page title={NEW}>
        <SignedIn>{null}</SignedIn>
      </Page>
    );
  }
  return id ? <ChangeResearch id={id} /> : <BeginResearch topicId={topicId} sessionId={sessionId} />;
}

function ChangeResearch({ id }: { id: string }) {
  const { data, error, reload } = useAsync(async () => {
    const research = await getResearch(id);
    const { subject } = research;
    const onSession = subject?.kind === 'session' ? await listResearch({ sessionId: subject.id }) : null;
    return { research, latest: onSession?.latestDueAt ?? null };
  }, [id]);
  const inside = data?.research.inside;
  if (!data || !inside?.canEdit) {
    return (
      <Page title="修改安排">
        {data && <StateBlock kind="forbidden" title="现在不能修改这项调研的安排" />}
        {!data && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />)}
      </Page>
    );
  }
  return (
    <ResearchEditor
      pageTitle="修改安排"
      draft={id}
      initial={formOf(data.research, inside)}
      township={data.research.township}
      latest={data.latest}
      save={async (body, key) => (await updateResearch(id, body, key)).id}
      onSaved={() => void goBack()}
    />
  );
}

function BeginResearch({ topicId, sessionId }: { topicId?: string; sessionId?: string }) {
  const { data, error, reload } = useAsync(async () => {
    const subject = topicId ? getTopic(topicId) : getSession(sessionId ?? '');
    const [{ title, township }, known] = await Promise.all([subject, listResearch({ topicId, sessionId })]);
    return { title, township, ...known };
  }, [topicId, sessionId]);
  if (!data?.canBegin) {
    return (
      <Page title={NEW}>
        {data && <StateBlock kind="forbidden" title="召集人和县政协可以安排会前调研" />}
        {!data && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />)}
      </Page>
    );
  }
  return (
    <ResearchEditor
      pageTitle={NEW}
      draft={`new:${topicId ?? sessionId}`}
      initial={newResearch(data.title, data.latestDueAt, Date.now())}
      township={data.township}
      latest={data.latestDueAt}
      save={async ({ revision: _, ...body }, key) =>
        (await createResearch({ ...body, ...(topicId ? { topicId } : { sessionId }) }, key)).id
      }
      onSaved={(created) => void replacePage(RESEARCH_PAGES.detail, { id: created })}
    />
  );
}
