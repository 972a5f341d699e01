import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { startRaising, useRaiseEntry } from '@/features/topics/raise-entry';
import './index.scss';

/** The big way in: to raise a topic. */
export function RaiseCard() {
  const entry = useRaiseEntry();
  if (!entry) return null;
  return (
    <Tappable className="raise-card" label={entry.label} onTap={() => void startRaising()}>
      <View className="raise-card__icon">
        <Icon name="edit" scale={1.4} />
      </View>
      <View className="raise-card__words">
        <Text className="raise-card__label">{entry.label}</Text>
        <Text className="raise-card__hint">{entry.hint}</Text>
      </View>
      <Icon name="forward" />
    </Tappable>
  );
}
