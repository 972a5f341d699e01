import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import './index.scss';

interface Props {
  links: readonly { key: string; label: string; onTap(): void }[];
}

/** Titles that lead on, one below the other. */
export function LinkList({ links }: Props) {
  return (
    <View>
      {links.map(({ key, label, onTap }) => (
        <Tappable key={key} role="link" className="link-list__link" label={label} onTap={onTap}>
          <Text className="link-list__label">{label}</Text>
          <Icon name="forward" scale={0.8} />
        </Tappable>
      ))}
    </View>
  );
}
