import { chinaDate, chinaMoment } from '@consult/shared';

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

/** The time of day in China, HH:MM. */
export function chinaTime(at: number): string {
  return new Date(at + CHINA_OFFSET_MS).toISOString().slice(11, 16);
}

/** A Date whose local fields (as a picker reads them) are those of the clock on a wall in China. */
export function toWallClock(at: number): Date {
  const [year = 0, month = 1, day = 1] = chinaDate(at).split('-').map(Number);
  const [hour = 0, minute = 0] = chinaTime(at).split(':').map(Number);
  return new Date(year, month - 1, day, hour, minute);
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The moment at which a clock in China shows the local fields of `wall`; ms since 1970. */
export function fromWallClock(wall: Date): number {
  const date = `${wall.getFullYear()}-${two(wall.getMonth() + 1)}-${two(wall.getDate())}`;
  return chinaMoment(date, `${two(wall.getHours())}:${two(wall.getMinutes())}`);
}
