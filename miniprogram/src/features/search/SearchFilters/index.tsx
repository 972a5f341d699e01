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
import { View } from '@tarojs/components';
import { FilterPill, FilterPills } from '@/components/FilterPill';
import { Tabs } from '@/components/Tabs';
import type { SearchFilter } from '../search-filter';

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
      <FilterPills>
        <FilterPill
          title="范围"
          all={townshipName}
          choices={[{ value: 'wide', label: '全县' }]}
          value={filter.wide ? 'wide' : null}
          onChange={(value) => onChange({ wide: value !== null })}
        />
        <FilterPill
          title="进展"
          all="全部进展"
          choices={TOPIC_STEPS.map((value) => ({ value, label: TOPIC_STEP_LABELS[value] }))}
          value={filter.step}
          onChange={(step) => onChange({ step })}
        />
        <FilterPill
          title="类别"
          all="全部类别"
          choices={TOPIC_CATEGORIES.map((value) => ({ value, label: value }))}
          value={filter.category}
          onChange={(category) => onChange({ category })}
        />
        <FilterPill
          title="年份"
          all="全部年份"
          choices={years.map((value) => ({ value: String(value), label: `${value} 年` }))}
          value={filter.year === null ? null : String(filter.year)}
          onChange={(value) => onChange({ year: value === null ? null : Number(value) })}
        />
        <FilterPill
          title="来源"
          all="全部来源"
          choices={TOPIC_SOURCES.map((value) => ({ value, label: TOPIC_SOURCE_LABELS[value] }))}
          value={filter.source}
          onChange={(source) => onChange({ source })}
        />
      </FilterPills>
    </View>
  );
}
