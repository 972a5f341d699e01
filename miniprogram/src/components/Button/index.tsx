import { Button as NutButton } from '@nutui/nutui-react-taro';
import { Text } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { Icon, type IconName } from '@/components/Icon';
import { TAPPABLE_CLASS } from '@/services/keyboard';
import { isOffered } from '@/services/launch';
import { cx } from '@/utils/cx';
import './index.scss';

interface Props {
  text: string;
  /** While the promise it returns is pending, the button turns and further taps do nothing. */
  onPress(): unknown;
  kind?: 'primary' | 'secondary' | 'danger' | 'text';
  icon?: IconName;
  /** As wide as there is room. */
  block?: boolean;
  /** Busy for a reason of its own. */
  loading?: boolean;
  disabled?: boolean;
  /** What a screen reader says instead of the text. */
  label?: string;
  className?: string;
  /** Shows more of the page and does nothing else, see services/launch. */
  reads?: boolean;
}

const LOOK = {
  primary: { type: 'primary', fill: 'solid' },
  secondary: { type: 'primary', fill: 'outline' },
  danger: { type: 'danger', fill: 'outline' },
  text: { type: 'primary', fill: 'none' },
} as const;

/** A button; `onPress` must deal with its own errors. */
export function Button(props: Props) {
  const { text, onPress, kind = 'primary', icon, block = false, loading = false, disabled = false, label } = props;
  const [pressed, setPressed] = useState(false);
  // A ref, since further taps may come before React has drawn the first.
  const busy = useRef(false);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const press = async () => {
    if (busy.current || loading || disabled) return;
    const work = onPress();
    if (!(work instanceof Promise)) return;
    busy.current = true;
    setPressed(true);
    try {
      await work;
    } finally {
      busy.current = false;
      if (mounted.current) setPressed(false);
    }
  };

  if (!isOffered(props.reads === true)) return null;
  const turning = loading || pressed;
  // In a browser NutUI's button is no <button>: it says so, and the keyboard presses it (services/keyboard).
  const inBrowser = { role: 'button', tabIndex: disabled ? -1 : 0, 'aria-disabled': disabled ? 'true' : undefined };
  return (
    <NutButton
      {...LOOK[kind]}
      className={cx(TAPPABLE_CLASS, 'button', `button--${kind}`, block && 'button--block', props.className)}
      block={block}
      loading={turning}
      disabled={disabled}
      icon={icon && !turning ? <Icon name={icon} /> : null}
      ariaLabel={label ?? text}
      onClick={() => void press()}
      {...(process.env.TARO_ENV === 'h5' ? inBrowser : {})}
    >
      <Text>{text}</Text>
    </NutButton>
  );
}
