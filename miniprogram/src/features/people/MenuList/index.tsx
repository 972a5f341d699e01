import { Text, View } from '@tarojs/components';
import { Icon, type IconName } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import './index.scss';

export interface MenuEntry {
  icon: IconName;
  label: string;
  onTap(): void;
}

/** Ways to go on, one a line. */
export function MenuList({ entries }: { entries: readonly MenuEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <View className="menu-list">
      {entries.map(({ icon, label, onTap }) => (
        <Tappable key={label} role="link" className="menu-list__entry" onTap={onTap}>
          <Icon name={icon} className="menu-list__icon" />
          <Text className="menu-list__label">{label}</Text>
          <Icon name="forward" scale={0.8} className="menu-list__on" />
        </Tappable>
      ))}
    </View>
  );
}
