import { chinaDate, daysBetween, OWING_TASK_STATES, startOfChinaDay } from '@consult/shared';

type Stored = string | number | null | undefined;

/** The date in China of a stored moment. */
export function datesOf(at: Stored): string;
export function datesOf(at: null | undefined): null;
export function datesOf(at: Stored): string | null {
  return at === null || at === undefined ? null : chinaDate(Number(at));
}

/** How many items a stored list has. */
export function listed(json: Stored): number {
  const list: unknown = json === null || json === undefined ? [] : JSON.parse(String(json));
  return Array.isArray(list) ? list.length : 0;
}

const OWING: ReadonlySet<string> = new Set(OWING_TASK_STATES);

/** A stored sum of money, which may be unknown. */
export function amount(yuan: Stored): number | null {
  return yuan === null || yuan === undefined ? null : Number(yuan);
}

/** How many days after the date first promised it was answered, or today is while it is not; never below 0. */
export function lateDays(state: string, firstDueOn: string, repliedOn: string | null, today: string): number {
  const end = repliedOn ?? (OWING.has(state) ? today : firstDueOn);
  return Math.max(0, daysBetween(startOfChinaDay(firstDueOn), startOfChinaDay(end)));
}
