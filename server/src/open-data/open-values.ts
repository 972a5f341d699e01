import { chinaDate } from '@consult/shared';

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

/** A stored sum of money, which may be unknown. */
export function amount(yuan: Stored): number | null {
  return yuan === null || yuan === undefined ? null : Number(yuan);
}
