import { chinaDate, type PlanCreate, planTitle } from '@consult/shared';

export type Quarter = Pick<PlanCreate, 'year' | 'quarter'>;

/** This quarter and the ones after it, by China's calendar. */
export function quartersFrom(now: number, count: number): Quarter[] {
  const [year = 0, month = 1] = chinaDate(now).split('-').map(Number);
  const first = year * 4 + Math.floor((month - 1) / 3);
  return Array.from({ length: count }, (_, i) => ({
    year: Math.floor((first + i) / 4),
    quarter: (((first + i) % 4) + 1) as Quarter['quarter'],
  }));
}

/** 2026年第四季度协商计划 */
export const titleOf = ({ year, quarter }: Quarter): string => planTitle(year, quarter);
