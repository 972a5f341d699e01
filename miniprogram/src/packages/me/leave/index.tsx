import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ChoiceField } from '@/components/ChoiceField';
import { useConfirmSheet } from '@/components/ConfirmSheet/useConfirmSheet';
import { NumberedList } from '@/components/NumberedList';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { deleteAccount } from '@/features/account/account.api';
import { SignedIn } from '@/features/identity/SignedIn';
import { forgetSession } from '@/services/identity';
import { openPage, TABS } from '@/services/navigation';
import { say } from '@/services/say';

const GOES = ['您的称呼、头像、手机号、居住地', '微信和其他登录方式', '没有提交的草稿和照片', '所有设备上的登录'];
const STAYS = [
  '已提交的议题、纪要和成果，不再显示您的名字',
  '附议和评议的次数，不再知道是谁',
  '办理过程的记录，供依法核查',
];

/** 注销: says what goes and what stays, has it read, and asks once more. */
export default function LeavePage() {
  const [read, setRead] = useState(false);
  const [photosToo, setPhotosToo] = useState(false);
  const { sheet, ask } = useConfirmSheet();

  const leave = async () => {
    const gone = await ask({
      title: '确定注销吗',
      text: `${photosToo ? '您传的照片一并删除。' : ''}注销后不能恢复。以后再登录，会是一个新账号。`,
      confirmLabel: '确定注销',
      danger: true,
      onConfirm: async (_, key) => {
        await deleteAccount(photosToo, key);
        return { gone: true };
      },
    });
    if (!gone) return;
    forgetSession();
    await openPage(TABS[0].path);
    say('账号已注销');
  };

  return (
    <Page title="注销账号">
      <SignedIn>
        <Section title="会删除">
          <Card>
            <NumberedList items={GOES} />
          </Card>
        </Section>
        <Section title="会留下">
          <Card>
            <NumberedList items={STAYS} />
          </Card>
        </Section>
        <Card>
          <Text>还有工作身份的，请先联系管理员解除。需要留底的，请先“导出我的资料”。</Text>
        </Card>
        <ChoiceField
          label="议题里的照片"
          hint="默认留下，供继续办理。想删可以在这里选。"
          multiple
          choices={[{ value: 'photos', label: '一并删除我传的照片' }]}
          value={photosToo ? ['photos'] : []}
          onChange={(chosen) => setPhotosToo(chosen.length > 0)}
        />
        <ChoiceField
          label="我已看清楚"
          required
          multiple
          choices={[{ value: 'read', label: '我已看清会删除什么、留下什么' }]}
          value={read ? ['read'] : []}
          onChange={(chosen) => setRead(chosen.length > 0)}
        />
        <Button block kind="danger" text="注销账号" disabled={!read} onPress={leave} />
        {sheet}
      </SignedIn>
    </Page>
  );
}
