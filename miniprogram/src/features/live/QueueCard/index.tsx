import { type LiveSpeaker, type LiveState, QUEUE_RULE_TEXT } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Section } from '@/components/Section';
import { besideName, nameOf } from '../speaking';
import './index.scss';

interface Props {
  state: LiveState;
  /** One's own place on the list. */
  mine: string | null;
  /** Of who chairs: gives the floor to one of those who wait. */
  onCall?: (who: LiveSpeaker) => unknown;
  /** Of who chairs: another order. */
  onOrder?: () => void;
}

const IN_BROWSER = process.env.TARO_ENV === 'h5';

/** Who waits to speak, in the order in which they will, and why in that order. */
export function QueueCard({ state, mine, onCall, onOrder }: Props) {
  const { queue, orderedByChair, orderReason, spokenCount } = state;
  return (
    <Section
      title={`等候发言（${queue.length}）`}
      more={onOrder && queue.length > 1 ? { label: '调整顺序', onTap: onOrder } : undefined}
    >
      <Card>
        {queue.length === 0 && <Text className="queue-card__rule">还没有人举手</Text>}
        <View {...(IN_BROWSER && queue.length > 0 ? { role: 'list' } : {})}>
          {queue.map((who, i) => {
            const spoken = spokenCount[who.participantId] ?? 0;
            const beside = [besideName(who), spoken > 0 && `已发言 ${spoken} 次`].filter(Boolean).join(' · ');
            return (
              <View key={who.participantId} className="queue-card__row" {...(IN_BROWSER ? { role: 'listitem' } : {})}>
                <Text className="queue-card__place">{i + 1}</Text>
                <View className="queue-card__who">
                  <Text className="queue-card__name">
                    {nameOf(who)}
                    {who.participantId === mine && '（我）'}
                  </Text>
                  {beside !== '' && <Text className="queue-card__beside">{beside}</Text>}
                </View>
                {onCall && (
                  <Button kind="text" text="请发言" label={`请${nameOf(who)}发言`} onPress={() => onCall(who)} />
                )}
              </View>
            );
          })}
        </View>
        {queue.length > 0 &&
          (orderedByChair ? (
            <Text className="queue-card__rule">
              现在按主持人定的顺序{orderReason === null ? '。' : `：${orderReason}`}
            </Text>
          ) : (
            <Text className="queue-card__rule care-hide">{QUEUE_RULE_TEXT}</Text>
          ))}
      </Card>
    </Section>
  );
}
