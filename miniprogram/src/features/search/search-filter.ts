import type { SearchKind, TopicCategory, TopicSource, TopicStep } from '@consult/shared';

/** What a search is narrowed down to; null: everything. */
export interface SearchFilter {
  kind: SearchKind | null;
  /** The whole county instead of the township that is shown. */
  wide: boolean;
  step: TopicStep | null;
  category: TopicCategory | null;
  source: TopicSource | null;
  year: number | null;
}

export const NO_FILTER: SearchFilter = {
  kind: null,
  wide: false,
  step: null,
  category: null,
  source: null,
  year: null,
};

export const isFiltered = ({ kind, step, category, source, year }: SearchFilter): boolean =>
  [kind, step, category, source, year].some((chosen) => chosen !== null);
