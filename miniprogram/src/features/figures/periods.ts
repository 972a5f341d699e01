import { ALL_TIME, chinaMonth, periodLabel } from '@consult/shared';

/** So many years back can be chosen one by one; before that there is 历年. */
const YEARS = 5;

interface PeriodChoice {
  value: string;
  label: string;
}

const choice = (value: string): PeriodChoice => ({ value, label: periodLabel(value) });

/** This year and those before it, and all there is. */
export function yearChoices(now: number): PeriodChoice[] {
  const year = Number(chinaMonth(now).slice(0, 4));
  return [...Array.from({ length: YEARS }, (_, i) => String(year - i)), ALL_TIME].map(choice);
}

/** The year that a period lies in; all there is of all there is. */
export const yearOf = (period: string): string => (period === ALL_TIME ? ALL_TIME : period.slice(0, 4));

/** Whether a period, as an address may bring it along, is one that can be chosen. */
export function isOffered(period: string, now: number): boolean {
  const year = yearOf(period);
  const isYear = yearChoices(now).some(({ value }) => value === year);
  return isYear && (period === year || monthChoices(year, now).some(({ value }) => value === period));
}

/** Of a year all of it, and its months that have begun, the last one first; none of all there is. */
export function monthChoices(year: string, now: number): PeriodChoice[] {
  if (year === ALL_TIME) return [];
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(12 - i).padStart(2, '0')}`);
  const begun = months.filter((month) => month <= chinaMonth(now));
  return [{ value: year, label: '全年' }, ...begun.map((value) => ({ value, label: `${Number(value.slice(5))}月` }))];
}
