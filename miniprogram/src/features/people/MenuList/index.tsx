import { Text, View } from '@tarojs/components';
import { CountBadge } from '@/components/CountBadge';
import { Icon, type IconName } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import './index.scss';

export interface MenuEntry {
  icon: IconName;
  label: string;
  /** How much is new there, with what a screen reader says of it. */
  news?: { count: number; label: string };
  onTap(): void;
}

/** Ways to go on, one a line. */
export function MenuList({ entries }: { entries: readonly MenuEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <View className="menu-list">
      {entries.map(({ icon, label, news, onTap }) => (
        <Tappable
          key={label}
          role="link"
          label={news && news.count > 0 ? `${label}，${news.label}` : undefined}
          className="menu-list__entry"
          onTap={onTap}
        >
          <Icon name={icon} className="menu-list__icon" />
          <Text className="menu-list__label">{label}</Text>
          {news && <CountBadge count={news.count} />}
          <Icon name="forward" scale={0.8} className="menu-list__on" />
        </Tappable>
      ))}
    </View>
  );
}
