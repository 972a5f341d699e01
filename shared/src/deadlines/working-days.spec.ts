import calendar from 'chinese-days';
import type { Span } from '../regions/settings.js';
import { addDays, chinaDate, chinaMoment, endOfChinaDay } from '../time/china-time.js';
import { CALENDAR_KNOWN_UNTIL, deadlineAfter, isWorkingDay, workingDaysBetween } from './working-days.js';

/** The date of the deadline for what happens on `date` at `time` in China. */
function due(date: string, span: Span, time = '10:00'): string {
  return chinaDate(deadlineAfter(chinaMoment(date, time), span));
}
const workingDays = (n: number): Span => ({ workingDays: n });

function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

describe('Working days of 2026', () => {
  // 国务院办公厅关于 2026 年部分节假日安排的通知
  it.each([
    ['元旦', '2026-01-01', '2026-01-03'],
    ['春节', '2026-02-15', '2026-02-23'],
    ['清明节', '2026-04-04', '2026-04-06'],
    ['劳动节', '2026-05-01', '2026-05-05'],
    ['端午节', '2026-06-19', '2026-06-21'],
    ['中秋节', '2026-09-25', '2026-09-27'],
    ['国庆节', '2026-10-01', '2026-10-07'],
  ])('leave out %s from %s to %s and end right there', (_, first, last) => {
    expect(daysBetween(first, last).filter(isWorkingDay)).toEqual([]);
  });

  it('include the weekend days worked in exchange', () => {
    const weekends = daysBetween('2026-01-01', '2026-12-31').filter((day) => [0, 6].includes(weekday(day)));
    expect(weekends.filter(isWorkingDay)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });

  it('are 248 in all', () => {
    expect(daysBetween('2026-01-01', '2026-12-31').filter(isWorkingDay)).toHaveLength(248);
  });
});

describe('A deadline in working days', () => {
  it('does not count the day it starts on', () => {
    expect(due('2026-03-02', workingDays(1))).toBe('2026-03-03');
    expect(due('2026-03-02', workingDays(5))).toBe('2026-03-09');
    expect(due('2026-03-02', workingDays(0))).toBe('2026-03-02');
  });

  it('counts from a weekend as from the Friday before', () => {
    for (const day of ['2026-03-06', '2026-03-07', '2026-03-08']) expect(due(day, workingDays(1))).toBe('2026-03-09');
  });

  it('crosses the Spring Festival and both of its make-up days', () => {
    // Friday 13; Saturday 14 is worked, then nine days off, Tuesday 24 is worked.
    expect(due('2026-02-13', workingDays(1))).toBe('2026-02-14');
    expect(due('2026-02-13', workingDays(2))).toBe('2026-02-24');
    expect(due('2026-02-13', workingDays(5))).toBe('2026-02-27');
    expect(due('2026-02-13', workingDays(6))).toBe('2026-02-28');
    expect(due('2026-02-13', workingDays(7))).toBe('2026-03-02');
    expect(due('2026-02-14', workingDays(1))).toBe('2026-02-24');
  });

  it('crosses Labour Day and its make-up Saturday', () => {
    expect(due('2026-04-30', workingDays(1))).toBe('2026-05-06');
    expect(due('2026-04-30', workingDays(3))).toBe('2026-05-08');
    expect(due('2026-04-30', workingDays(4))).toBe('2026-05-09');
    expect(due('2026-04-30', workingDays(5))).toBe('2026-05-11');
  });

  it('crosses National Day with its make-up days before and after', () => {
    expect(due('2026-09-18', workingDays(1))).toBe('2026-09-20');
    expect(due('2026-09-30', workingDays(1))).toBe('2026-10-08');
    expect(due('2026-09-30', workingDays(3))).toBe('2026-10-10');
    expect(due('2026-09-30', workingDays(4))).toBe('2026-10-12');
    // Mid-Autumn and National Day in one: Thursday 24 to Thursday 8.
    expect(due('2026-09-24', workingDays(4))).toBe('2026-10-08');
  });

  it('of thirty days over National Day ends in November', () => {
    // Sunday 20 to Thursday 24 (5), 28 to 30 (8), 8 to 10 October (11), three weeks to the 30th (26), then four days.
    expect(due('2026-09-18', workingDays(30))).toBe('2026-11-05');
  });

  it('started within a holiday counts from the first day worked', () => {
    for (const day of daysBetween('2026-10-01', '2026-10-07')) expect(due(day, workingDays(1))).toBe('2026-10-08');
  });
});

describe('A deadline', () => {
  it('ends with the last millisecond of its day in China', () => {
    const ends = endOfChinaDay('2026-03-09');
    expect(deadlineAfter(chinaMoment('2026-03-02', '10:00'), workingDays(5))).toBe(ends);
    expect(deadlineAfter(chinaMoment('2026-03-02', '10:00'), { days: 7 })).toBe(ends);
    expect(new Date(ends).toISOString()).toBe('2026-03-09T15:59:59.999Z');
  });

  it('starts on the date in China, not on that of UTC', () => {
    // 00:30 on Tuesday in China is still Monday in UTC; 23:30 on Monday is Monday in both.
    expect(due('2026-03-03', workingDays(1), '00:30')).toBe('2026-03-04');
    expect(due('2026-03-02', workingDays(1), '23:30')).toBe('2026-03-03');
    expect(due('2026-03-03', { days: 1 }, '00:00')).toBe('2026-03-04');
    expect(due('2026-03-02', { days: 1 }, '23:59')).toBe('2026-03-03');
  });

  it('in plain days counts holidays like any other day', () => {
    expect(due('2026-02-13', { days: 3 })).toBe('2026-02-16');
    expect(due('2026-09-30', { days: 15 })).toBe('2026-10-15');
    expect(due('2026-12-20', { days: 15 })).toBe('2027-01-04');
    expect(due('2028-02-28', { days: 1 })).toBe('2028-02-29');
    expect(due('2026-03-02', { days: 0 })).toBe('2026-03-02');
  });

  it('does not depend on the time zone of the machine', () => {
    expect(new Date(chinaMoment('2026-03-02', '10:00')).getTimezoneOffset()).not.toBe(-480);
  });
});

describe('The working days between two moments', () => {
  const between = (from: string, to: string) =>
    workingDaysBetween(chinaMoment(from, '23:59'), chinaMoment(to, '00:00'));

  it('are those after the one date, up to and with the other', () => {
    expect(between('2026-03-02', '2026-03-02')).toBe(0);
    expect(between('2026-03-02', '2026-03-03')).toBe(1);
    // Over a weekend, and over the holidays of the New Year.
    expect(between('2026-03-06', '2026-03-09')).toBe(1);
    expect(between('2026-03-03', '2026-03-02')).toBe(0);
  });

  it('are as many as a deadline of so many gives', () => {
    for (const start of ['2026-02-10', '2026-09-28', '2026-12-29']) {
      for (const count of [1, 5, 23]) {
        const ends = deadlineAfter(chinaMoment(start, '10:00'), { workingDays: count });
        expect([start, workingDaysBetween(chinaMoment(start, '10:00'), ends)]).toEqual([start, count]);
      }
    }
  });
});

describe('Past the data of the calendar package', () => {
  it('the calendar is known until the end of the last year it ships', () => {
    const lastYear = Number(CALENDAR_KNOWN_UNTIL.slice(0, 4));
    const holidays = (year: number) => calendar.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false);
    expect(CALENDAR_KNOWN_UNTIL).toBe(`${lastYear}-12-31`);
    expect(holidays(lastYear)).not.toEqual([]);
    expect(holidays(lastYear + 1)).toEqual([]);
  });

  it('only Saturdays and Sundays are days of rest, not even the fixed holidays', () => {
    const first = addDays(CALENDAR_KNOWN_UNTIL, 1);
    const days = daysBetween(first, addDays(first, 729));
    expect(days.filter((day) => isWorkingDay(day) !== ![0, 6].includes(weekday(day)))).toEqual([]);
    expect(isWorkingDay('2027-01-01')).toBe(true);
    expect(isWorkingDay('2027-10-01')).toBe(true);
  });

  it('a deadline over the New Year counts 1 January as worked', () => {
    expect(due('2026-12-31', workingDays(1))).toBe('2027-01-01');
    expect(due('2026-12-31', workingDays(2))).toBe('2027-01-04');
  });
});

/** 0 for Sunday. */
function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}
