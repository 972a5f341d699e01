import { type StaffAccountView, type StaffInitialPassword, sayDate, sayMoment } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { useConfirmSheet } from '@/components/ConfirmSheet/useConfirmSheet';
import { ListView } from '@/components/ListView';
import { Tag, type Tone } from '@/components/Tag';
import { disableStaffAccount, listStaff, resetStaffAccount } from '@/features/admin/staff.api';
import { usePagedList } from '@/hooks/usePagedList';
import { InitialPassword } from './InitialPassword';
import { NewStaffSheet } from './NewStaffSheet';
import './index.scss';

/** How it stands with an account. */
function stateOf({ disabled, lockedUntil, pending }: StaffAccountView): { text: string; tone: Tone } {
  if (disabled) return { text: '已停用', tone: 'neutral' };
  if (lockedUntil !== null) return { text: `锁定到${sayMoment(lockedUntil, Date.now())}`, tone: 'danger' };
  return pending ? { text: '还没有首次登录', tone: 'warn' } : { text: '正常', tone: 'success' };
}

export function StaffList({ county }: { county: string }) {
  const list = usePagedList((after) => listStaff(county, after), [county]);
  const { sheet, ask } = useConfirmSheet();
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<StaffInitialPassword | null>(null);

  const reset = async ({ personId, name, username }: StaffAccountView) => {
    const fresh = await ask({
      title: '重置账号',
      text: `给${name}（${username}）一个新的初始密码。原来的密码和验证器都不能再用，已登录的电脑会退出。`,
      confirmLabel: '重置',
      danger: true,
      onConfirm: (_, key) => resetStaffAccount(personId, key),
    });
    if (!fresh) return;
    setShown(fresh);
    await list.reload();
  };
  const disable = async ({ personId, name, username }: StaffAccountView) => {
    const disabled = await ask({
      title: '停用账号',
      text: `${name}（${username}）不能再用账号登录，已登录的电脑会退出。以后可以用“重置”恢复。`,
      confirmLabel: '停用',
      danger: true,
      onConfirm: async (_, key) => {
        await disableStaffAccount(personId, key);
        return { personId };
      },
    });
    if (disabled) await list.reload();
  };

  return (
    <View>
      <View className="staff__new">
        <Button icon="plus" text="开通账号" onPress={() => setAdding(true)} />
      </View>
      <ListView
        list={list}
        keyOf={({ personId }) => personId}
        empty={{ title: '还没有工作账号', hint: '给要在电脑上办事的工作人员开通' }}
        renderItem={(account) => {
          const { text, tone } = stateOf(account);
          return (
            <Card>
              <View className="staff__head">
                <Text className="staff__name">{account.name}</Text>
                <Tag text={text} tone={tone} />
              </View>
              <Text className="staff__fact">
                用户名 {account.username}，{sayDate(account.createdAt, Date.now())}开通
              </Text>
              <View className="staff__buttons">
                <Button kind="secondary" text="重置" label={`重置${account.name}`} onPress={() => reset(account)} />
                {!account.disabled && (
                  <Button kind="text" text="停用" label={`停用${account.name}`} onPress={() => disable(account)} />
                )}
              </View>
            </Card>
          );
        }}
      />
      {adding && (
        <NewStaffSheet
          county={county}
          onDone={(opened) => {
            setAdding(false);
            setShown(opened);
            if (opened) void list.reload();
          }}
        />
      )}
      {shown && <InitialPassword opened={shown} onClose={() => setShown(null)} />}
      {sheet}
    </View>
  );
}
