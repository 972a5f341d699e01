import { SUBSCRIBE_MOMENTS, type SubscribeMoment, TEMPLATE_LABELS } from '@consult/shared';
import { Text } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { KeyValue } from '@/components/KeyValue';
import { Section } from '@/components/Section';
import { askToSubscribe } from '@/services/subscriptions';

/** What is asked for together: WeChat takes at most three at once. */
const GROUPS: readonly { moment: SubscribeMoment; text: string }[] = [
  { moment: 'cosign', text: '接收进展通知和评议邀请' },
  { moment: 'inbox', text: '接收待办提醒和会议通知' },
];

/** Which messages one wants to be told through WeChat too; in WeChat alone. */
export function WechatMessages() {
  if (process.env.TARO_ENV !== 'weapp') return null;
  return (
    <Section title="微信消息">
      <Card>
        <Text>每同意一次，微信会发给您一条。不同意也没关系，都能在“消息”里看到。</Text>
      </Card>
      {GROUPS.map(({ moment, text }) => (
        <Card key={moment}>
          <KeyValue
            rows={SUBSCRIBE_MOMENTS[moment].map((key) => ({
              label: TEMPLATE_LABELS[key].name,
              value: TEMPLATE_LABELS[key].about,
            }))}
          />
          <Button block kind="secondary" text={text} onPress={() => askToSubscribe(moment)} />
        </Card>
      ))}
    </Section>
  );
}
