import {
  fateLine,
  isShown,
  isUnseenTopic,
  plainPath,
  sayDate,
  stateLabel,
  TOPIC_SOURCE_LABELS,
  type TopicDetail,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { FourSteps } from '@/components/FourSteps';
import { Tag } from '@/components/Tag';
import { ShareButton } from '@/features/links/ShareButton';
import type { ShareCard } from '@/features/links/share-card';
import { TOPIC_PAGES } from '../topic.pages';
import { progressOf, toneOf } from '../topic-tone';

/** Title, who and when, and the four-step bar. */
export function TopicHead({ topic, now }: { topic: TopicDetail; now: number }) {
  return (
    <View className="topic-view__panel">
      <View className="topic-view__tags">
        <Tag text={stateLabel('topic', topic.state)} tone={toneOf(topic)} />
        <Tag text={topic.category} />
        {topic.sensitive && <Tag text="内部" tone="danger" />}
      </View>
      <Text
        className="topic-view__title"
        {...(process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': '2' } : {})}
      >
        {topic.title}
      </Text>
      <View className="topic-view__by">
        <Text>
          {topic.raiserName} {sayDate(topic.createdAt, now)}提出
        </Text>
        {topic.recordedBy && <Text>{topic.recordedBy}代录</Text>}
        <Text className="care-hide">{TOPIC_SOURCE_LABELS[topic.source]}</Text>
      </View>
      <FourSteps progress={progressOf(topic)} />
      {topic.fate !== null && <Text className="topic-view__fate">{fateLine(topic.fate)}</Text>}
      {!topic.sensitive && !isUnseenTopic(topic.state) && (
        <ShareButton
          title={topic.title}
          path={TOPIC_PAGES.detail}
          query={{ id: topic.id }}
          {...((topic.content === null || isShown(topic.content.state)) && { card: cardOf(topic) })}
        />
      )}
    </View>
  );
}

/** What of a topic stands on a card. */
const cardOf = (topic: TopicDetail): ShareCard => ({
  kind: `群众议题 · ${topic.townshipName}`,
  title: topic.title,
  progress: progressOf(topic),
  stands: topic.fate === null ? stateLabel('topic', topic.state) : fateLine(topic.fate),
  path: plainPath('topic', topic.code),
});
