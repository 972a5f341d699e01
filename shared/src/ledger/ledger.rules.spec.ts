import { OWING_TASK_STATES } from '../tasks/task.rules.js';
import { TASK_STATES } from '../tasks/task.states.js';
import { chinaMoment, endOfChinaDay } from '../time/china-time.js';
import { lateUntil, slippedDays } from './ledger.rules.js';

const dueAt = endOfChinaDay('2026-06-30');
const later = chinaMoment('2026-07-10', '09:00');
const now = chinaMoment('2026-08-01', '09:00');

describe('how late a promise is', () => {
  it('counts to now while it is owed, whatever was answered before', () => {
    for (const state of OWING_TASK_STATES) {
      expect([state, lateUntil({ state, dueAt, repliedAt: later }, now)]).toEqual([state, now]);
      expect([state, lateUntil({ state, dueAt, repliedAt: null }, dueAt)]).toEqual([state, null]);
    }
  });

  it('counts to the answer once there is one, and nothing while it stands still', () => {
    for (const state of TASK_STATES.filter((one) => !OWING_TASK_STATES.includes(one))) {
      expect([state, lateUntil({ state, dueAt, repliedAt: later }, now)]).toEqual([state, later]);
      expect([state, lateUntil({ state, dueAt, repliedAt: dueAt }, now)]).toEqual([state, null]);
      expect([state, lateUntil({ state, dueAt, repliedAt: null }, now)]).toEqual([state, null]);
    }
  });
});

describe('how far the date of a promise has moved', () => {
  it('is said in days, and never less than none', () => {
    const firstDueAt = endOfChinaDay('2026-06-20');
    expect(slippedDays({ firstDueAt, dueAt })).toBe(10);
    expect(slippedDays({ firstDueAt: dueAt, dueAt })).toBe(0);
    expect(slippedDays({ firstDueAt: dueAt, dueAt: firstDueAt })).toBe(0);
  });
});
