import { useEffect, useState } from 'react';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { Tabs } from '@/components/Tabs';
import { getDemoPeople } from '@/features/identity/identity.api';
import { settleSignIn } from '@/features/identity/require-sign-in';
import { useAsync } from '@/hooks/useAsync';
import { useWideScreen } from '@/hooks/useWideScreen';
import { DemoPeople } from './DemoPeople';
import { DesktopCode } from './DesktopCode';
import { StaffEntry } from './StaffEntry';
import { WechatEntry } from './WechatEntry';
import './index.scss';

type Way = 'demo' | 'wechat' | 'qr' | 'staff';

const LABELS: Readonly<Record<Way, string>> = {
  demo: '演示身份',
  wechat: '微信登录',
  qr: '扫码登录',
  staff: '账号登录',
};

/** The ways in: in WeChat its own, in a browser a phone that says yes or a staff account, and in the demo anyone. */
export default function SignInPage() {
  const demo = useAsync(getDemoPeople, []);
  const wide = useWideScreen();
  const [chosen, setChosen] = useState<Way | null>(null);
  useEffect(() => settleSignIn, []);

  if (demo.data === null && demo.error === null) {
    return (
      <Page title="登录">
        <Skeleton rows={4} />
      </Page>
    );
  }
  const here: readonly Way[] =
    process.env.TARO_ENV === 'weapp' ? ['wechat', 'staff'] : wide ? ['qr', 'staff'] : ['staff', 'qr'];
  const ways: readonly Way[] = demo.data ? ['demo', ...here] : here;
  const way = chosen ?? ways[0] ?? 'staff';
  return (
    <Page title="登录">
      <Tabs<Way> tabs={ways.map((value) => ({ value, label: LABELS[value] }))} value={way} onChange={setChosen} />
      {way === 'demo' && demo.data && <DemoPeople people={demo.data} />}
      {way === 'wechat' && <WechatEntry />}
      {way === 'qr' && <DesktopCode inWechat={demo.data === null} />}
      {way === 'staff' && <StaffEntry />}
    </Page>
  );
}
