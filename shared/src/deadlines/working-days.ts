// The package is CommonJS whose named exports Node cannot see, so the default is imported.
import calendar from 'chinese-days';
import type { Span } from '../regions/settings.js';
import { addDays, chinaDate, endOfChinaDay } from '../time/china-time.js';

/**
 * The last day for which the State Council's holidays and make-up days are known to the calendar package.
 * Later than that only Saturdays and Sundays count as rest days: not even 1 January, 1 May or 1 October is a
 * holiday and no make-up day is known. A deadline that falls there may move by a few days once the package is
 * updated, which happens each November or December when the next year's arrangement is published.
 */
export const CALENDAR_KNOWN_UNTIL = '2026-12-31';

/** Whether a day (YYYY-MM-DD in China) is worked. */
export function isWorkingDay(date: string): boolean {
  const detail = calendar.getDayDetail(date);
  // Only a holiday and a make-up day have a name with commas (`National Day,国庆节,3`). The weekday of any other
  // date is worked out here, because the package's depends on the machine's time zone west of Greenwich.
  if (detail.name.includes(',')) return detail.work;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/**
 * When a deadline ends: the end (23:59:59.999, Asia/Shanghai) of the last day allowed. The day it starts on
 * does not count.
 * @param from ms since 1970
 * @returns ms since 1970
 */
export function deadlineAfter(from: number, span: Span): number {
  const start = chinaDate(from);
  if ('days' in span) return endOfChinaDay(addDays(start, span.days));
  let day = start;
  for (let left = span.workingDays; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left--;
  }
  return endOfChinaDay(day);
}

/** By date, how many working days its year has up to it: lists ask for the same years over and over. */
const counted = new Map<string, number>();

/** How many working days lie after the date of one moment in China, up to and with the date of another; 0 where there are none. */
export function workingDaysBetween(from: number, to: number): number {
  const [start, end] = [chinaDate(from), chinaDate(to)];
  if (end <= start) return 0;
  let count = countUpTo(end) - countUpTo(start);
  for (let year = yearOf(start); year < yearOf(end); year += 1) count += countUpTo(`${year}-12-31`);
  return count;
}

function countUpTo(date: string): number {
  if (!counted.has(date)) countYear(yearOf(date));
  return counted.get(date) ?? 0;
}

function countYear(year: number): void {
  let count = 0;
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    if (isWorkingDay(day)) count += 1;
    counted.set(day, count);
  }
}

const yearOf = (date: string): number => Number(date.slice(0, 4));
