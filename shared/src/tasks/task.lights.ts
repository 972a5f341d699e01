import { OWING_TASK_STATES } from './task.rules.js';
import { TASK_STATES, type TaskState } from './task.states.js';

/** How a promise stands against its date, strongest first where several apply: see taskLight. */
export const TASK_LIGHTS = ['on_time', 'due_soon', 'overdue', 'stalled', 'paused', 'done'] as const;
export type TaskLight = (typeof TASK_LIGHTS)[number];

export const TASK_LIGHT_LABELS: Readonly<Record<TaskLight, string>> = {
  on_time: '时限内',
  due_soon: '快到期',
  overdue: '已超期',
  stalled: '久无进展',
  paused: '已暂停',
  done: '已答复',
};

/** The moments of one county between which the lights of its promises change, ms since 1970; see lightRules. */
export interface LightRules {
  /** Due by then is due soon. */
  readonly dueSoonUntil: number;
  /** No word since before then is stalled. */
  readonly stalledBefore: number;
}

/** What the light of a promise hangs on. */
export interface Lit {
  readonly state: TaskState;
  readonly dueAt: number;
  readonly lastWordAt: number;
}

/** The states in which a light can be on; every state but those of `paused` and `done` is owing. */
export const LIGHT_STATES: Readonly<Record<TaskLight, readonly TaskState[]>> = {
  on_time: OWING_TASK_STATES,
  due_soon: OWING_TASK_STATES,
  overdue: OWING_TASK_STATES,
  stalled: OWING_TASK_STATES,
  paused: ['paused'],
  done: TASK_STATES.filter((state) => state !== 'paused' && !OWING_TASK_STATES.includes(state)),
};

/**
 * The one light of a promise. Of what is owed, a date that is past outweighs silence, and silence a date that is near.
 * @param now ms since 1970
 * @param rules of its county, at the same moment
 */
export function taskLight({ state, dueAt, lastWordAt }: Lit, now: number, rules: LightRules): TaskLight {
  if (state === 'paused') return 'paused';
  if (!OWING_TASK_STATES.includes(state)) return 'done';
  if (dueAt < now) return 'overdue';
  if (lastWordAt < rules.stalledBefore) return 'stalled';
  return dueAt <= rules.dueSoonUntil ? 'due_soon' : 'on_time';
}
