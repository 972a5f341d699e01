import type { Capacity } from '../auth/roles.js';
import type { TaskLight } from './task.lights.js';
import type { TaskState } from './task.states.js';

/** After so many refusals the county office alone assigns, and what it assigns is not refused (由县政协指定承办). */
export const REFUSALS_MOST = 3;

/** Whether a refused promise goes to whom the county office says, without another refusal. */
export function mustDesignate({ refusals }: { refusals: number }): boolean {
  return refusals >= REFUSALS_MOST;
}

/** Whether the days for what a promise waits for now are over: nobody refuses any more, and it may be sent on. */
export function isTurnOver({ currentDueAt }: { currentDueAt: number | null }, now: number): boolean {
  return currentDueAt !== null && now > currentDueAt;
}

/**
 * Whether the county office may give a promise to another department, which may itself be gone: one that was refused at
 * once, any other when its department let the days for taking or keeping it go by, or has long said no word.
 */
export function maySendOn(
  task: { state: TaskState; light: TaskLight; currentDueAt: number | null },
  now: number,
): boolean {
  return task.state === 'refused' || isTurnOver(task, now) || task.light === 'stalled';
}

/** What the department that leads a promise asks for: another date (延期), another department (移交). */
export const TASK_REQUEST_KINDS = ['extension', 'handover'] as const;
export type TaskRequestKind = (typeof TASK_REQUEST_KINDS)[number];
export const TASK_REQUEST_LABELS: Readonly<Record<TaskRequestKind, string>> = {
  extension: '申请延期',
  handover: '申请移交',
};

/** `lapsed`: the promise moved on before anybody decided. */
export const TASK_REQUEST_STATES = ['open', 'granted', 'refused', 'lapsed'] as const;
export type TaskRequestState = (typeof TASK_REQUEST_STATES)[number];
export const TASK_REQUEST_STATE_LABELS: Readonly<Record<TaskRequestState, string>> = {
  open: '等待答复',
  granted: '已同意',
  refused: '未同意',
  lapsed: '已失效',
};

/** What the inbox of whoever decides says. */
export const TASK_REQUEST_DOES: Readonly<Record<TaskRequestKind, string>> = {
  extension: '审核延期申请',
  handover: '审核移交申请',
};

/** The states in which a department asks. */
export const ASKING_STATES: readonly TaskState[] = ['in_progress'];

export const TASK_TIME_LIMITS = {
  /** How far from today a new date may lie, days. */
  extensionDaysMax: 365,
  urgeMax: 300,
} as const;

/**
 * Who decides on a request, first of all whose inbox it stands in: the county office; of a promise that a 微协商 handed
 * out past the county, its convener decides on another date.
 */
export function requestDeciders(kind: TaskRequestKind, isLight: boolean): readonly Capacity[] {
  return kind === 'extension' && isLight ? ['convener', 'county_office'] : ['county_office'];
}

/**
 * Whether a new date can be asked for.
 * @param dueAt the date as it stands, ms since 1970
 * @param to the new one
 */
export function isExtension(dueAt: number, to: number, now: number): boolean {
  const farthest = now + (TASK_TIME_LIMITS.extensionDaysMax + 1) * 24 * 60 * 60 * 1000;
  return to > dueAt && to > now && to < farthest;
}

/** Why the level above is told. */
export const ESCALATION_CAUSES = ['overdue', 'stalled'] as const;
export type EscalationCause = (typeof ESCALATION_CAUSES)[number];
export const ESCALATION_CAUSE_LABELS: Readonly<Record<EscalationCause, string>> = {
  overdue: '超期未办',
  stalled: '久无进展',
};

/** 1: the township's convener and whoever supervises it (督办领导); 2: the county office. */
export const ESCALATION_LEVELS = [1, 2] as const;
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];
export const ESCALATION_LEVEL_LABELS: Readonly<Record<EscalationLevel, string>> = { 1: '乡镇召集人', 2: '县政协' };

/** What the inbox of each level says. */
export const ESCALATION_DOES: Readonly<Record<EscalationLevel, string>> = {
  1: '催办：督促承办部门',
  2: '督办：督促承办部门',
};
