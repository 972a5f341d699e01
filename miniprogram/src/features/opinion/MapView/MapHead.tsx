import { type OpinionMapReady, sayMoment } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { HowSheet } from '../HowSheet';

/** How many took part, and as of when. */
export function MapHead({ map }: { map: OpinionMapReady }) {
  const { people, votes, groups, computedAt } = map;
  return (
    <View className="opinion-map__head">
      <Text className="opinion-map__sum">
        {people} 人参与，{votes} 次表态，{groups.length > 1 ? `看法分成 ${groups.length} 组` : '看法大体一致'}
      </Text>
      <Text className="opinion-map__at">{sayMoment(computedAt, Date.now())}更新</Text>
      <HowSheet />
    </View>
  );
}
