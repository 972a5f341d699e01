/** China has one time zone and no daylight saving: always eight hours ahead of UTC. */
const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;
export const MINUTE_MS = 60 * 1000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

/** The date in China, YYYY-MM-DD. */
export function chinaDate(at: number): string {
  return new Date(at + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

/** The year in China. */
export const chinaYear = (at: number): number => Number(chinaDate(at).slice(0, 4));

/** The first millisecond of a day in China. */
export function startOfChinaDay(date: string): number {
  return Date.parse(`${date}T00:00:00.000Z`) - CHINA_OFFSET_MS;
}

/** The last millisecond of a day in China. */
export function endOfChinaDay(date: string): number {
  return startOfChinaDay(date) + DAY_MS - 1;
}

/** The date `days` later, YYYY-MM-DD. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days lie between the dates of two moments in China; 0 on the same day, whatever the hour. */
export function daysBetween(from: number, to: number): number {
  return Math.round((Date.parse(chinaDate(to)) - Date.parse(chinaDate(from))) / DAY_MS);
}

/** A moment in China from its date and its time HH:MM. */
export function chinaMoment(date: string, time: string): number {
  return startOfChinaDay(date) + Number(time.slice(0, 2)) * 3_600_000 + Number(time.slice(3, 5)) * 60_000;
}
