import type { SimilarTopic, TopicDetail } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { SimilarRow } from '@/features/topics/SimilarTopics/SimilarRow';
import { listSimilarTopics } from '@/features/topics/topic.api';
import { useAsync } from '@/hooks/useAsync';
import '@/features/topics/SimilarTopics/index.scss';

interface Props {
  topic: TopicDetail;
  onMerge(into: SimilarTopic): void;
}

/** For who screens a topic: what was raised already and reads like it, with why, and to merge it into that. */
export function LookAlikes({ topic, onMerge }: Props) {
  const { id, township, title, actions } = topic;
  const canMerge = actions.includes('merge');
  const { data: alike } = useAsync(() => listSimilarTopics({ township, title, except: id }), [id, title]);
  if (!alike?.length) return null;
  return (
    <View className="similar-topics">
      <Text className="similar-topics__head">
        有 {alike.length} 件相近的议题。
        {canMerge ? '是同一件事的话，可以并案。' : '是同一件事的话，受理以后可以并案。'}
      </Text>
      {alike.map((one) => (
        <SimilarRow key={one.id} topic={one} cosigning={false} {...(canMerge && { onMerge })} />
      ))}
    </View>
  );
}
