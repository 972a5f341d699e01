import { addDays, chinaDate, DAY_MS } from './china-time.js';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

function parts(at: number): { year: number; month: number; day: number; time: string; weekday: string } {
  const china = new Date(at + 8 * 60 * 60 * 1000);
  return {
    year: china.getUTCFullYear(),
    month: china.getUTCMonth() + 1,
    day: china.getUTCDate(),
    time: china.toISOString().slice(11, 16),
    weekday: `周${WEEKDAYS[china.getUTCDay()] ?? ''}`,
  };
}

/** A date as people say it: 今天, 昨天, 明天, 5月8日, and with the year where it is another one. */
export function sayDate(at: number, now: number): string {
  const date = chinaDate(at);
  const today = chinaDate(now);
  if (date === today) return '今天';
  if (date === addDays(today, -1)) return '昨天';
  if (date === addDays(today, 1)) return '明天';
  const { year, month, day } = parts(at);
  return year === parts(now).year ? `${month}月${day}日` : `${year}年${month}月${day}日`;
}

/** 5月8日: a date in words that are still true when they are read later. */
export function plainDate(at: number): string {
  const { month, day } = parts(at);
  return `${month}月${day}日`;
}

/** 5月8日 周五 14:00, to be read whenever. */
export function plainMoment(at: number): string {
  const { weekday, time } = parts(at);
  return `${plainDate(at)} ${weekday} ${time}`;
}

/** 2026年5月8日: as a paper has it, whenever it is read. */
export function fullDate(at: number): string {
  return `${parts(at).year}年${plainDate(at)}`;
}

/** 2026年5月8日 14:00 */
export function fullMoment(at: number): string {
  return `${fullDate(at)} ${plainTime(at)}`;
}

/** 14:00 */
export function plainTime(at: number): string {
  return parts(at).time;
}

/** 今天 09:30, 5月8日 周五 14:00 */
export function sayMoment(at: number, now: number): string {
  const date = sayDate(at, now);
  const { weekday, time } = parts(at);
  return /[今昨明]天/.test(date) ? `${date} ${time}` : `${date} ${weekday} ${time}`;
}

/** 5月8日 周五 14:00—16:30; with both dates where it lasts past midnight. */
export function sayPeriod(from: number, to: number, now: number): string {
  const end = chinaDate(from) === chinaDate(to) ? parts(to).time : sayMoment(to, now);
  return `${sayMoment(from, now)}—${end}`;
}

/** 刚刚, 5 分钟前, 3 小时前, and further back the date. */
export function sayAgo(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return '刚刚';
  if (minutes < 60) return `${minutes} 分钟前`;
  if (chinaDate(at) === chinaDate(now)) return `${Math.floor(minutes / 60)} 小时前`;
  return sayDate(at, now);
}

/** How a deadline stands: 今天到期, 还有 3 天, 已超期 2 天. */
export function sayDeadline(dueAt: number, now: number): string {
  const days = Math.round((Date.parse(chinaDate(dueAt)) - Date.parse(chinaDate(now))) / DAY_MS);
  if (days < 0) return `已超期 ${-days} 天`;
  return days === 0 ? '今天到期' : `还有 ${days} 天`;
}

/** Until which day something is awaited, and how that stands: 5月11日前，还有 3 天; of a near day its name is enough. */
export function sayUntil(dueAt: number, now: number): string {
  const day = sayDate(dueAt, now);
  const stands = sayDeadline(dueAt, now);
  return /[今昨明]天/.test(day) ? stands : `${day}前，${stands}`;
}
