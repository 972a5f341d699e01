import { addDays, chinaDate, chinaMoment, DAY_MS } from '../time/china-time.js';
import { isWorkingDay } from './working-days.js';

/** When people are reminded: in the morning. */
const HOUR = '09:00';
const DIGEST_HOUR = '08:30';

function workingDay(date: string, step: 1 | -1): string {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, step);
  return day;
}

/**
 * When whoever has to do something is first reminded: in the morning of the last working day before it is due, or
 * where that has gone by, once it is overdue. All in ms since 1970.
 */
export function firstReminder(dueAt: number, createdAt: number): number {
  const before = chinaMoment(workingDay(addDays(chinaDate(dueAt), -1), -1), HOUR);
  return before > createdAt ? before : nextReminder(dueAt, createdAt);
}

/**
 * The reminder after the one given at `remindedAt`: in the morning of the working day after the deadline, and from
 * then on each week.
 */
export function nextReminder(dueAt: number, remindedAt: number): number {
  const overdue = chinaMoment(workingDay(addDays(chinaDate(dueAt), 1), 1), HOUR);
  if (remindedAt < overdue) return overdue;
  return chinaMoment(workingDay(chinaDate(remindedAt + 7 * DAY_MS), 1), HOUR);
}

/** When something is told again ahead of `at`: in the morning so many days before. */
export function morningBefore(at: number, days: number): number {
  return chinaMoment(addDays(chinaDate(at), -days), HOUR);
}

/** The next weekly digest after this moment: 8:30 on the first working day of a week. */
export function nextDigest(after: number): number {
  const today = chinaDate(after);
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  for (let week = 0; ; week++) {
    const monday = addDays(today, 7 * week - weekday);
    const first = Array.from({ length: 7 }, (_, i) => addDays(monday, i)).find(isWorkingDay);
    if (first === undefined) continue;
    const at = chinaMoment(first, DIGEST_HOUR);
    if (at > after) return at;
  }
}
