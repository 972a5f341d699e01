import { capacityLabel } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { CountBadge } from '@/components/CountBadge';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { useUnreadCount } from '@/hooks/useUnreadCount';
import { currentPath, MESSAGES, openPage, TABS, WORKBENCH } from '@/services/navigation';
import { useSession } from '@/services/session';
import { useTownship } from '@/services/township';
import { cx } from '@/utils/cx';
import './index.scss';

/** Where to go, at the left of a wide screen; the phone has the tab bar instead. */
export function SideNav() {
  const { me, grants, isStaff } = useSession();
  const township = useTownship();
  const here = currentPath();
  const unread = useUnreadCount();
  const places = [...(isStaff ? [WORKBENCH] : []), ...TABS, ...(me ? [MESSAGES] : [])];
  const [grant] = grants;

  return (
    <View className="side-nav" {...{ role: 'navigation', 'aria-label': '主导航' }}>
      <View className="side-nav__brand">
        <Text className="side-nav__name">有事好商量</Text>
        {township && <Text className="side-nav__place">{township.name}</Text>}
      </View>
      {places.map(({ path, label, icon }) => (
        <Tappable
          key={path}
          role="link"
          label={path === MESSAGES.path && unread > 0 ? `${label}，${unread} 条未读` : undefined}
          className={cx('side-nav__item', here === path && 'side-nav__item--here')}
          onTap={() => void openPage(path)}
        >
          <Icon name={icon} />
          <Text>{label}</Text>
          {path === MESSAGES.path && <CountBadge count={unread} />}
        </Tappable>
      ))}
      <View className="side-nav__person">
        <Text className="side-nav__person-name">{me ? me.name : '未登录'}</Text>
        {grant && <Text className="side-nav__person-role">{capacityLabel(grant.role)}</Text>}
      </View>
    </View>
  );
}
