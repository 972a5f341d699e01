import { type Created, type Me, type RegionTree, regionAt, type TopicCreate, type TopicInput } from '@consult/shared';
import { OUTBOX_PAGE } from '@/components/NetworkBar';
import { Page } from '@/components/Page';
import { StateBlock } from '@/components/StateBlock';
import { lastCommunity, rememberCommunity } from '@/features/topics/last-community';
import { TopicEditor } from '@/features/topics/TopicEditor';
import { townshipsFor } from '@/features/topics/TopicForm/raising-places';
import { EMPTY_TOPIC, topicInputOf } from '@/features/topics/TopicForm/topic-form';
import { raiseTopic } from '@/features/topics/topic.api';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { useSubmission } from '@/hooks/useSubmission';
import { useDraft } from '@/services/drafts';
import { replacePage } from '@/services/navigation';
import { isForLater, putInOutbox } from '@/services/outbox';

/** A topic being raised: kept on the device until it is sent. */
export function NewTopic({ me, tree }: { me: Me; tree: readonly RegionTree[] }) {
  const townships = townshipsFor('topic.raise', me.grants, tree);
  const last = lastCommunity();
  const community = townships.includes(regionAt(last, 'township') ?? '') ? last : null;
  const draft = useDraft('raise', { ...EMPTY_TOPIC, community });
  const raising = useSubmission(async (input: TopicInput, key): Promise<Created | 'queued'> => {
    const body: TopicCreate = { ...input, submit: true };
    try {
      return await raiseTopic(body, key);
    } catch (failure) {
      if (!isForLater(failure)) throw failure;
      const form = { name: 'raise', page: TOPIC_PAGES.raise, value: draft.value };
      const { title } = input;
      putInOutbox({ key, label: '提议题', title, method: 'POST', path: '/topics', body, form, tried: true });
      return 'queued';
    }
  });

  if (townships.length === 0) {
    return (
      <Page title="提议题">
        <StateBlock kind="forbidden" title="您现在的身份不能提议题" hint="居民、委员、部门、乡镇党委和县政协可以提" />
      </Page>
    );
  }

  const send = async () => {
    const created = await raising.submit(topicInputOf(draft.value));
    if (!created) return;
    if (draft.value.community) rememberCommunity(draft.value.community);
    draft.clear();
    if (created === 'queued') await replacePage(OUTBOX_PAGE);
    else await replacePage(TOPIC_PAGES.raised, { id: created.id });
  };
  return (
    <TopicEditor
      title="提议题"
      draft={draft}
      townships={townships}
      cosigning
      submitLabel="提交议题"
      error={raising.error}
      onSubmit={send}
    />
  );
}
