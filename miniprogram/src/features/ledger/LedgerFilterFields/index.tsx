import type { LedgerFilters, TopicCategory } from '@consult/shared';
import { FilterPill, FilterPills } from '@/components/FilterPill';

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

/** Department, category and year, each out of those that there are. */
export function LedgerFilterFields({ filters, value, onChange }: Props) {
  return (
    <FilterPills>
      <FilterPill
        title="单位"
        all="全部单位"
        choices={filters.departments.map(({ id, name }) => ({ value: id, label: name }))}
        value={value.departmentId}
        onChange={(departmentId) => onChange({ departmentId })}
      />
      <FilterPill
        title="类别"
        all="全部类别"
        choices={filters.categories.map((category) => ({ value: category, label: category }))}
        value={value.category}
        onChange={(category) => onChange({ category })}
      />
      <FilterPill
        title="承诺年份"
        all="全部年份"
        choices={filters.years.map((year) => ({ value: String(year), label: `${year} 年` }))}
        value={value.year === null ? null : String(value.year)}
        onChange={(year) => onChange({ year: year === null ? null : Number(year) })}
      />
    </FilterPills>
  );
}
