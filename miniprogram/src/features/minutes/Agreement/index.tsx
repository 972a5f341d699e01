import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { NumberedList } from '@/components/NumberedList';
import './index.scss';

interface Props {
  consensus: readonly string[];
  /** 未达成共识、保留意见 */
  dissent: readonly string[];
}

/** What was agreed and what was not, side by side: neither hides the other. */
export function Agreement({ consensus, dissent }: Props) {
  return (
    <View className="agreement">
      <View className="agreement__side agreement__side--consensus">
        <View className="agreement__head">
          <Icon name="check" />
          <Text className="agreement__title">达成的共识</Text>
        </View>
        {consensus.length > 0 ? <NumberedList items={consensus} /> : <Text>没有达成共识。</Text>}
      </View>
      <View className="agreement__side agreement__side--dissent">
        <View className="agreement__head">
          <Icon name="comment" />
          <Text className="agreement__title">保留的意见</Text>
        </View>
        {dissent.length > 0 ? <NumberedList items={dissent} /> : <Text>没有保留意见。</Text>}
      </View>
    </View>
  );
}
