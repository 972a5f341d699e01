import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { useConfirmSheet } from '@/components/ConfirmSheet/useConfirmSheet';
import { Page } from '@/components/Page';
import { StateBlock } from '@/components/StateBlock';
import { putDraft } from '@/services/drafts';
import { replacePage } from '@/services/navigation';
import { makeGood, type Owed } from '@/services/obligations';
import { mayHaveArrived, type Outgoing, sendOutbox, stillOwed, takeOut, useOutbox } from '@/services/outbox';
import { cx } from '@/utils/cx';
import './index.scss';

/** What its person has to do first, and the button for it. */
const DUTIES: Readonly<Record<Owed, { state: string; button: string }>> = {
  'CONSENT.REQUIRED': { state: '还没有发出：要先阅读并同意隐私政策和用户协议', button: '去阅读并同意' },
  'PHONE.REQUIRED': { state: '还没有发出：要先绑定手机号', button: '去绑定手机号' },
};

function sayState(item: Outgoing): string {
  const { refused, tried } = item;
  const owed = stillOwed(item);
  if (refused !== null) return `没有被接收：${refused}`;
  if (owed !== null) return `${DUTIES[owed].state}。办好后自动发出`;
  return tried ? '还没有收到回音，网络好了会自动再发；重发不会变成两件' : '等网络好了自动发出';
}

const MAY_HAVE_ARRIVED = {
  title: '修改后再提交',
  text: '它可能已经送达，只是没收到回音。改了再提交，可能会成为两件。不急的话，等网络好了看看是否已送达。',
  confirmLabel: '仍要修改',
  onConfirm: async () => ({}),
};

/** What was handed in without a network: on its way, to be changed, or to be given up. */
export default function OutboxPage() {
  const waiting = useOutbox();
  const { ask, sheet } = useConfirmSheet();

  const drop = (item: Outgoing) =>
    ask({
      title: '不发了',
      text: mayHaveArrived(item)
        ? '它可能已经送达；这里只是不再重发，写的内容会从这台设备上删掉。'
        : '内容会从这台设备上删掉，找不回来。',
      confirmLabel: '不发了',
      danger: true,
      onConfirm: async () => {
        takeOut(item.key);
        return {};
      },
    });
  const change = async (item: Outgoing) => {
    const { key, form } = item;
    if (!form || (mayHaveArrived(item) && !(await ask(MAY_HAVE_ARRIVED)))) return;
    putDraft(form.name, form.value);
    takeOut(key);
    await replacePage(form.page);
  };

  return (
    <Page title="待发送">
      {waiting.length === 0 && <StateBlock kind="empty" title="没有等着发送的内容" />}
      {waiting.map((item) => (
        <Card key={item.key}>
          <Text className="outbox__title">
            {item.label}：{item.title}
          </Text>
          <Text className={cx('outbox__state', item.refused !== null && 'outbox__state--refused')}>
            {sayState(item)}
          </Text>
          <View className="outbox__buttons">
            <SendButton item={item} />
            {item.form && <Button kind="secondary" text="修改" onPress={() => change(item)} />}
            <Button kind="secondary" text="不发了" onPress={() => drop(item)} />
          </View>
        </Card>
      ))}
      {sheet}
    </Page>
  );
}

/** Sends it now, or asks its person for what stands in the way. */
function SendButton({ item }: { item: Outgoing }) {
  const owed = stillOwed(item);
  if (item.refused !== null) return null;
  if (owed === null) return <Button text="现在就发" onPress={sendOutbox} />;
  const settle = async () => {
    if (await makeGood(owed)) await sendOutbox();
  };
  return <Button text={DUTIES[owed].button} onPress={settle} />;
}
