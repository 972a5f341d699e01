import { chinaDate, startOfChinaDay } from '../time/china-time.js';

/** A year (2026), a month (2026-06), or everything there is. */
export type FigurePeriod = string;

export const ALL_TIME = 'all';
export const PERIOD_PATTERN = /^(?:all|20\d\d(?:-(?:0[1-9]|1[0-2]))?)$/;
export const MONTH_PATTERN = /^20\d\d-(?:0[1-9]|1[0-2])$/;

/** The month in China, YYYY-MM. */
export function chinaMonth(at: number): string {
  return chinaDate(at).slice(0, 7);
}

/** The months of a period, from the first to the last, both YYYY-MM; of all time those that sort before and after any. */
export function monthsOf(period: FigurePeriod): { first: string; last: string } {
  if (period === ALL_TIME) return { first: '0000-00', last: '9999-99' };
  return period.length === 4 ? { first: `${period}-01`, last: `${period}-12` } : { first: period, last: period };
}

/** Each month of a year or of a month, YYYY-MM, in their order. */
export function monthsIn(period: FigurePeriod): string[] {
  const { first, last } = monthsOf(period);
  const months = [first];
  for (let month = first; month !== last; ) {
    month = monthAfter(month);
    months.push(month);
  }
  return months;
}

/** The moments of a period, ms since 1970: from the first one to before `to`. */
export function momentsOf(period: FigurePeriod): { from: number; to: number } {
  if (period === ALL_TIME) return { from: 0, to: Number.MAX_SAFE_INTEGER };
  const { first, last } = monthsOf(period);
  return { from: startOfChinaDay(`${first}-01`), to: startOfChinaDay(`${monthAfter(last)}-01`) };
}

/** The month after one, YYYY-MM. */
export function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** 2026年, 2026年6月, 历年 */
export function periodLabel(period: FigurePeriod): string {
  if (period === ALL_TIME) return '历年';
  const [year, month] = period.split('-');
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`;
}
