import { Button, type ButtonProps, Text } from '@tarojs/components';
import { cx } from '@/utils/cx';
import './index.scss';

type Props = Pick<
  ButtonProps,
  | 'openType'
  | 'formType'
  | 'onGetPhoneNumber'
  | 'onChooseAvatar'
  | 'onAgreePrivacyAuthorization'
  | 'onClick'
  | 'disabled'
> & {
  text: string;
  id?: string;
  kind?: 'primary' | 'secondary';
};

/** WeChat's own button, for what only it may do (openType, formType): looks like components/Button. Not for the browser. */
export function NativeButton({ text, id, kind = 'primary', ...native }: Props) {
  return (
    <Button
      // Given undefined, Taro would write id="undefined" into the page.
      {...(id === undefined ? {} : { id })}
      {...native}
      className={cx('native-button', `native-button--${kind}`)}
      hoverClass="native-button--pressed"
      {...{ ariaRole: 'button', ariaLabel: text }}
    >
      <Text>{text}</Text>
    </Button>
  );
}
