import { likenessText, type SimilarTopic, stateLabel } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Tappable } from '@/components/Tappable';
import { useSubmission } from '@/hooks/useSubmission';
import { openPage } from '@/services/navigation';
import { useOutbox } from '@/services/outbox';
import { askToSubscribe } from '@/services/subscriptions';
import { cosignPath, cosignTopic } from '../topic.api';
import { TOPIC_PAGES } from '../topic.pages';

interface Props {
  topic: SimilarTopic;
  cosigning: boolean;
  onCosigned?(topic: SimilarTopic): void;
  /** Offers to merge into it. */
  onMerge?(topic: SimilarTopic): void;
}

/** One topic like another that is being written or screened. */
export function SimilarRow({ topic, cosigning, onCosigned, onMerge }: Props) {
  const cosign = useSubmission(cosignTopic);
  const join = async () => {
    const asked = askToSubscribe('cosign');
    const joined = await cosign.submit(topic);
    await asked;
    if (joined) onCosigned?.(topic);
  };
  const queued = useOutbox().some(({ path }) => path === cosignPath(topic.id));
  const joined = cosign.state === 'done' && !queued;
  return (
    <View className="similar-topics__row">
      <Tappable
        role="link"
        className="similar-topics__topic"
        label={`看看“${topic.title}”`}
        onTap={() => void openPage(TOPIC_PAGES.detail, { id: topic.id })}
      >
        <Text className="similar-topics__title">{topic.title}</Text>
        <Text className="similar-topics__facts">
          {topic.communityName} · {stateLabel('topic', topic.state)} · {topic.cosigns + (joined ? 1 : 0)} 人附议
        </Text>
        <Text className="similar-topics__facts">{likenessText(topic)}</Text>
      </Tappable>
      {cosigning &&
        topic.cosignable &&
        (joined || queued ? (
          <Text className="similar-topics__joined">{queued ? '附议待发送' : '已附议'}</Text>
        ) : (
          <Button kind="secondary" text="附议" label={`附议“${topic.title}”`} onPress={join} />
        ))}
      {onMerge && (
        <Button kind="secondary" text="并入这件" label={`并入“${topic.title}”`} onPress={() => onMerge(topic)} />
      )}
      <ErrorNotice error={cosign.error} />
    </View>
  );
}
