import { chinaMoment, endOfChinaDay } from '../time/china-time.js';
import { firstReminder, morningBefore, nextDigest, nextReminder } from './reminders.js';

const at = (date: string, time = '09:00') => chinaMoment(date, time);

describe('Reminders', () => {
  it('come first on the last working day before the deadline', () => {
    // Due on a Monday: the Friday before.
    expect(firstReminder(endOfChinaDay('2026-06-15'), at('2026-06-03'))).toBe(at('2026-06-12'));
    expect(firstReminder(endOfChinaDay('2026-06-10'), at('2026-06-03'))).toBe(at('2026-06-09'));
  });

  it('come only once it is overdue where the morning before has gone by', () => {
    expect(firstReminder(endOfChinaDay('2026-06-03'), at('2026-06-03', '10:00'))).toBe(at('2026-06-04'));
  });

  it('come again on the working day after the deadline, then each week', () => {
    const dueAt = endOfChinaDay('2026-06-12');
    expect(nextReminder(dueAt, at('2026-06-11'))).toBe(at('2026-06-15'));
    expect(nextReminder(dueAt, at('2026-06-15'))).toBe(at('2026-06-22'));
    expect(nextReminder(dueAt, at('2026-06-22', '09:07'))).toBe(at('2026-06-29'));
  });

  it('keep off holidays', () => {
    // National Day 2026: back at work on 8 October.
    expect(nextReminder(endOfChinaDay('2026-09-30'), at('2026-09-29'))).toBe(at('2026-10-08'));
  });

  it('of a date come in a morning before it', () => {
    expect(morningBefore(at('2026-06-10', '14:00'), 1)).toBe(at('2026-06-09'));
  });
});

describe('The weekly digest', () => {
  it('comes on Monday at 8:30', () => {
    expect(nextDigest(at('2026-06-03'))).toBe(at('2026-06-08', '08:30'));
    expect(nextDigest(at('2026-06-08', '08:29'))).toBe(at('2026-06-08', '08:30'));
    expect(nextDigest(at('2026-06-08', '08:30'))).toBe(at('2026-06-15', '08:30'));
  });

  it('comes on the first working day of a week that begins with a holiday', () => {
    expect(nextDigest(at('2026-10-04'))).toBe(at('2026-10-08', '08:30'));
  });
});
