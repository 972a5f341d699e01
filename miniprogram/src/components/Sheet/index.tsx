import { Popup } from '@nutui/nutui-react-taro';
import { Text, View } from '@tarojs/components';
import { type ReactNode, useEffect } from 'react';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { useWideScreen } from '@/hooks/useWideScreen';
import './index.scss';

interface Props {
  open: boolean;
  title: string;
  onClose(): void;
  footer?: ReactNode;
  children: ReactNode;
}

/** A panel over the page: from the bottom on a phone, in the middle of a wide screen. Esc closes it. */
export function Sheet({ open, title, onClose, footer, children }: Props) {
  const wide = useWideScreen();

  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !open) return;
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onClose();
    };
    // Before the SplitView behind it, for which Esc means to close the detail.
    document.addEventListener('keydown', close, true);
    return () => document.removeEventListener('keydown', close, true);
  }, [open, onClose]);

  return (
    <Popup
      className="sheet"
      visible={open}
      position={wide ? 'center' : 'bottom'}
      round
      destroyOnClose
      onClose={onClose}
    >
      {open && (
        <View
          className="sheet__body"
          {...(process.env.TARO_ENV === 'h5'
            ? { role: 'dialog', 'aria-modal': 'true', 'aria-label': title }
            : { ariaRole: 'dialog', ariaLabel: title })}
        >
          <View className="sheet__head">
            <Text className="sheet__title">{title}</Text>
            <Tappable className="sheet__close" label="关闭" onTap={onClose}>
              <Icon name="close" />
            </Tappable>
          </View>
          <View className="sheet__content">{children}</View>
          {footer && <View className="sheet__footer">{footer}</View>}
        </View>
      )}
    </Popup>
  );
}
