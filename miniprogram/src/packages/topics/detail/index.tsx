import type { TopicDetail } from '@consult/shared';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Page } from '@/components/Page';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { HandledTopic } from '@/features/work/HandledTopic';
import { useShare } from '@/hooks/useShare';

/** One topic as a page of its own, `?id=`. */
export default function TopicPage() {
  const { id = '' } = useRouter().params;
  const [topic, setTopic] = useState<TopicDetail | null>(null);
  useShare({ title: topic?.title ?? '有事好商量', path: TOPIC_PAGES.detail, query: { id } });
  return (
    <Page title="议题">
      <HandledTopic id={id} onLoaded={setTopic} />
    </Page>
  );
}
