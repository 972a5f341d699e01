import type { TopicDetail } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { KeyValue } from '@/components/KeyValue';
import { MapLink } from '@/components/MapLink';
import { PhotoGrid } from '@/components/PhotoGrid';
import { Section } from '@/components/Section';

/** What its raiser wrote, with the photos. */
export function TopicStory({ topic }: { topic: TopicDetail }) {
  const rows = [
    { label: '地点', value: [topic.townshipName, topic.communityName, topic.place].filter(Boolean).join(' ') },
    { label: '涉及', value: topic.affected },
    { label: '试过', value: topic.tried },
    { label: '建议', value: topic.suggestion },
  ];
  return (
    <Section title="怎么回事">
      <View className="topic-view__panel">
        <Text className="topic-view__text">{topic.description}</Text>
        <PhotoGrid photos={topic.photos} />
        <KeyValue rows={rows.map(({ label, value }) => ({ label, value: value && <Text>{value}</Text> }))} />
        {topic.location && <MapLink point={topic.location} name={topic.place ?? topic.communityName} />}
      </View>
    </Section>
  );
}
