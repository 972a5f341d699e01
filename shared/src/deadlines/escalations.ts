import type { Thresholds } from '../regions/settings.js';
import type { EscalationLevel } from '../tasks/task.time.js';
import { addDays, chinaDate, chinaMoment, startOfChinaDay } from '../time/china-time.js';
import { isWorkingDay } from './working-days.js';

const HOUR = '09:00';

/** What has to have gone by at a moment for the level above to be told, ms since 1970. */
export interface EscalationRules {
  /** Due before then is overdue long enough, by level. */
  readonly dueBefore: Readonly<Record<EscalationLevel, number>>;
  /** No word since before then is silent long enough, by level. */
  readonly silentBefore: Readonly<Record<EscalationLevel, number>>;
  /** A to-do due before then has waited too long. */
  readonly todoDueBefore: number;
}

type Rules = Pick<Thresholds, 'stalledDays' | 'escalationDays' | 'escalationCountyDays' | 'todoEscalationDays'>;

/** When the level above is told: in the morning of each working day. */
export function nextEscalation(after: number): number {
  for (let day = chinaDate(after); ; day = addDays(day, 1)) {
    const at = chinaMoment(day, HOUR);
    if (at > after && isWorkingDay(day)) return at;
  }
}

/** The start of the nth working day back from this day, today itself the first; due before then is n working days late. */
function lateSince(now: number, workingDays: number): string {
  let day = chinaDate(now);
  for (let left = workingDays; ; day = addDays(day, -1)) {
    if (isWorkingDay(day)) left--;
    if (left <= 0) return day;
  }
}

/**
 * Escalations of a county at a moment: so many working days after a date has gone by, or after silence has made a
 * promise stalled, the level above is told.
 * @param thresholds the county's
 */
export function escalationRules(now: number, thresholds: Rules): EscalationRules {
  const { stalledDays, escalationDays, escalationCountyDays, todoEscalationDays } = thresholds;
  const since = { 1: lateSince(now, escalationDays), 2: lateSince(now, escalationCountyDays) };
  // Silent for stalledDays is like a date: the day after, it is stalled.
  const silentBefore = (day: string) => startOfChinaDay(addDays(day, -stalledDays));
  return {
    dueBefore: { 1: startOfChinaDay(since[1]), 2: startOfChinaDay(since[2]) },
    silentBefore: { 1: silentBefore(since[1]), 2: silentBefore(since[2]) },
    todoDueBefore: startOfChinaDay(lateSince(now, todoEscalationDays)),
  };
}
