import { stateLabel } from '../events/event.labels.js';
import { PROMISE_STANDING_LABELS, promiseStanding } from '../figures/figure.promises.js';
import { TASK_LIGHT_LABELS, TASK_LIGHTS, type TaskLight } from '../tasks/task.lights.js';
import { OWING_TASK_STATES, type ReplyClass } from '../tasks/task.rules.js';
import type { TaskState } from '../tasks/task.states.js';
import { daysBetween } from '../time/china-time.js';
import type { LedgerCounts } from './ledger.contract.js';

/** What the lateness of a promise hangs on, ms since 1970. */
export interface Dated {
  readonly state: TaskState;
  readonly dueAt: number;
  /** Null: not answered. */
  readonly repliedAt: number | null;
}

/**
 * Until when a promise is late: until now while it is owed, until it was answered where it was answered after its date.
 * @returns ms since 1970; null where it is not late, also while it stands still (paused)
 */
export function lateUntil({ state, dueAt, repliedAt }: Dated, now: number): number | null {
  const until = OWING_TASK_STATES.includes(state) ? now : (repliedAt ?? dueAt);
  return until > dueAt ? until : null;
}

/** How many days the date has moved since it was first promised (延期); 0: it never did. */
export const slippedDays = ({ firstDueAt, dueAt }: { firstDueAt: number; dueAt: number }): number =>
  Math.max(0, daysBetween(firstDueAt, dueAt));

/** How one promise stands, in words: by its light while it is owed, then by its state, and in the end by what became of it. */
export function sayStanding(promise: {
  state: TaskState;
  light: TaskLight;
  replyClass: ReplyClass | null;
  carriedOver: boolean;
}): string {
  const { state, light } = promise;
  if (light !== 'done') return TASK_LIGHT_LABELS[light];
  const label = stateLabel('task', state);
  return state === 'closed' ? `${label}，${PROMISE_STANDING_LABELS[promiseStanding(promise)]}` : label;
}

/** 共 12 件：已超期 1 件，正常 4 件…: all of them, and what they add up of. */
export const sayLedger = ({ made, lights }: Pick<LedgerCounts, 'made' | 'lights'>): string =>
  `共 ${made} 件：${TASK_LIGHTS.filter((one) => lights[one] > 0)
    .map((one) => `${TASK_LIGHT_LABELS[one]} ${lights[one]} 件`)
    .join('，')}`;
