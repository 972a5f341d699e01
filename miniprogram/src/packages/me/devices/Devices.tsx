import { type SignInView, sayMoment } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { useConfirmSheet } from '@/components/ConfirmSheet/useConfirmSheet';
import { ListView } from '@/components/ListView';
import { Tag } from '@/components/Tag';
import { endSignIn, listSignIns } from '@/features/account/account.api';
import { usePagedList } from '@/hooks/usePagedList';
import { uuid } from '@/utils/uuid';
import './index.scss';

/** Ends every sign-in but this one. @returns how many */
async function endOthers(): Promise<{ ended: number }> {
  let ended = 0;
  for (;;) {
    const { items, nextAfter } = await listSignIns(null);
    const others = items.filter(({ current }) => !current);
    for (const { id } of others) await endSignIn(id, uuid());
    ended += others.length;
    if (nextAfter === null) return { ended };
  }
}

export function Devices() {
  const list = usePagedList(listSignIns, []);
  const { sheet, ask } = useConfirmSheet();
  const hasOthers = list.items.some(({ current }) => !current);

  const end = async ({ id, device }: SignInView) => {
    const ended = await ask({
      title: '退出这台设备',
      text: `“${device}”要重新登录才能再用。`,
      confirmLabel: '退出',
      danger: true,
      onConfirm: async (_, key) => {
        await endSignIn(id, key);
        return { id };
      },
    });
    if (ended) await list.reload();
  };
  const endAll = async () => {
    const ended = await ask({
      title: '退出其他全部设备',
      text: '除了正在用的这一台，其他设备都要重新登录。',
      confirmLabel: '全部退出',
      danger: true,
      onConfirm: endOthers,
    });
    if (ended) await list.reload();
  };

  return (
    <View>
      <ListView
        list={list}
        keyOf={({ id }) => id}
        empty={{ title: '没有登录记录' }}
        renderItem={(signIn) => <Device signIn={signIn} onEnd={() => end(signIn)} />}
      />
      {hasOthers && <Button block kind="danger" text="退出其他全部设备" onPress={endAll} />}
      {sheet}
    </View>
  );
}

function Device({ signIn, onEnd }: { signIn: SignInView; onEnd(): Promise<void> }) {
  const { device, wayLabel, lastUsedAt, createdAt, current } = signIn;
  const now = Date.now();
  return (
    <Card>
      <View className="devices__device">
        <View className="devices__words">
          <Text className="devices__name">{device}</Text>
          {device !== wayLabel && <Text className="devices__fact">{wayLabel}</Text>}
          <Text className="devices__fact">{sayMoment(createdAt, now)}登录</Text>
          {!current && <Text className="devices__fact">最近使用：{sayMoment(lastUsedAt, now)}</Text>}
        </View>
        {current ? (
          <Tag text="本机" tone="success" />
        ) : (
          <Button kind="secondary" text="退出" label={`退出${device}`} onPress={onEnd} />
        )}
      </View>
    </Card>
  );
}
