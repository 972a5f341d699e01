import {
  isByVerdict,
  isPromisedBy,
  isTaskOverdue,
  OWING_TASK_STATES,
  publicRatings,
  RATING_LABELS,
  RATINGS,
  type RatingCounts,
  REPLY_CLASS_LABELS,
  REPLY_CLASSES,
  replyNeedsReason,
  satisfactionRate,
} from './task.rules.js';
import { TASK_ACTIONS, TASK_STATES } from './task.states.js';

const counts = (satisfied: number, fair: number, dissatisfied: number): RatingCounts => ({
  satisfied,
  fair,
  dissatisfied,
});
/** As many as it takes, and nobody answers any more. */
const OVER = { minimum: 5, isRunning: false };

describe('The satisfaction rate', () => {
  it('counts satisfied and fairly satisfied answers alike', () => {
    expect(satisfactionRate(counts(3, 4, 3))).toBe(0.7);
    expect(satisfactionRate(counts(0, 5, 0))).toBe(1);
    expect(satisfactionRate(counts(0, 0, 5))).toBe(0);
  });

  it('is unknown when nobody answered', () => {
    expect(satisfactionRate(counts(0, 0, 0))).toBeNull();
  });
});

describe('Ratings as the public sees them', () => {
  it('are hidden entirely below five answers', () => {
    expect(publicRatings(counts(4, 0, 0), OVER)).toBeNull();
    expect(publicRatings(counts(1, 1, 2), OVER)).toBeNull();
    expect(publicRatings(counts(0, 0, 0), OVER)).toBeNull();
  });

  it('are shown from the fifth answer on', () => {
    expect(publicRatings(counts(2, 2, 1), OVER)).toEqual({ satisfied: 2, fair: 2, dissatisfied: 1 });
  });

  it('are hidden as long as answers are taken, however many there are', () => {
    expect(publicRatings(counts(200, 20, 10), { ...OVER, isRunning: true })).toBeNull();
  });
});

describe('Whether a promise is overdue', () => {
  const DUE = Date.parse('2026-05-08T15:59:59.999Z');
  const ANSWERED = [
    'replied',
    'evaluating',
    'long_term',
    'deferred',
    'closed',
    'reconsult_advised',
    'reconsulting',
    'paused',
  ];

  it.each(TASK_STATES)('in state %s depends on whether its department still owes an answer', (state) => {
    expect(isTaskOverdue({ state, dueAt: DUE }, DUE + 1)).toBe(!ANSWERED.includes(state));
  });

  it('starts only after the last millisecond of the day', () => {
    expect(isTaskOverdue({ state: 'in_progress', dueAt: DUE }, DUE)).toBe(false);
    expect(isTaskOverdue({ state: 'in_progress', dueAt: DUE }, DUE + 1)).toBe(true);
  });
});

describe('A promise', () => {
  it('is owed exactly in the states in which it can be overdue', () => {
    expect(OWING_TASK_STATES).toEqual(TASK_STATES.filter((state) => isTaskOverdue({ state, dueAt: 0 }, 1)));
  });

  it('leaves its evaluation only by the result, never by choice', () => {
    const made = TASK_STATES.flatMap((state) =>
      TASK_ACTIONS.filter((action) => isByVerdict(state, action)).map((action) => `${state} ${action}`),
    );
    expect(made).toEqual([
      'evaluating close',
      'evaluating watch',
      'evaluating defer',
      'evaluating redo',
      'evaluating advise_reconsult',
    ]);
  });
});

describe('A department', () => {
  it('has promised what it leads and what it takes part in', () => {
    const task = { leadDepartmentId: 'a', coDepartmentIds: ['b', 'c'] };
    expect(['a', 'b', 'c', 'd'].map((id) => isPromisedBy(task, ['x', id]))).toEqual([true, true, true, false]);
    expect(isPromisedBy(task, [])).toBe(false);
  });
});

describe('Replies and ratings', () => {
  it('must say why with classes C and D', () => {
    expect(REPLY_CLASSES.filter(replyNeedsReason)).toEqual(['C', 'D']);
  });

  it('have labels in Chinese, no two alike', () => {
    expect(RATINGS.map((rating) => RATING_LABELS[rating])).toEqual(['满意', '基本满意', '不满意']);
    expect(new Set(REPLY_CLASSES.map((c) => REPLY_CLASS_LABELS[c])).size).toBe(4);
    for (const c of REPLY_CLASSES) expect(REPLY_CLASS_LABELS[c].startsWith(c)).toBe(true);
  });
});
