import { Text } from '@tarojs/components';
import { cx } from '@/utils/cx';
import './index.scss';

export type Tone = 'neutral' | 'primary' | 'success' | 'warn' | 'danger' | 'info';

/** A short word on a coloured ground: a state, a source, a class of reply. */
export function Tag({ text, tone = 'neutral' }: { text: string; tone?: Tone }) {
  return <Text className={cx('tag', `tag--${tone}`)}>{text}</Text>;
}
