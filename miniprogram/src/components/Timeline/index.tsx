import { sayMoment, type TimelineEntry } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import './index.scss';

interface Props {
  /** In the order in which to show them. */
  entries: readonly Pick<TimelineEntry, 'id' | 'label' | 'at' | 'by' | 'reason'>[];
  /** Now, ms since 1970. */
  now: number;
}

/** What happened, dated, by whom and why (办理进程). */
export function Timeline({ entries, now }: Props) {
  return (
    <View className="timeline" {...(process.env.TARO_ENV === 'h5' ? { role: 'list' } : {})}>
      {entries.map(({ id, label, at, by, reason }) => (
        <View key={id} className="timeline__entry" {...(process.env.TARO_ENV === 'h5' ? { role: 'listitem' } : {})}>
          <Text className="timeline__label">{label}</Text>
          {reason && <Text className="timeline__reason">{reason}</Text>}
          <View className="timeline__meta">
            <Text>{sayMoment(at, now)}</Text>
            <Text className="care-hide">{by}</Text>
          </View>
        </View>
      ))}
    </View>
  );
}
