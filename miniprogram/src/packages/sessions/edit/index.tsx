import { holds, rolesIn } from '@consult/shared';
import { useRouter } from '@tarojs/taro';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import { SignedIn } from '@/features/identity/SignedIn';
import { useCurrentTownship } from '@/features/regions/current-township';
import { createSession, getSession, updateSession } from '@/features/sessions/session.api';
import { SESSION_PAGES } from '@/features/sessions/session.pages';
import { getTopic } from '@/features/topics/topic.api';
import { useAsync } from '@/hooks/useAsync';
import { goBack, replacePage } from '@/services/navigation';
import { useSession } from '@/services/session';
import { SessionEditor } from './SessionEditor';
import { formOf, newSession } from './session-form';
import './index.scss';

/** Calls a session (`?topicId=` about that topic, or several with commas between), or changes one (`?id=`). */
export default function SessionEditPage() {
  const { id, topicId } = useRouter().params;
  const { me } = useSession();
  if (!me) {
    return (
      <Page title="召集协商">
        <SignedIn>{null}</SignedIn>
      </Page>
    );
  }
  // WeChat hands a query over as it was written, with the commas encoded.
  return id ? <ChangeSession id={id} /> : <CallSession topicId={topicId ? decodeURIComponent(topicId) : null} />;
}

function ChangeSession({ id }: { id: string }) {
  const { data: session, error, reload } = useAsync(() => getSession(id), [id]);
  if (!session?.canEdit) {
    return (
      <Page title="修改安排">
        {session && <StateBlock kind="forbidden" title="现在不能修改这场协商的安排" />}
        {!session && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />)}
      </Page>
    );
  }
  return (
    <SessionEditor
      pageTitle="修改安排"
      draft={id}
      initial={formOf(session)}
      id={id}
      township={session.township}
      save={async (body, key) => {
        await updateSession(id, body, key);
        return id;
      }}
      onSaved={() => void goBack()}
    />
  );
}

function CallSession({ topicId }: { topicId: string | null }) {
  const { me, grants } = useSession();
  const shown = useCurrentTownship();
  const topic = useAsync(async () => Promise.all((topicId?.split(',') ?? []).map(getTopic)), [topicId]);
  const failed = topic.error ?? shown.error;
  const loading = topic.loading || !shown.data;
  const township = topic.data?.[0]?.township ?? townshipOf(shown.data?.code, grants);

  if (failed || loading || !me || !township) {
    return (
      <Page title="召集协商">
        {failed && <ErrorBlock error={failed} onRetry={topic.error ? topic.reload : shown.reload} />}
        {!failed && loading && <Skeleton rows={4} />}
        {!failed && !loading && <StateBlock kind="forbidden" title="召集人和委员可以召集协商" />}
      </Page>
    );
  }
  const about = (topic.data ?? []).map(({ id, title }) => ({ id, title }));
  const micro =
    (topic.data ?? []).some(({ state }) => state === 'accepted') || !holds('plan.write', rolesIn(grants, township));
  return (
    <SessionEditor
      pageTitle="召集协商"
      draft={`new:${topicId ?? ''}`}
      initial={newSession({ id: me.id, name: me.name }, about, micro)}
      id={null}
      township={township}
      save={async ({ revision: _, ...body }, key) => (await createSession(body, key)).id}
      onSaved={(created) => void replacePage(SESSION_PAGES.detail, { id: created })}
    />
  );
}

/** Where somebody may call a session: in the township shown, or where else they hold the role. */
function townshipOf(shown: string | undefined, grants: Parameters<typeof rolesIn>[0]): string | undefined {
  const may = (region: string) => holds('session.call', rolesIn(grants, region));
  if (shown && may(shown)) return shown;
  return grants.find(({ region }) => may(region))?.region;
}
