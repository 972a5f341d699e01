import fc from 'fast-check';
import {
  isStepBack,
  milestonesProgress,
  partsProgress,
  progressSource,
  shownProgress,
  taskProgress,
} from './task.progress.js';
import { REPLY_CLASSES } from './task.rules.js';
import { TASK_STATES, type TaskState } from './task.states.js';

const STANDS: readonly TaskState[] = ['replied', 'evaluating', 'long_term', 'closed'];
const DONE = { doneAt: 1 };
const AHEAD = { doneAt: null };
const part = (progress: number, weight = 1) => ({ progress, weight });
const progress = fc.integer({ min: 0, max: 100 });
const parts = fc.array(fc.record({ progress, weight: fc.integer({ min: 1, max: 10 }) }), {
  minLength: 1,
  maxLength: 20,
});

describe('What progress is worked out from', () => {
  it.each([
    [[part(1)], [DONE], 'parts'],
    [[part(1)], [], 'parts'],
    [[], [AHEAD], 'milestones'],
    [[], [], 'reports'],
  ] as const)('is the first of parts, milestones and reports that there is', (some, milestones, source) => {
    expect(progressSource({ parts: some, milestones })).toBe(source);
  });
});

describe('The progress of parts', () => {
  it.each([
    [[part(0)], 0],
    [[part(100)], 100],
    [[part(50), part(100)], 75],
    [[part(0, 1), part(100, 3)], 75],
    [[part(100, 9), part(0, 1)], 90],
    [[part(33), part(33), part(34)], 33],
    [[part(100), part(100), part(99)], 99],
  ])('is their weighted mean, rounded down', (some, expected) => {
    expect(partsProgress(some)).toBe(expected);
  });

  it('is 100 exactly where each part is, and never outside what the parts are', () => {
    fc.assert(
      fc.property(parts, (some) => {
        const of = partsProgress(some);
        const each = some.map((one) => one.progress);
        expect(Number.isInteger(of)).toBe(true);
        expect(of === 100).toBe(each.every((one) => one === 100));
        expect(of).toBeGreaterThanOrEqual(Math.min(...each));
        expect(of).toBeLessThanOrEqual(Math.max(...each));
      }),
    );
  });

  it('never goes down while none of them does', () => {
    fc.assert(
      fc.property(parts, fc.nat(), fc.nat(100), (some, at, more) => {
        const chosen = at % some.length;
        const later = some.map((one, i) =>
          i === chosen ? { ...one, progress: Math.min(100, one.progress + more) } : one,
        );
        expect(isStepBack(partsProgress(some), partsProgress(later))).toBe(false);
      }),
    );
  });

  it('does not depend on their order, nor on the unit of the weights', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 5 }), (some, times) => {
        expect(partsProgress([...some].reverse())).toBe(partsProgress(some));
        expect(partsProgress(some.map((one) => part(one.progress, one.weight * times)))).toBe(partsProgress(some));
      }),
    );
  });
});

describe('The progress of milestones', () => {
  it.each([
    [[AHEAD], 0],
    [[DONE], 100],
    [[DONE, AHEAD], 50],
    [[DONE, AHEAD, AHEAD], 33],
    [[DONE, DONE, AHEAD], 66],
  ])('is the share that is done, rounded down', (milestones, expected) => {
    expect(milestonesProgress(milestones)).toBe(expected);
  });
});

describe('The progress of a promise', () => {
  const grounds = { parts: [part(40)], milestones: [DONE, AHEAD], reported: 7 };

  it.each(TASK_STATES)('in state %s is 100 only while an answer of class A stands', (state) => {
    for (const replyClass of [null, ...REPLY_CLASSES]) {
      const expected = replyClass === 'A' && STANDS.includes(state) ? 100 : 40;
      const task = { state, replyClass, carriedOver: false };
      expect([replyClass, taskProgress(task, grounds)]).toEqual([replyClass, expected]);
    }
  });

  it('that a new outcome took over is as far as it had come, whatever was answered before', () => {
    expect(taskProgress({ state: 'closed', replyClass: 'A', carriedOver: true }, grounds)).toBe(40);
  });

  it('comes from its parts, else its milestones, else what was reported', () => {
    const task = { state: 'in_progress', replyClass: null, carriedOver: false } as const;
    expect(taskProgress(task, grounds)).toBe(40);
    expect(taskProgress(task, { ...grounds, parts: [] })).toBe(50);
    expect(taskProgress(task, { ...grounds, parts: [], milestones: [] })).toBe(7);
  });
});

describe('The progress that is shown', () => {
  const REPLIED = { state: 'replied', light: 'done', replyClass: 'B', progress: 60 } as const;

  it('is none of a promise that was answered without anybody ever saying how far it was', () => {
    expect(shownProgress({ ...REPLIED, progress: 0 })).toBeNull();
    expect(shownProgress(REPLIED)).toBe(60);
    expect(shownProgress({ state: 'in_progress', light: 'on_time', replyClass: null, progress: 0 })).toBe(0);
  });

  it.each(TASK_STATES)('in state %s is 100 only while no answer has turned out not to stand', (state) => {
    const shown = (replyClass: (typeof REPLY_CLASSES)[number] | null, percent: number) =>
      shownProgress({ state, light: 'on_time', replyClass, progress: percent });
    expect(shown(null, 100)).toBe(100);
    for (const replyClass of REPLY_CLASSES) {
      expect([replyClass, shown(replyClass, 100)]).toEqual([replyClass, STANDS.includes(state) ? 100 : null]);
      expect([replyClass, shown(replyClass, 99)]).toEqual([replyClass, 99]);
    }
  });
});

describe('A step back', () => {
  it('is less than before, never as much', () => {
    fc.assert(
      fc.property(progress, progress, (before, after) => {
        expect(isStepBack(before, after)).toBe(after < before);
      }),
    );
  });
});
