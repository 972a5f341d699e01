import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { TAPPABLE_CLASS } from '@/services/keyboard';
import { cx } from '@/utils/cx';
import './index.scss';

type Props = PropsWithChildren<{
  onTap(): void;
  /** What a screen reader says, where the content alone does not tell. */
  label?: string;
  role?: 'button' | 'link' | 'radio' | 'checkbox' | 'tab' | 'option';
  /** Of a choice: whether it is made. */
  checked?: boolean;
  disabled?: boolean;
  className?: string;
  id?: string;
}>;

/** A surface to tap that is no button to look at: a row, a card, a pill. At least 44 px; keyboard works. */
export function Tappable({ onTap, label, role = 'button', checked, disabled = false, className, id, children }: Props) {
  const inBrowser = {
    role,
    tabIndex: disabled ? -1 : 0,
    'aria-label': label,
    'aria-disabled': disabled ? 'true' : undefined,
    'aria-checked': checked === undefined ? undefined : String(checked),
  };
  const inWechat = { ariaRole: role, ariaLabel: label };
  return (
    <View
      // Given undefined, Taro would write id="undefined" into the page.
      {...(id === undefined ? {} : { id })}
      className={cx(TAPPABLE_CLASS, disabled && 'tappable--disabled', className)}
      hoverClass={disabled ? 'none' : 'tappable--pressed'}
      onClick={() => {
        if (!disabled) onTap();
      }}
      {...(process.env.TARO_ENV === 'h5' ? inBrowser : inWechat)}
    >
      {children}
    </View>
  );
}
