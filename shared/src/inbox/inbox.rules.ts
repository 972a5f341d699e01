import { addDays, chinaDate, endOfChinaDay } from '../time/china-time.js';

/** How urgent a piece of work is, as the inbox (待办) groups it. */
export const INBOX_GROUPS = ['overdue', 'week', 'later'] as const;
export type InboxGroup = (typeof INBOX_GROUPS)[number];
export const INBOX_GROUP_LABELS: Readonly<Record<InboxGroup, string>> = {
  overdue: '已超期',
  week: '本周到期',
  later: '以后',
};

/** The last millisecond of the week, Monday to Sunday, that `now` lies in, in China. */
function endOfChinaWeek(now: number): number {
  const today = chinaDate(now);
  const weekday = new Date(`${today}T00:00:00.000Z`).getUTCDay();
  return endOfChinaDay(addDays(today, (7 - weekday) % 7));
}

/** The group of work that is due at `dueAt`; both in ms since 1970. */
export function inboxGroup(dueAt: number, now: number): InboxGroup {
  if (dueAt < now) return 'overdue';
  return dueAt <= endOfChinaWeek(now) ? 'week' : 'later';
}
