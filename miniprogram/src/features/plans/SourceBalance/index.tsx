import { type PlanDetail, TOPIC_SOURCE_LABELS, TOPIC_SOURCES } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import './index.scss';

/** How many of a plan's topics come from each of the four sources. */
export function SourceBalance({ sources }: Pick<PlanDetail, 'sources'>) {
  const total = TOPIC_SOURCES.reduce((sum, source) => sum + sources[source], 0);
  return (
    <View className="source-balance">
      {TOPIC_SOURCES.map((source) => (
        <View key={source} className="source-balance__row">
          <View className="source-balance__words">
            <Text>{TOPIC_SOURCE_LABELS[source]}</Text>
            <Text className="source-balance__count">{sources[source]} 件</Text>
          </View>
          <View className="source-balance__track" {...(process.env.TARO_ENV === 'h5' ? { 'aria-hidden': 'true' } : {})}>
            <View
              className="source-balance__bar"
              style={{ width: `${total === 0 ? 0 : Math.round((sources[source] / total) * 100)}%` }}
            />
          </View>
        </View>
      ))}
    </View>
  );
}
