import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import './index.scss';

interface Props {
  /** What is moved, as a screen reader says it: 发言 2. */
  name: string;
  index: number;
  count: number;
  onMove(by: number): void;
}

/** Puts an item of a list one place up or down. */
export function OrderButtons({ name, index, count, onMove }: Props) {
  if (count < 2) return null;
  return (
    <View className="order-buttons">
      <Tappable
        className="order-buttons__one"
        label={`上移${name}`}
        disabled={index === 0}
        onTap={() => index > 0 && onMove(-1)}
      >
        <Icon name="up" />
      </Tappable>
      <Tappable
        className="order-buttons__one"
        label={`下移${name}`}
        disabled={index === count - 1}
        onTap={() => index < count - 1 && onMove(1)}
      >
        <Icon name="down" />
      </Tappable>
    </View>
  );
}
