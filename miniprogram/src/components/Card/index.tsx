import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Tappable } from '@/components/Tappable';
import { cx } from '@/utils/cx';
import './index.scss';

type Props = PropsWithChildren<{
  /** Makes the whole card open something. */
  onTap?: () => void;
  /** What a screen reader says of a card that opens something. */
  label?: string;
  /** The one that is open beside the list. */
  selected?: boolean;
  className?: string;
}>;

/** A white surface that holds one thing. */
export function Card({ onTap, label, selected = false, className, children }: Props) {
  const name = cx('card', onTap && 'card--tappable', selected && 'card--selected', className);
  if (!onTap) return <View className={name}>{children}</View>;
  return (
    <Tappable role="link" className={name} label={label} onTap={onTap}>
      {children}
    </Tappable>
  );
}
