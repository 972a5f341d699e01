import { type Me, type RegionTree, regionAt, type TopicInput } from '@consult/shared';
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

/** A topic being raised: kept on the device until it is sent. */
export function NewTopic({ me, tree }: { me: Me; tree: readonly RegionTree[] }) {
  const townships = townshipsFor('topic.raise', me.grants, tree);
  const last = lastCommunity();
  const community = townships.includes(regionAt(last, 'township') ?? '') ? last : null;
  const draft = useDraft('raise', { ...EMPTY_TOPIC, community });
  const raising = useSubmission((input: TopicInput, key) => raiseTopic({ ...input, submit: true }, key));

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
    await replacePage(TOPIC_PAGES.raised, { id: created.id });
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
