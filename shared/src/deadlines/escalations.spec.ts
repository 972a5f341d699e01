import { chinaDate, chinaMoment, endOfChinaDay, startOfChinaDay } from '../time/china-time.js';
import { escalationRules, nextEscalation } from './escalations.js';
import { workingDaysBetween } from './working-days.js';

const at = (date: string, time = '09:00') => chinaMoment(date, time);
const THRESHOLDS = { stalledDays: 30, escalationDays: 3, escalationCountyDays: 10, todoEscalationDays: 5 };

describe('Escalations', () => {
  it('come in the morning of each working day', () => {
    expect(nextEscalation(at('2026-06-03', '08:59'))).toBe(at('2026-06-03'));
    expect(nextEscalation(at('2026-06-03'))).toBe(at('2026-06-04'));
    expect(nextEscalation(at('2026-06-05', '10:00'))).toBe(at('2026-06-08'));
    // National Day, with the Saturday after it made up.
    expect(nextEscalation(at('2026-09-30', '10:00'))).toBe(at('2026-10-08'));
    expect(nextEscalation(at('2026-10-09', '10:00'))).toBe(at('2026-10-10'));
  });

  it.each(['2026-06-03', '2026-09-29', '2026-10-08', '2026-10-10', '2026-10-16'])(
    'on %s concern just those whose date is as many working days back as the county says',
    (today) => {
      const { dueBefore, silentBefore, todoDueBefore } = escalationRules(at(today), THRESHOLDS);
      for (let back = 1; back <= 40; back++) {
        const dueAt = endOfChinaDay(chinaDate(at(today) - back * 86_400_000));
        const late = workingDaysBetween(dueAt, at(today));
        expect([back, dueAt < dueBefore[1]]).toEqual([back, late >= 3]);
        expect([back, dueAt < dueBefore[2]]).toEqual([back, late >= 10]);
        expect([back, dueAt < todoDueBefore]).toEqual([back, late >= 5]);
        // A silence is over its time like a date thirty days later.
        const word = dueAt - 30 * 86_400_000;
        expect([back, word < silentBefore[1]]).toEqual([back, late >= 3]);
        expect([back, word < silentBefore[2]]).toEqual([back, late >= 10]);
      }
      expect(startOfChinaDay(chinaDate(dueBefore[1]))).toBe(dueBefore[1]);
    },
  );
});
