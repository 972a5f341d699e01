import { OWING_TASK_STATES, type ReplyClass } from '../tasks/task.rules.js';
import { TASK_STATES, type TaskState } from '../tasks/task.states.js';

/** How a promise stands: each has exactly one. */
export const PROMISE_STANDINGS = [
  'owing',
  'paused',
  'answered',
  'watched',
  'reconsulting',
  'kept',
  'explained',
  'carried_over',
] as const;
export type PromiseStanding = (typeof PROMISE_STANDINGS)[number];
export const PROMISE_STANDING_LABELS: Readonly<Record<PromiseStanding, string>> = {
  owing: '办理中',
  paused: '已暂停',
  answered: '已答复，待评议',
  watched: '长期跟踪',
  reconsulting: '再协商',
  kept: '已兑现',
  explained: '已答复说明',
  carried_over: '由新成果承接',
};

/** How a promise stands, by its state, its last reply and whether a new session's outcome took it over. */
export function promiseStanding(task: {
  state: TaskState;
  replyClass: ReplyClass | null;
  carriedOver: boolean;
}): PromiseStanding {
  const { state, replyClass, carriedOver } = task;
  if (state === 'closed') {
    if (carriedOver) return 'carried_over';
    return replyClass === 'A' || replyClass === 'B' ? 'kept' : 'explained';
  }
  if (state === 'paused') return 'paused';
  if (state === 'long_term' || state === 'deferred') return 'watched';
  if (state === 'reconsulting' || state === 'reconsult_advised') return 'reconsulting';
  return OWING_TASK_STATES.includes(state) ? 'owing' : 'answered';
}

/** What to look for, to find the promises that stand like this. */
export function placesOfStanding(standing: PromiseStanding): {
  states: readonly TaskState[];
  replyClasses?: readonly (ReplyClass | null)[];
  carriedOver?: boolean;
} {
  switch (standing) {
    case 'kept':
      return { states: ['closed'], replyClasses: ['A', 'B'], carriedOver: false };
    case 'explained':
      return { states: ['closed'], replyClasses: ['C', 'D', null], carriedOver: false };
    case 'carried_over':
      return { states: ['closed'], carriedOver: true };
    default: {
      const open = { replyClass: null, carriedOver: false };
      return { states: TASK_STATES.filter((state) => promiseStanding({ state, ...open }) === standing) };
    }
  }
}
