import type { Capacity } from '../auth/roles.js';
import type { TaskAction } from './task.states.js';

/** Why a date moved: asked for and granted, stood still, or done once more after what residents said. */
export const TASK_SLIP_KINDS = ['extension', 'pause', 'redo'] as const;
export type TaskSlipKind = (typeof TASK_SLIP_KINDS)[number];
export const TASK_SLIP_LABELS: Readonly<Record<TaskSlipKind, string>> = {
  extension: '同意延期',
  pause: '暂停顺延',
  redo: '重新办理',
};

/** The moves out of which a new date follows by itself: the promise is to be kept once more. */
export const RENEWING_ACTIONS: readonly TaskAction[] = ['redo', 'restart', 'send_back', 'reopen'];

/** How a department came to a promise, and how it lost it. */
export const TASK_HOLDING_LABELS = {
  create: '交办',
  reassign: '重新交办',
  designate: '县政协指定承办',
  hand_over: '移交',
  refuse: '退回',
} as const;
export type TaskHandingAction = keyof typeof TASK_HOLDING_LABELS;

/** What of an event its promise's history is made of. */
export interface TaskFact {
  readonly action: string;
  readonly at: number;
  readonly capacity: Capacity;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>> | null;
}

/** One department's time with a promise. */
export interface TaskHolding {
  readonly departmentId: string;
  readonly from: number;
  /** Null: it has it still. */
  readonly until: number | null;
  readonly by: Exclude<TaskHandingAction, 'refuse'>;
  /** It sent it back. */
  readonly refused: boolean;
}

export interface TaskPause {
  readonly from: number;
  readonly until: number | null;
  readonly reason: string | null;
  /** Working days that it stood still; null while it does. */
  readonly workingDays: number | null;
}

/** A date that moved. */
export interface TaskSlip {
  readonly kind: TaskSlipKind;
  readonly from: number;
  readonly to: number;
  /** Null: nobody had to ask. */
  readonly askedAt: number | null;
  readonly at: number;
  readonly by: Capacity;
  /** Why: of an extension as its department asked for it. */
  readonly reason: string | null;
}

/** What happened to the time of a promise. All in the order in which it happened. */
export interface TaskHistory {
  readonly holdings: readonly TaskHolding[];
  readonly pauses: readonly TaskPause[];
  readonly slips: readonly TaskSlip[];
}

/** The facts that taskHistory reads. */
export const TASK_HISTORY_ACTIONS = [
  'create',
  'refuse',
  'reassign',
  'designate',
  'hand_over',
  'pause',
  'resume',
  'grant_extension',
  'move_on',
  ...RENEWING_ACTIONS,
] as const;

/** Reads a promise's events, oldest first. */
export function taskHistory(facts: readonly TaskFact[]): TaskHistory {
  return { holdings: holdingsOf(facts), pauses: pausesOf(facts), slips: facts.flatMap(slipOf) };
}

function holdingsOf(facts: readonly TaskFact[]): TaskHolding[] {
  const holdings: TaskHolding[] = [];
  const end = (at: number, refused: boolean) => {
    const last = holdings.pop();
    if (last) holdings.push(last.until === null ? { ...last, until: at, refused } : last);
  };
  for (const { action, at, data } of facts) {
    if (action === 'refuse') end(at, true);
    const by = TAKERS.find((one) => one === action);
    const departmentId = by && (by === 'create' ? data?.leadDepartmentId : data?.to);
    if (!by || typeof departmentId !== 'string') continue;
    end(at, false);
    holdings.push({ departmentId, from: at, until: null, by, refused: false });
  }
  return holdings;
}

const TAKERS = ['create', 'reassign', 'designate', 'hand_over'] as const;

function pausesOf(facts: readonly TaskFact[]): TaskPause[] {
  const pauses: TaskPause[] = [];
  for (const { action, at, reason, data } of facts) {
    if (action === 'pause') pauses.push({ from: at, until: null, reason, workingDays: null });
    if (action !== 'resume') continue;
    const last = pauses.pop();
    if (last) pauses.push({ ...last, until: at, workingDays: numberOf(data?.workingDays) });
  }
  return pauses;
}

/** The date that an event moved, if it did. */
function slipOf({ action, at, capacity, reason, data }: TaskFact): TaskSlip[] {
  const kind = slipKindOf(action);
  const [from, to] = [numberOf(data?.dueFrom), numberOf(data?.dueTo)];
  if (kind === null || from === null || to === null || from === to) return [];
  const why = kind === 'extension' && typeof data?.why === 'string' ? data.why : reason;
  return [{ kind, from, to, askedAt: numberOf(data?.askedAt), at, by: capacity, reason: why }];
}

function slipKindOf(action: string): TaskSlipKind | null {
  if (action === 'grant_extension') return 'extension';
  if (action === 'resume' || action === 'move_on') return 'pause';
  return RENEWING_ACTIONS.some((one) => one === action) ? 'redo' : null;
}

const numberOf = (value: unknown) => (typeof value === 'number' ? value : null);
