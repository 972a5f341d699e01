import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { TAPPABLE_CLASS } from '@/services/keyboard';
import { isOffered } from '@/services/launch';
import { cx } from '@/utils/cx';
import './index.scss';

type Props = PropsWithChildren<{
  onTap(): void;
  /** What a screen reader says, where the content alone does not tell. */
  label?: string;
  role?: 'button' | 'link' | 'radio' | 'checkbox' | 'tab' | 'option';
  /** Of a choice: whether it is made. */
  checked?: boolean;
  /** Of a tab: whether it is the one shown. */
  selected?: boolean;
  disabled?: boolean;
  /** Of a button: shows more of the page and does nothing else, see services/launch. */
  reads?: boolean;
  className?: string;
  id?: string;
}>;

/** A surface to tap that is no button to look at: a row, a card, a pill. At least 44 px; keyboard works. */
export function Tappable({ onTap, label, role = 'button', checked, disabled = false, className, id, ...rest }: Props) {
  const { reads = role !== 'button', selected, children } = rest;
  if (!isOffered(reads)) return null;
  const inBrowser = {
    role,
    tabIndex: disabled ? -1 : 0,
    'aria-label': label,
    'aria-disabled': disabled ? 'true' : undefined,
    'aria-selected': selected === undefined ? undefined : String(selected),
    'aria-checked': checked === undefined ? undefined : String(checked),
  };
  // WeChat has no names for what is chosen, shown or off: it is said.
  const state = checked === true ? '，已选' : selected === true ? '，正在看' : disabled ? '，不可用' : '';
  const inWechat = { ariaRole: role, ariaLabel: label === undefined ? undefined : `${label}${state}` };
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
