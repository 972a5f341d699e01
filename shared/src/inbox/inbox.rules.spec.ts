import { chinaMoment, endOfChinaDay } from '../time/china-time.js';
import { inboxGroup } from './inbox.rules.js';

describe('the groups of the inbox', () => {
  // A Wednesday
  const now = chinaMoment('2026-11-25', '09:00');

  it('counts as overdue what was due before now', () => {
    expect(inboxGroup(now - 1, now)).toBe('overdue');
    expect(inboxGroup(now, now)).toBe('week');
  });

  it('ends the week with Sunday night in China', () => {
    expect(inboxGroup(endOfChinaDay('2026-11-29'), now)).toBe('week');
    expect(inboxGroup(endOfChinaDay('2026-11-29') + 1, now)).toBe('later');
  });

  it('still counts Sunday itself to the week that ends', () => {
    const sunday = chinaMoment('2026-11-29', '20:00');
    expect(inboxGroup(endOfChinaDay('2026-11-29'), sunday)).toBe('week');
    expect(inboxGroup(chinaMoment('2026-11-30', '09:00'), sunday)).toBe('later');
  });

  it('goes by the date in China where UTC still has the day before', () => {
    const mondayMorning = chinaMoment('2026-11-30', '06:00');
    expect(inboxGroup(endOfChinaDay('2026-12-06'), mondayMorning)).toBe('week');
  });
});
