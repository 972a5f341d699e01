import {
  addDays,
  chinaDate,
  chinaMoment,
  chinaYear,
  DAY_MS,
  daysBetween,
  endOfChinaDay,
  startOfChinaDay,
} from './china-time.js';

describe('The date in China', () => {
  it('turns at 16:00 UTC', () => {
    expect(chinaDate(Date.parse('2026-05-08T15:59:59.999Z'))).toBe('2026-05-08');
    expect(chinaDate(Date.parse('2026-05-08T16:00:00.000Z'))).toBe('2026-05-09');
    expect(chinaDate(Date.parse('2026-12-31T16:00:00.000Z'))).toBe('2027-01-01');
    expect(chinaYear(Date.parse('2026-12-31T16:00:00.000Z'))).toBe(2027);
    expect(chinaYear(Date.parse('2026-12-31T15:59:59.999Z'))).toBe(2026);
  });

  it('starts and ends with a day of exactly 24 hours', () => {
    expect(new Date(startOfChinaDay('2026-05-08')).toISOString()).toBe('2026-05-07T16:00:00.000Z');
    expect(new Date(endOfChinaDay('2026-05-08')).toISOString()).toBe('2026-05-08T15:59:59.999Z');
    expect(startOfChinaDay('2026-05-09') - startOfChinaDay('2026-05-08')).toBe(DAY_MS);
    expect(startOfChinaDay('2026-05-09') - endOfChinaDay('2026-05-08')).toBe(1);
  });

  it('moves over the ends of months and years and 29 February', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-05-08', 0)).toBe('2026-05-08');
  });

  it('counts days apart, whatever the hour', () => {
    expect(daysBetween(chinaMoment('2026-05-08', '23:59'), chinaMoment('2026-05-09', '00:00'))).toBe(1);
    expect(daysBetween(chinaMoment('2026-05-08', '00:00'), chinaMoment('2026-05-08', '23:59'))).toBe(0);
    expect(daysBetween(chinaMoment('2027-01-01', '12:00'), chinaMoment('2026-12-31', '12:00'))).toBe(-1);
  });

  it('and a time make a moment', () => {
    expect(new Date(chinaMoment('2026-05-08', '09:30')).toISOString()).toBe('2026-05-08T01:30:00.000Z');
    expect(chinaMoment('2026-05-08', '00:00')).toBe(startOfChinaDay('2026-05-08'));
    expect(chinaDate(chinaMoment('2026-05-08', '23:59'))).toBe('2026-05-08');
  });
});
