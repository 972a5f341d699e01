import { type StayFigure, stateLabel } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import './index.scss';

const IN_BROWSER = process.env.TARO_ENV === 'h5';
const HEAD = ['环节', '中位数', '九成不超过', '件次'] as const;

/** How long topics stood in each state before they left it. */
export function StayTable({ stays }: { stays: readonly StayFigure[] }) {
  const row = (key: string, cells: readonly string[], role: 'columnheader' | 'cell') => (
    <View
      key={key}
      className={`stay-table__row${role === 'cell' ? '' : ' stay-table__row--head'}`}
      {...(IN_BROWSER ? { role: 'row' } : {})}
    >
      {cells.map((cell, i) => (
        <Text key={HEAD[i]} className="stay-table__cell" {...(IN_BROWSER ? { role } : {})}>
          {cell}
        </Text>
      ))}
    </View>
  );
  return (
    <View className="stay-table" {...(IN_BROWSER ? { role: 'table' } : {})}>
      {row('head', HEAD, 'columnheader')}
      {stays.map(({ state, n, median, p90 }) =>
        row(state, [stateLabel('topic', state), `${median} 天`, `${p90} 天`, String(n)], 'cell'),
      )}
    </View>
  );
}
