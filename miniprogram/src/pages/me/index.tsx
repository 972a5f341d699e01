import { useDidShow } from '@tarojs/taro';
import { Button } from '@/components/Button';
import { Page } from '@/components/Page';
import { ACCOUNT_PAGES } from '@/features/account/account.pages';
import { useModerationCount } from '@/features/moderation/useModerationCount';
import { MenuList } from '@/features/people/MenuList';
import { accountEntries, adminEntries, ownEntries, publicEntries, workEntries } from '@/features/people/my-entries';
import { ProfileCard } from '@/features/people/ProfileCard';
import { getRegionSettings } from '@/features/regions/region.api';
import { SiteFooter } from '@/features/regions/SiteFooter';
import { useAsync } from '@/hooks/useAsync';
import { useUnreadCount } from '@/hooks/useUnreadCount';
import { refreshMe, signOut } from '@/services/identity';
import { openPage, SIGN_IN_PAGE } from '@/services/navigation';
import { useSession } from '@/services/session';
import { useTownship } from '@/services/township';

/** Who I am here, and all that is mine. */
export default function MePage() {
  const { me, grants, isStaff } = useSession();
  const unread = useUnreadCount();
  const count = useModerationCount();
  const township = useTownship();
  const settings = useAsync(async () => (township ? getRegionSettings(township.code) : null), [township?.code]);
  useDidShow(() => {
    refreshMe().catch(() => {
      // What was known of me last is shown until the server is reached again.
    });
  });
  return (
    <Page tab title="我的">
      <ProfileCard />
      {me && isStaff && <MenuList entries={workEntries(grants, count)} />}
      {me && <MenuList entries={adminEntries(grants)} />}
      {me && <MenuList entries={ownEntries(unread, isStaff)} />}
      <MenuList entries={publicEntries()} />
      <MenuList
        entries={[
          ...(me ? accountEntries() : []),
          { icon: 'settings', label: '外观设置', onTap: () => void openPage(ACCOUNT_PAGES.settings) },
          ...(me?.way === 'demo'
            ? [{ icon: 'refresh' as const, label: '换个身份', onTap: () => void openPage(SIGN_IN_PAGE) }]
            : []),
        ]}
      />
      {me && <Button block kind="secondary" text="退出登录" onPress={signOut} />}
      <SiteFooter filingNumber={settings.data?.filingNumber ?? ''} />
    </Page>
  );
}
