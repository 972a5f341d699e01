import { type Me, type RegionTree, regionAt, type TopicCreate, type TopicInput } from '@consult/shared';
import { useEffect } from 'react';
import { OUTBOX_PAGE } from '@/components/NetworkBar';
import { Page } from '@/components/Page';
import { StateBlock } from '@/components/StateBlock';
import { isSettled, requireSettled } from '@/features/account/require-settled';
import { lastCommunity, rememberCommunity } from '@/features/topics/last-community';
import { TopicEditor } from '@/features/topics/TopicEditor';
import { townshipsFor } from '@/features/topics/TopicForm/raising-places';
import { EMPTY_TOPIC, isFilledIn, topicInputOf } from '@/features/topics/TopicForm/topic-form';
import { raiseTopic } from '@/features/topics/topic.api';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { useSubmission } from '@/hooks/useSubmission';
import { useDraft } from '@/services/drafts';
import { replacePage } from '@/services/navigation';
import { handIn } from '@/services/outbox';
import { prefetchPage } from '@/services/prefetch';
import { askToSubscribe } from '@/services/subscriptions';

/** A topic being raised: kept on the device until it is sent. */
export function NewTopic({ me, tree }: { me: Me; tree: readonly RegionTree[] }) {
  const townships = townshipsFor('topic.raise', me.grants, tree);
  const last = lastCommunity();
  const community = townships.includes(regionAt(last, 'township') ?? '') ? last : null;
  const draft = useDraft('raise', { ...EMPTY_TOPIC, community });
  const raising = useSubmission((input: TopicInput, key) => {
    const body: TopicCreate = { ...input, submit: true };
    const form = { name: 'raise', page: TOPIC_PAGES.raise, value: draft.value };
    const item = { key, label: '提议题', title: input.title, method: 'POST' as const, path: '/topics', body, form };
    return handIn(item, () => raiseTopic(body, key));
  });

  useEffect(() => prefetchPage(OUTBOX_PAGE), []);

  if (!isSettled(me)) {
    return (
      <Page title="提议题">
        <StateBlock
          kind="forbidden"
          title="请先选好您的居住地"
          hint="议题由居住地的乡镇（街道）办理"
          action={{ label: '去选择', onPress: requireSettled }}
        />
      </Page>
    );
  }
  if (townships.length === 0) {
    return (
      <Page title="提议题">
        <StateBlock kind="forbidden" title="您现在的身份不能提议题" hint="居民、委员、部门、乡镇党委和县政协可以提" />
      </Page>
    );
  }

  const send = async () => {
    // Asked at the tap that makes it matter; a form with gaps only gets an error.
    const asked = isFilledIn(draft.value) ? askToSubscribe('raise') : null;
    const created = await raising.submit(topicInputOf(draft.value));
    await asked;
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
