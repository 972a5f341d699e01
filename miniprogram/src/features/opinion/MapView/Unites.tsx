import { type OpinionMapReady, RING_LABELS } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { Rings } from '../Rings';
import { sayShares } from '../StatementBars/shares';

/** 同心圆 and its statements, by number. */
export function Unites({ map }: { map: OpinionMapReady }) {
  const { unites } = map;
  if (unites.length === 0) return <Card>还没有各组都认同的看法。</Card>;
  return (
    <View className="opinion-map__sides">
      <View className="opinion-map__picture">
        <Rings statements={unites} />
        <Text className="opinion-map__note">越靠里，各组越一致。数字和列出的看法对应。</Text>
      </View>
      <View className="opinion-map__words">
        <Card>
          {unites.map((statement, at) => (
            <View key={statement.id} className="opinion-map__item">
              <Text className="opinion-map__number">{at + 1}</Text>
              <View className="opinion-map__said">
                <Text className="opinion-map__text">
                  {statement.side === 'disagree' && '都反对：'}
                  {statement.text}
                </Text>
                <Text className="opinion-map__facts">
                  {RING_LABELS[statement.ring ?? 3]} · {sayShares(statement.all)}
                </Text>
              </View>
            </View>
          ))}
        </Card>
      </View>
    </View>
  );
}
