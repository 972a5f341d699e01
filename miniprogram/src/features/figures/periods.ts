import { ALL_TIME, chinaMonth, periodLabel } from '@consult/shared';

/** So many years back can be chosen one by one; before that there is 历年. */
const YEARS = 5;

/** What can be chosen: this month, this year and those before it, and all there is. */
export function periodChoices(now: number): { value: string; label: string }[] {
  const month = chinaMonth(now);
  const year = Number(month.slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, i) => String(year - i));
  return [...years.slice(0, 1), month, ...years.slice(1), ALL_TIME].map((value) => ({
    value,
    label: periodLabel(value),
  }));
}
