import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { ACCOUNT_PAGES } from '@/features/account/account.pages';
import { SignedIn } from '@/features/identity/SignedIn';
import { MenuList } from '@/features/people/MenuList';
import { openPage } from '@/services/navigation';
import { useSession } from '@/services/session';
import { MyConsents } from './MyConsents';
import { MyDataEntry } from './MyDataEntry';
import { MyDetails } from './MyDetails';
import { MyTold } from './MyTold';

const to = (page: string) => () => void openPage(page);

/** What is stored about me, what I agreed to, who saw it, and how to take it along or be gone. */
export default function AccountPage() {
  const { me } = useSession();
  return (
    <Page title="账号与隐私">
      <SignedIn hint="登录后能查看、更正自己的资料">
        {me && (
          <>
            <Section title="我的资料">
              <MyDetails me={me} />
            </Section>
            <Section title="自愿填写（可以不填）">
              <MyTold key={me.id} me={me} />
            </Section>
            <Section title="我同意的文件">
              <MyConsents key={me.id} />
            </Section>
            <Section title="安全和查询">
              <MenuList
                entries={[
                  { icon: 'phone', label: '谁看过我的电话', onTap: to(ACCOUNT_PAGES.reveals) },
                  { icon: 'lock', label: '登录设备', onTap: to(ACCOUNT_PAGES.devices) },
                  ...(me.way === 'staff'
                    ? [{ icon: 'edit' as const, label: '修改密码', onTap: to(ACCOUNT_PAGES.password) }]
                    : []),
                ]}
              />
              <MyDataEntry />
            </Section>
            <MenuList entries={[{ icon: 'trash', label: '注销账号', onTap: to(ACCOUNT_PAGES.leave) }]} />
          </>
        )}
      </SignedIn>
    </Page>
  );
}
