import {
  chinaYear,
  SEARCH_KIND_LABELS,
  SEARCH_KINDS,
  type SearchKind,
  TOPIC_CATEGORIES,
  TOPIC_SOURCE_LABELS,
  TOPIC_SOURCES,
  TOPIC_STEP_LABELS,
  TOPIC_STEPS,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { ChoiceSheet } from '@/components/ChoiceField/ChoiceSheet';
import { Icon } from '@/components/Icon';
import { Tabs } from '@/components/Tabs';
import { Tappable } from '@/components/Tappable';
import { cx } from '@/utils/cx';
import type { SearchFilter } from '../search-filter';
import './index.scss';

const KINDS: readonly { value: SearchKind | 'all'; label: string }[] = [
  { value: 'all', label: '全部' },
  ...SEARCH_KINDS.map((kind) => ({ value: kind, label: SEARCH_KIND_LABELS[kind] })),
];
const YEARS_SHOWN = 6;

interface Props {
  filter: SearchFilter;
  /** The township that is shown. */
  townshipName: string;
  onChange(change: Partial<SearchFilter>): void;
}

/** What is searched: kind of text, where, and of which topics. */
export function SearchFilters({ filter, townshipName, onChange }: Props) {
  const year = chinaYear(Date.now());
  const years = Array.from({ length: YEARS_SHOWN }, (_, i) => year - i);
  return (
    <View>
      <Tabs
        tabs={KINDS}
        value={filter.kind ?? 'all'}
        onChange={(chosen) => onChange({ kind: chosen === 'all' ? null : chosen })}
      />
      <View className="search-filters">
        <Pill
          title="范围"
          all={townshipName}
          choices={[{ value: 'wide', label: '全县' }]}
          value={filter.wide ? 'wide' : null}
          onChange={(value) => onChange({ wide: value !== null })}
        />
        <Pill
          title="进展"
          all="全部进展"
          choices={TOPIC_STEPS.map((value) => ({ value, label: TOPIC_STEP_LABELS[value] }))}
          value={filter.step}
          onChange={(step) => onChange({ step })}
        />
        <Pill
          title="类别"
          all="全部类别"
          choices={TOPIC_CATEGORIES.map((value) => ({ value, label: value }))}
          value={filter.category}
          onChange={(category) => onChange({ category })}
        />
        <Pill
          title="年份"
          all="全部年份"
          choices={years.map((value) => ({ value: String(value), label: `${value} 年` }))}
          value={filter.year === null ? null : String(filter.year)}
          onChange={(value) => onChange({ year: value === null ? null : Number(value) })}
        />
        <Pill
          title="来源"
          all="全部来源"
          choices={TOPIC_SOURCES.map((value) => ({ value, label: TOPIC_SOURCE_LABELS[value] }))}
          value={filter.source}
          onChange={(source) => onChange({ source })}
        />
      </View>
    </View>
  );
}

interface PillProps<V extends string> {
  title: string;
  /** What it says while nothing is chosen. */
  all: string;
  choices: readonly { value: V; label: string }[];
  value: V | null;
  onChange(value: V | null): void;
}

const ALL = 'all';

function Pill<V extends string>({ title, all, choices, value, onChange }: PillProps<V>) {
  const [choosing, setChoosing] = useState(false);
  const chosen = choices.find((choice) => choice.value === value)?.label ?? all;
  return (
    <>
      <Tappable
        reads
        className={cx('search-filters__pill', value !== null && 'search-filters__pill--chosen')}
        label={`${title}：${chosen}`}
        onTap={() => setChoosing(true)}
      >
        <Text>{chosen}</Text>
        <Icon name="down" scale={0.7} />
      </Tappable>
      <ChoiceSheet<V | typeof ALL>
        open={choosing}
        title={title}
        choices={[{ value: ALL, label: all }, ...choices]}
        value={[value ?? ALL]}
        multiple={false}
        onChange={([next]) => onChange(next === undefined || next === ALL ? null : next)}
        onClose={() => setChoosing(false)}
      />
    </>
  );
}
