import type { TopicDetail } from '@consult/shared';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { Page } from '@/components/Page';
import { TopicView } from '@/features/topics/TopicView';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';

/** One topic as a page of its own, `?id=`. */
export default function TopicPage() {
  const { id = '' } = useRouter().params;
  const [topic, setTopic] = useState<TopicDetail | null>(null);
  useShareAppMessage(() => ({
    title: topic?.title ?? '有事好商量',
    path: `${TOPIC_PAGES.detail}?id=${id}`,
  }));
  return (
    <Page title="议题">
      <TopicView id={id} onLoaded={setTopic} />
    </Page>
  );
}
