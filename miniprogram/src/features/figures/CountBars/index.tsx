import type { Count } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { cx } from '@/utils/cx';
import './index.scss';

export interface CountBar {
  key: string;
  label: string;
  count: Count;
  /** Further words after the number, such as what is asked for. */
  note?: string;
  /** Stands in under the one before it. */
  inner?: boolean;
  onTap?(): void;
}

interface Props {
  bars: readonly CountBar[];
  unit?: string;
  /** The number that fills the whole width; the largest one if left out. */
  full?: number;
}

/** Numbers one below the other, each with a bar beside its words: a table that can be read without its bars. */
export function CountBars({ bars, unit = '件', full }: Props) {
  const widest = Math.max(1, full ?? 0, ...bars.map(({ count }) => count.n));
  return (
    <View className="count-bars" {...(process.env.TARO_ENV === 'h5' ? { role: 'list' } : {})}>
      {bars.map(({ key, label, count, note, inner = false, onTap }) => {
        const opens = onTap !== undefined && count.rows > 0;
        const some = count.rows < count.n && count.rows > 0 ? `可看 ${count.rows} ${unit}` : undefined;
        const words = [`${count.n} ${unit}`, note, some].filter(Boolean).join('，');
        const content = (
          <>
            <View className="count-bars__words">
              <Text className="count-bars__label">{label}</Text>
              <Text className="count-bars__number">{words}</Text>
              {opens && <Icon name="forward" scale={0.7} />}
            </View>
            <View className="count-bars__track" {...(process.env.TARO_ENV === 'h5' ? { 'aria-hidden': 'true' } : {})}>
              <View className="count-bars__bar" style={{ width: `${(count.n / widest) * 100}%` }} />
            </View>
          </>
        );
        const name = cx('count-bars__row', inner && 'count-bars__row--inner');
        return (
          <View key={key} {...(process.env.TARO_ENV === 'h5' ? { role: 'listitem' } : {})}>
            {opens ? (
              <Tappable role="link" className={name} label={`${label}，${words}`} onTap={onTap}>
                {content}
              </Tappable>
            ) : (
              <View className={name}>{content}</View>
            )}
          </View>
        );
      })}
    </View>
  );
}
