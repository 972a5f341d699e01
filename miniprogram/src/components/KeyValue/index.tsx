import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './index.scss';

export interface KeyValueRow {
  label: string;
  /** Nothing is shown of a row without a value. */
  value: ReactNode;
}

/** Facts by name: 时间, 地点, 牵头部门. */
export function KeyValue({ rows }: { rows: readonly KeyValueRow[] }) {
  const filled = rows.filter(({ value }) => value !== null && value !== undefined && value !== false && value !== '');
  return (
    <View className="key-value">
      {filled.map(({ label, value }) => (
        <View key={label} className="key-value__row">
          <Text className="key-value__label">{label}</Text>
          <View className="key-value__value">{value}</View>
        </View>
      ))}
    </View>
  );
}
