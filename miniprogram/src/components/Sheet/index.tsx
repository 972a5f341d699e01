import { Popup } from '@nutui/nutui-react-taro';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { useDialog } from '@/hooks/useDialog';
import { useWideScreen } from '@/hooks/useWideScreen';
import './index.scss';

interface Props {
  open: boolean;
  title: string;
  onClose(): void;
  /** Above the footer, in sight wherever the content is scrolled to. */
  notice?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}

/** A panel over the page: from the bottom on a phone, in the middle of a wide screen. in a browser with the keyboard to itself. */
export function Sheet({ open, title, onClose, notice, footer, children }: Props) {
  const wide = useWideScreen();

  const dialog = useDialog(open, onClose);

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
          ref={dialog}
          className="sheet__body"
          {...(process.env.TARO_ENV === 'h5'
            ? { role: 'dialog', 'aria-modal': 'true', 'aria-label': title, tabIndex: -1 }
            : { ariaRole: 'dialog', ariaLabel: title })}
        >
          <View className="sheet__head">
            <Text className="sheet__title">{title}</Text>
            <Tappable reads className="sheet__close" label="关闭" onTap={onClose}>
              <Icon name="close" />
            </Tappable>
          </View>
          <View className="sheet__content">{children}</View>
          {notice && <View className="sheet__notice">{notice}</View>}
          {footer && <View className="sheet__footer">{footer}</View>}
        </View>
      )}
    </Popup>
  );
}
