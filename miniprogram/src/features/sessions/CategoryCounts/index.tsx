import { type CategoryCount, PARTICIPANT_CATEGORY_LABELS } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import './index.scss';

interface Props {
  counts: readonly CategoryCount[];
  /** Before a session nobody can have come. */
  showPresent: boolean;
}

const sum = (counts: readonly CategoryCount[], of: 'expected' | 'present'): number =>
  counts.reduce((total, count) => total + count[of], 0);

/** How many of each kind are expected and came; nobody by name. */
export function CategoryCounts({ counts, showPresent }: Props) {
  const say = (expected: number, present: number) =>
    showPresent ? `应到 ${expected} 人，实到 ${present} 人` : `${expected} 人`;
  return (
    <View className="category-counts">
      {counts.map(({ category, expected, present }) => (
        <View key={category} className="category-counts__row">
          <Text>{PARTICIPANT_CATEGORY_LABELS[category]}</Text>
          <Text>{say(expected, present)}</Text>
        </View>
      ))}
      <View className="category-counts__row category-counts__row--sum">
        <Text>合计</Text>
        <Text>{say(sum(counts, 'expected'), sum(counts, 'present'))}</Text>
      </View>
    </View>
  );
}
