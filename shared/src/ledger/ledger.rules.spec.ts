import { OWING_TASK_STATES } from '../tasks/task.rules.js';
import { TASK_STATES } from '../tasks/task.states.js';
import { chinaMoment, endOfChinaDay } from '../time/china-time.js';
import { lateUntil, sayLedger, sayStanding, slippedDays } from './ledger.rules.js';

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

describe('How a promise stands in words', () => {
  const promise = { state: 'closed', light: 'done', replyClass: 'A', carriedOver: false } as const;

  it('is what became of it once it is closed, never that it was answered', () => {
    expect(sayStanding(promise)).toBe('已办结，已兑现');
    expect(sayStanding({ ...promise, replyClass: 'C' })).toBe('已办结，已答复说明');
    expect(sayStanding({ ...promise, carriedOver: true })).toBe('已办结，由新成果承接');
  });

  it('is its state while others have a say in it, and its light while it is owed', () => {
    expect(sayStanding({ ...promise, state: 'replied' })).toBe('已答复');
    expect(sayStanding({ ...promise, state: 'evaluating' })).toBe('评议中');
    expect(sayStanding({ ...promise, state: 'in_progress', light: 'overdue' })).toBe('已超期');
  });
});

describe('A ledger in words', () => {
  it('adds up, and leaves out the lights that nothing has', () => {
    const lights = { on_time: 4, due_soon: 0, overdue: 1, stalled: 0, paused: 0, done: 7 };
    expect(sayLedger({ made: 12, lights })).toBe('共 12 件：时限内 4 件，已超期 1 件，已答复 7 件');
  });
});
