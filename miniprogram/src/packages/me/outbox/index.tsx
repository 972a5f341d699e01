import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { useConfirmSheet } from '@/components/ConfirmSheet/useConfirmSheet';
import { Page } from '@/components/Page';
import { StateBlock } from '@/components/StateBlock';
import { putDraft } from '@/services/drafts';
import { replacePage } from '@/services/navigation';
import { type Outgoing, sendOutbox, takeOut, useOutbox } from '@/services/outbox';
import { cx } from '@/utils/cx';
import './index.scss';

function sayState({ refused, tried }: Outgoing): string {
  if (refused !== null) return `没有被接收：${refused}`;
  return tried ? '还没有收到回音，网络好了会自动再发；重发不会变成两件' : '等网络好了自动发出';
}

/** What was handed in without a network: on its way, to be changed, or to be given up. */
export default function OutboxPage() {
  const waiting = useOutbox();
  const { ask, sheet } = useConfirmSheet();

  const drop = (item: Outgoing) =>
    ask({
      title: '不发了',
      text: item.tried ? '它可能已经送达；这里只是不再重发。' : '内容会从这台设备上删掉，找不回来。',
      confirmLabel: '不发了',
      danger: true,
      onConfirm: async () => {
        takeOut(item.key);
        return {};
      },
    });
  const change = async ({ key, form }: Outgoing) => {
    if (!form) return;
    putDraft(form.name, form.value);
    takeOut(key);
    await replacePage(form.page);
  };

  return (
    <Page title="待发送">
      {waiting.length === 0 && <StateBlock kind="empty" title="都已经发出去了" hint="没有等着发送的内容" />}
      {waiting.map((item) => (
        <Card key={item.key}>
          <Text className="outbox__title">
            {item.label}：{item.title}
          </Text>
          <Text className={cx('outbox__state', item.refused !== null && 'outbox__state--refused')}>
            {sayState(item)}
          </Text>
          <View className="outbox__buttons">
            {item.refused === null && <Button text="现在就发" onPress={sendOutbox} />}
            {item.form && <Button kind="secondary" text="修改" onPress={() => change(item)} />}
            <Button kind="secondary" text="不发了" onPress={() => drop(item)} />
          </View>
        </Card>
      ))}
      {sheet}
    </Page>
  );
}
