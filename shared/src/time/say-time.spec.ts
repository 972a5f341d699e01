import { chinaMoment, endOfChinaDay } from './china-time.js';
import { sayAgo, sayDate, sayDeadline, sayMoment, sayPeriod, sayUntil } from './say-time.js';

const NOW = chinaMoment('2026-05-08', '09:30');
const at = chinaMoment;

describe('A date as people say it', () => {
  it('is near by its name and farther off by month and day', () => {
    expect(sayDate(NOW, NOW)).toBe('今天');
    expect(sayDate(at('2026-05-07', '23:59'), NOW)).toBe('昨天');
    expect(sayDate(at('2026-05-09', '00:00'), NOW)).toBe('明天');
    expect(sayDate(at('2026-05-06', '12:00'), NOW)).toBe('5月6日');
    expect(sayDate(at('2026-12-31', '12:00'), NOW)).toBe('12月31日');
  });

  it('has the year where it is another one', () => {
    expect(sayDate(at('2025-12-31', '23:59'), NOW)).toBe('2025年12月31日');
    expect(sayDate(at('2027-01-01', '00:00'), NOW)).toBe('2027年1月1日');
  });

  it('is yesterday and tomorrow also over the New Year', () => {
    expect(sayDate(at('2025-12-31', '23:00'), at('2026-01-01', '00:10'))).toBe('昨天');
    expect(sayDate(at('2027-01-01', '08:00'), at('2026-12-31', '23:50'))).toBe('明天');
  });

  it('turns at midnight in China', () => {
    const midnight = at('2026-05-08', '00:00');
    expect(sayDate(midnight, midnight)).toBe('今天');
    expect(sayDate(midnight - 1, midnight)).toBe('昨天');
    expect(sayDate(midnight, midnight - 1)).toBe('明天');
  });
});

describe('A moment as people say it', () => {
  it('has the weekday only with a date', () => {
    expect(sayMoment(at('2026-05-08', '14:00'), NOW)).toBe('今天 14:00');
    expect(sayMoment(at('2026-05-09', '00:00'), NOW)).toBe('明天 00:00');
    expect(sayMoment(at('2026-05-15', '14:05'), NOW)).toBe('5月15日 周五 14:05');
    expect(sayMoment(at('2026-05-17', '09:00'), NOW)).toBe('5月17日 周日 09:00');
    expect(sayMoment(at('2027-01-04', '09:00'), NOW)).toBe('2027年1月4日 周一 09:00');
  });

  it('names both ends of a period, the date once within a day', () => {
    expect(sayPeriod(at('2026-05-15', '14:00'), at('2026-05-15', '16:30'), NOW)).toBe('5月15日 周五 14:00—16:30');
    expect(sayPeriod(at('2026-05-08', '14:00'), at('2026-05-08', '16:30'), NOW)).toBe('今天 14:00—16:30');
    expect(sayPeriod(at('2026-05-08', '22:00'), at('2026-05-09', '00:30'), NOW)).toBe('今天 22:00—明天 00:30');
  });
});

describe('How long ago something was', () => {
  const ago = (ms: number) => sayAgo(NOW - ms, NOW);

  it('is said in minutes, then hours of the same day, then as a date', () => {
    expect(ago(0)).toBe('刚刚');
    expect(ago(59_999)).toBe('刚刚');
    expect(ago(60_000)).toBe('1 分钟前');
    expect(ago(59 * 60_000)).toBe('59 分钟前');
    expect(ago(60 * 60_000)).toBe('1 小时前');
    expect(ago(9 * 3_600_000)).toBe('9 小时前');
    expect(ago(10 * 3_600_000)).toBe('昨天');
    expect(ago(3 * 24 * 3_600_000)).toBe('5月5日');
  });

  it('is in minutes even over midnight', () => {
    const now = at('2026-05-08', '00:20');
    expect(sayAgo(at('2026-05-07', '23:50'), now)).toBe('30 分钟前');
    expect(sayAgo(at('2026-05-07', '22:00'), now)).toBe('昨天');
  });

  it('is now for a clock that runs ahead', () => {
    expect(ago(-5000)).toBe('刚刚');
  });
});

describe('How a deadline stands', () => {
  const deadline = (date: string, now = NOW) => sayDeadline(endOfChinaDay(date), now);

  it('is said in whole days of the calendar', () => {
    expect(deadline('2026-05-08')).toBe('今天到期');
    expect(deadline('2026-05-09')).toBe('还有 1 天');
    expect(deadline('2026-05-11')).toBe('还有 3 天');
    expect(deadline('2026-05-07')).toBe('已超期 1 天');
    expect(deadline('2026-04-28')).toBe('已超期 10 天');
  });

  it('is said with its day, unless that is near', () => {
    expect(sayUntil(endOfChinaDay('2026-05-11'), NOW)).toBe('5月11日前，还有 3 天');
    expect(sayUntil(endOfChinaDay('2026-05-08'), NOW)).toBe('今天到期');
    expect(sayUntil(endOfChinaDay('2026-05-01'), NOW)).toBe('5月1日前，已超期 7 天');
  });

  it('does not depend on the hour', () => {
    expect(deadline('2026-05-09', at('2026-05-08', '00:00'))).toBe('还有 1 天');
    expect(deadline('2026-05-09', endOfChinaDay('2026-05-08'))).toBe('还有 1 天');
    expect(deadline('2026-05-08', endOfChinaDay('2026-05-08') + 1)).toBe('已超期 1 天');
  });

  it('counts over the New Year', () => {
    expect(deadline('2027-01-02', at('2026-12-31', '12:00'))).toBe('还有 2 天');
  });
});
