import type { CategoryCount } from '@consult/shared';

/** How many have a seat and how many of them came, over all categories. */
export function totals(counts: readonly CategoryCount[]): { present: number; expected: number } {
  const sum = (of: (count: CategoryCount) => number) => counts.reduce((total, count) => total + of(count), 0);
  return { present: sum(({ present }) => present), expected: sum(({ expected }) => expected) };
}
