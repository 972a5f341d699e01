import { isMoveOf, isPausedWithWhole, openParts, resumedPartDate } from './task.parts.js';
import { TASK_ACTIONS, TASK_STATES } from './task.states.js';

describe('The moves of a task', () => {
  it('of a part are those of handling, and the end that its promise gives it', () => {
    expect(TASK_ACTIONS.filter((action) => isMoveOf({ parentId: 'P' }, action))).toEqual([
      'take',
      'refuse',
      'reassign',
      'designate',
      'hand_over',
      'pause',
      'keep_paused',
      'resume',
      'reply',
      'close_with',
    ]);
  });

  it('of a promise of its own are all but that end', () => {
    expect(TASK_ACTIONS.filter((action) => !isMoveOf({ parentId: null }, action))).toEqual(['close_with']);
  });
});

describe('Parts', () => {
  it('go on by as long as they stood still, within the date of their promise, and are never due earlier than before', () => {
    expect(resumedPartDate(12, 8, 20)).toBe(12);
    expect(resumedPartDate(25, 8, 20)).toBe(20);
    expect(resumedPartDate(25, 20, 20)).toBe(20);
    expect(resumedPartDate(25, 22, 20)).toBe(22);
  });

  it('are paused with their promise where nobody is asked about them', () => {
    expect(isPausedWithWhole({ state: 'paused', currentDueAt: null })).toBe(true);
    expect(isPausedWithWhole({ state: 'paused', currentDueAt: 1 })).toBe(false);
    expect(isPausedWithWhole({ state: 'in_progress', currentDueAt: null })).toBe(false);
  });

  it('are open in the states in which an answer is owed', () => {
    const parts = TASK_STATES.map((state) => ({ state }));
    const answered = ['replied', 'evaluating', 'reconsult_advised', 'reconsulting', 'long_term', 'deferred', 'closed'];
    expect(openParts(parts).map(({ state }) => state)).toEqual(TASK_STATES.filter((one) => !answered.includes(one)));
  });
});
