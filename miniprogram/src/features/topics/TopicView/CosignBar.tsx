import { COSIGNABLE_STATES, type TopicDetail } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Icon } from '@/components/Icon';
import { requireSignIn } from '@/features/identity/require-sign-in';
import { useSubmission } from '@/hooks/useSubmission';
import { useOutbox } from '@/services/outbox';
import { useSession } from '@/services/session';
import { askToSubscribe } from '@/services/subscriptions';
import { cosignPath, cosignTopic, getTopic, uncosignTopic } from '../topic.api';

interface Props {
  topic: TopicDetail;
  /** The topic as it is after a co-signature was given or taken back. */
  onChanged(topic: TopicDetail): void;
}

/** How many stand behind a topic (附议), and the button to join or leave them. */
export function CosignBar({ topic, onChanged }: Props) {
  const { signedIn } = useSession();
  const change = useSubmission(async ({ join }: { join: boolean }, key: string) => {
    if (!join) await uncosignTopic(topic.id, key);
    else if ((await cosignTopic(topic, key)) === 'queued') return topic;
    return getTopic(topic.id);
  });
  const queued = useOutbox().some(({ path }) => path === cosignPath(topic.id));
  const set = async (join: boolean) => {
    const asked = join && signedIn ? askToSubscribe('cosign') : null;
    if (!(await requireSignIn())) return;
    const changed = await change.submit({ join });
    await asked;
    if (changed) onChanged(changed);
  };
  const open = COSIGNABLE_STATES.includes(topic.state);
  // A visitor is asked who they are only once they press it.
  const offered = signedIn ? topic.canCosign : open;

  if (topic.cosigns === 0 && !offered) return null;
  return (
    <View className="topic-view__panel">
      <View className="cosign-bar">
        <View className="cosign-bar__count">
          <Icon name="support" />
          <Text className="cosign-bar__figure">{topic.cosigns}</Text>
          <Text>人附议</Text>
        </View>
        {offered &&
          (topic.cosigned ? (
            <Button kind="secondary" text="已附议，撤回" onPress={() => set(false)} />
          ) : (
            <Button
              icon="support"
              text={queued ? '附议待发送' : '我也附议'}
              disabled={queued}
              onPress={() => set(true)}
            />
          ))}
      </View>
      <ErrorNotice error={change.error} />
    </View>
  );
}
