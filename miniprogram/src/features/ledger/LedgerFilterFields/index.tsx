import type { LedgerFilters, TopicCategory } from '@consult/shared';
import { View } from '@tarojs/components';
import { ChoiceField } from '@/components/ChoiceField';
import './index.scss';

/** What the ledger is narrowed to besides its region, its light and its reply; null: all. */
export interface Narrowing {
  readonly departmentId: string | null;
  readonly category: TopicCategory | null;
  readonly year: number | null;
}

interface Props {
  filters: LedgerFilters;
  value: Narrowing;
  onChange(change: Partial<Narrowing>): void;
}

/** Department, category and year, each out of those that there are; choosing the same once more shows all again. */
export function LedgerFilterFields({ filters, value, onChange }: Props) {
  const listed = (one: string | number | null) => (one === null ? [] : [String(one)]);
  return (
    <View className="ledger-filters">
      <ChoiceField
        label="单位"
        look="sheet"
        choices={filters.departments.map(({ id, name }) => ({ value: id, label: name }))}
        value={listed(value.departmentId)}
        onChange={([id]) => onChange({ departmentId: id ?? null })}
      />
      <ChoiceField
        label="类别"
        look="sheet"
        choices={filters.categories.map((category) => ({ value: category, label: category }))}
        value={value.category === null ? [] : [value.category]}
        onChange={([category]) => onChange({ category: category ?? null })}
      />
      <ChoiceField
        label="承诺年份"
        look="sheet"
        choices={filters.years.map((year) => ({ value: String(year), label: `${year} 年` }))}
        value={listed(value.year)}
        onChange={([year]) => onChange({ year: year === undefined ? null : Number(year) })}
      />
    </View>
  );
}
