import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Tappable } from '@/components/Tappable';
import { cx } from '@/utils/cx';
import './index.scss';

type Props = PropsWithChildren<{
  onTap(): void;
  /** What a screen reader says: the row in one line. */
  label: string;
  /** The one that is open beside the list. */
  selected?: boolean;
}>;

/** One row of a list, as a card that opens something. */
export function ListRow({ onTap, label, selected = false, children }: Props) {
  return (
    <Tappable role="link" className={cx('list-row', selected && 'list-row--selected')} label={label} onTap={onTap}>
      <View className="list-row__body">{children}</View>
    </Tappable>
  );
}
