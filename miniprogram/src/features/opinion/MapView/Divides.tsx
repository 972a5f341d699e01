import type { OpinionMapReady } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { BarLegend, StatementBars } from '../StatementBars';

/** What the groups see differently, a bar for each group. */
export function Divides({ map }: { map: OpinionMapReady }) {
  const { divides } = map;
  if (divides.length === 0) return <Card>各组之间没有明显的分歧。</Card>;
  return (
    <View>
      <BarLegend />
      <View className="opinion-map__grid">
        {divides.map((statement) => (
          <Card key={statement.id}>
            <Text className="opinion-map__text">{statement.text}</Text>
            <StatementBars statement={statement} />
          </Card>
        ))}
      </View>
    </View>
  );
}
