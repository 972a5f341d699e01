import type { SimilarTopic } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import type { WrittenTopic } from '../topic.api';
import { SimilarRow } from './SimilarRow';
import { useSimilarTopics } from './useSimilarTopics';
import './index.scss';

interface Props {
  /** Township code; null while it is not known. */
  township: string | null;
  written: Omit<WrittenTopic, 'township' | 'except'>;
  /** Offers to co-sign one instead of writing it again. */
  cosigning: boolean;
  /** Called when one was co-signed. */
  onCosigned?(topic: SimilarTopic): void;
}

/** While a title is typed: what others have raised already. */
export function SimilarTopics({ township, written, cosigning, onCosigned }: Props) {
  const topics = useSimilarTopics(township, written);
  if (topics.length === 0) return null;
  return (
    <View className="similar-topics" {...(process.env.TARO_ENV === 'h5' ? { role: 'status' } : {})}>
      <Text className="similar-topics__head">
        {cosigning ? '有人提过相近的事。是同一件的话，附议就行，不用再写。' : '已有相近的议题，请看看是不是同一件。'}
      </Text>
      {topics.map((topic) => (
        <SimilarRow key={topic.id} topic={topic} cosigning={cosigning} onCosigned={onCosigned} />
      ))}
    </View>
  );
}
