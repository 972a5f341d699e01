import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { CountBadge } from '@/components/CountBadge';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { TownshipSheet } from '@/features/regions/TownshipSheet';
import { useUnreadCount } from '@/hooks/useUnreadCount';
import { MESSAGES, openPage } from '@/services/navigation';
import { useSession } from '@/services/session';
import { useTownship } from '@/services/township';
import './index.scss';

/** The township that is shown, which can be changed here, and what is new for me; the page's title is the platform's own name. */
export function HomeHeader() {
  const { me } = useSession();
  const unread = useUnreadCount();
  const township = useTownship();
  const [choosing, setChoosing] = useState(false);
  return (
    <View className="home-header">
      <Text className="home-header__motto care-hide">众人的事情，由众人商量</Text>
      <Tappable
        reads
        className="home-header__place"
        label={`现在看的是${township?.name ?? ''}，换一个乡镇`}
        onTap={() => setChoosing(true)}
      >
        <Icon name="place" scale={0.9} />
        <Text>{township?.name ?? '选择乡镇'}</Text>
        <Icon name="down" scale={0.7} />
      </Tappable>
      {me && (
        <Tappable
          role="link"
          className="home-header__messages"
          label={unread > 0 ? `${MESSAGES.label}，${unread} 条未读` : MESSAGES.label}
          onTap={() => void openPage(MESSAGES.path)}
        >
          <Icon name={MESSAGES.icon} scale={1.1} />
          <CountBadge count={unread} />
        </Tappable>
      )}
      <TownshipSheet open={choosing} onClose={() => setChoosing(false)} />
    </View>
  );
}
