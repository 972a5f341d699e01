import { lightRules } from '../deadlines/lights.js';
import { chinaMoment, DAY_MS, endOfChinaDay } from '../time/china-time.js';
import {
  LIGHT_STATES,
  type LightRules,
  TASK_LIGHT_LABELS,
  TASK_LIGHTS,
  type TaskLight,
  taskLight,
} from './task.lights.js';
import { isTaskOverdue, OWING_TASK_STATES } from './task.rules.js';
import { TASK_STATES, type TaskState } from './task.states.js';

const NOW = chinaMoment('2026-06-10', '10:00');
const RULES: LightRules = {
  dueSoonUntil: endOfChinaDay('2026-06-17'),
  stalledBefore: chinaMoment('2026-05-11', '00:00'),
};

/** Each moment that matters, just before, at and just after. */
const around = (at: number) => [at - 1, at, at + 1];
const DUE = [...around(NOW), ...around(RULES.dueSoonUntil), NOW - 90 * DAY_MS, NOW + 90 * DAY_MS];
const WORDS = [...around(RULES.stalledBefore), NOW, NOW - 200 * DAY_MS];

/** The same rule in other words: which light wins, tried from the strongest. */
function expected(state: TaskState, dueAt: number, lastWordAt: number): TaskLight {
  const answered: TaskState[] = [
    'replied',
    'evaluating',
    'reconsult_advised',
    'reconsulting',
    'long_term',
    'deferred',
    'closed',
  ];
  if (state === 'paused') return 'paused';
  if (answered.includes(state)) return 'done';
  if (NOW > dueAt) return 'overdue';
  if (RULES.stalledBefore > lastWordAt) return 'stalled';
  return RULES.dueSoonUntil >= dueAt ? 'due_soon' : 'on_time';
}

describe('The light of a promise', () => {
  it.each(TASK_STATES)('in state %s is one for every date and every silence', (state) => {
    for (const dueAt of DUE) {
      for (const lastWordAt of WORDS) {
        const light = taskLight({ state, dueAt, lastWordAt }, NOW, RULES);
        expect([state, dueAt, lastWordAt, light]).toEqual([
          state,
          dueAt,
          lastWordAt,
          expected(state, dueAt, lastWordAt),
        ]);
        expect(LIGHT_STATES[light]).toContain(state);
        expect(light === 'overdue').toBe(isTaskOverdue({ state, dueAt }, NOW));
      }
    }
  });

  it('turns at midnight, not in the middle of a day', () => {
    const dueAt = endOfChinaDay('2026-06-10');
    const at = (now: number) => taskLight({ state: 'in_progress', dueAt, lastWordAt: NOW }, now, RULES);
    expect(at(dueAt)).toBe('due_soon');
    expect(at(dueAt + 1)).toBe('overdue');
  });

  it('can be every one of the six, each with a word of its own', () => {
    const seen = new Set(
      TASK_STATES.flatMap((state) =>
        DUE.flatMap((dueAt) => WORDS.map((lastWordAt) => taskLight({ state, dueAt, lastWordAt }, NOW, RULES))),
      ),
    );
    expect([...seen].sort()).toEqual([...TASK_LIGHTS].sort());
    expect(new Set(Object.values(TASK_LIGHT_LABELS)).size).toBe(TASK_LIGHTS.length);
  });

  it('has each state either owing, paused or done', () => {
    const all = [...OWING_TASK_STATES, ...LIGHT_STATES.paused, ...LIGHT_STATES.done];
    expect([...all].sort()).toEqual([...TASK_STATES].sort());
  });
});

describe('The rules of lights', () => {
  const thresholds = { dueSoonDays: 5, stalledDays: 30 };

  it('count working days until the date and whole days of silence', () => {
    expect(lightRules(NOW, thresholds)).toEqual(RULES);
    expect(lightRules(chinaMoment('2026-06-10', '00:00'), thresholds)).toEqual(RULES);
    expect(lightRules(endOfChinaDay('2026-06-10'), thresholds)).toEqual(RULES);
  });

  it('stretch over National Day, when nobody works', () => {
    // From Wednesday 30 September: 8, 9 and, made up, 10 October, then Monday and Tuesday.
    const { dueSoonUntil } = lightRules(chinaMoment('2026-09-30', '09:00'), thresholds);
    expect(dueSoonUntil).toBe(endOfChinaDay('2026-10-13'));
  });

  it('of no days at all mean today', () => {
    const { dueSoonUntil, stalledBefore } = lightRules(NOW, { dueSoonDays: 0, stalledDays: 0 });
    expect(dueSoonUntil).toBe(endOfChinaDay('2026-06-10'));
    expect(stalledBefore).toBe(chinaMoment('2026-06-10', '00:00'));
  });
});
