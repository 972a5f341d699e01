import type { TopicDetail } from '@consult/shared';
import { Image, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { KeyValue } from '@/components/KeyValue';
import { MapLink } from '@/components/MapLink';
import { Section } from '@/components/Section';
import { Tappable } from '@/components/Tappable';
import { assetUrl } from '@/services/api';

/** What its raiser wrote, with the photos. */
export function TopicStory({ topic }: { topic: TopicDetail }) {
  const rows = [
    { label: '地点', value: [topic.townshipName, topic.communityName, topic.place].filter(Boolean).join(' ') },
    { label: '涉及', value: topic.affected },
    { label: '试过', value: topic.tried },
    { label: '建议', value: topic.suggestion },
  ];
  const urls = topic.photos.map(({ screenUrl }) => assetUrl(screenUrl));
  return (
    <Section title="怎么回事">
      <View className="topic-view__panel">
        <Text className="topic-view__text">{topic.description}</Text>
        {urls.length > 0 && (
          <View className="topic-view__photos">
            {topic.photos.map((photo, index) => (
              <Tappable
                reads
                key={photo.id}
                className="topic-view__photo"
                label={`看第 ${index + 1} 张照片`}
                onTap={() => void Taro.previewImage({ current: assetUrl(photo.screenUrl), urls })}
              >
                <Image className="topic-view__image" src={assetUrl(photo.thumbUrl)} mode="aspectFill" />
              </Tappable>
            ))}
          </View>
        )}
        <KeyValue rows={rows.map(({ label, value }) => ({ label, value: value && <Text>{value}</Text> }))} />
        {topic.location && <MapLink point={topic.location} name={topic.place ?? topic.communityName} />}
      </View>
    </Section>
  );
}
