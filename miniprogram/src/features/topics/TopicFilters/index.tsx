import { TOPIC_CATEGORIES, TOPIC_STEP_LABELS, TOPIC_STEPS, type TopicCategory, type TopicStep } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { ChoiceSheet } from '@/components/ChoiceField/ChoiceSheet';
import { Icon } from '@/components/Icon';
import { Tabs } from '@/components/Tabs';
import { Tappable } from '@/components/Tappable';
import { SearchEntry } from '@/features/search/SearchEntry';
import { cx } from '@/utils/cx';
import { filterTopics, useTopicFilter } from '../topic-filter';
import './index.scss';

const ALL = '全部类别';
const CATEGORIES = [ALL, ...TOPIC_CATEGORIES].map((label) => ({ value: label as typeof ALL | TopicCategory, label }));
const STEPS: readonly { value: TopicStep | 'all'; label: string }[] = [
  { value: 'all', label: '全部' },
  ...TOPIC_STEPS.map((step) => ({ value: step, label: TOPIC_STEP_LABELS[step] })),
];

/** The way to the search, the four steps and the category of a list of topics. */
export function TopicFilters() {
  const { step, category } = useTopicFilter();
  const [choosing, setChoosing] = useState(false);
  return (
    <View>
      <SearchEntry />
      <Tabs
        tabs={STEPS}
        value={step ?? 'all'}
        onChange={(chosen) => filterTopics({ step: chosen === 'all' ? null : chosen })}
      />
      <Tappable
        reads
        className={cx('topic-filters__category', category && 'topic-filters__category--chosen')}
        label={`类别：${category ?? ALL}`}
        onTap={() => setChoosing(true)}
      >
        <Icon name="filter" scale={0.8} />
        <Text>{category ?? ALL}</Text>
        <Icon name="down" scale={0.7} />
      </Tappable>
      <ChoiceSheet
        open={choosing}
        title="类别"
        choices={CATEGORIES}
        value={[category ?? ALL]}
        multiple={false}
        onChange={([value]) => filterTopics({ category: value === undefined || value === ALL ? null : value })}
        onClose={() => setChoosing(false)}
      />
    </View>
  );
}
