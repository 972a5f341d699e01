import { View } from '@tarojs/components';
import './index.scss';

/** Grey bars where rows will be. */
export function Skeleton({ rows }: { rows: number }) {
  return (
    <View
      className="skeleton"
      {...(process.env.TARO_ENV === 'h5' ? { role: 'status', 'aria-label': '正在加载' } : { ariaLabel: '正在加载' })}
    >
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike
        <View key={row} className="skeleton__row">
          <View className="skeleton__bar skeleton__bar--title" />
          <View className="skeleton__bar" />
          <View className="skeleton__bar skeleton__bar--short" />
        </View>
      ))}
    </View>
  );
}
