import { truncate } from '../text/text.js';
import { TASK_STATES, type TaskAction, type TaskState } from './task.states.js';

/** 结果类别 */
export const REPLY_CLASSES = ['A', 'B', 'C', 'D'] as const;
export type ReplyClass = (typeof REPLY_CLASSES)[number];
export const REPLY_CLASS_LABELS: Readonly<Record<ReplyClass, string>> = {
  A: 'A 类 · 已解决或采纳',
  B: 'B 类 · 正在解决或列入计划',
  C: 'C 类 · 暂不具备条件',
  D: 'D 类 · 留作参考或不采纳',
};

/** C and D must say why. */
export function replyNeedsReason(replyClass: ReplyClass): boolean {
  return replyClass === 'C' || replyClass === 'D';
}

export const RATINGS = ['satisfied', 'fair', 'dissatisfied'] as const;
export type Rating = (typeof RATINGS)[number];
export const RATING_LABELS: Readonly<Record<Rating, string>> = {
  satisfied: '满意',
  fair: '基本满意',
  dissatisfied: '不满意',
};
export type RatingCounts = Readonly<Record<Rating, number>>;

/** Share of answers that are satisfied or fairly satisfied, 0 to 1; null when nobody answered. */
export function satisfactionRate(counts: RatingCounts): number | null {
  const total = counts.satisfied + counts.fair + counts.dissatisfied;
  return total === 0 ? null : (counts.satisfied + counts.fair) / total;
}

/** What it hangs on whether answers are shown. */
export interface TallyShowing {
  /** From how many answers on. */
  readonly minimum: number;
  /** Answers are still taken. */
  readonly isRunning: boolean;
}

/**
 * Whether anybody sees what so many answered; that they did, everyone does. Never while answers are still taken: two looks
 * one after the other would differ by a single person's.
 */
export function isTallyShown(answers: number, { minimum, isRunning }: TallyShowing): boolean {
  return !isRunning && answers >= minimum;
}

/** Counts as anybody sees them. */
export function publicRatings(counts: RatingCounts, showing: TallyShowing): RatingCounts | null {
  return isTallyShown(counts.satisfied + counts.fair + counts.dissatisfied, showing) ? counts : null;
}

/**
 * Answered, or out of the department's hands: a new session speaks of it again (再协商), or its clock stands still
 * (暂停).
 */
const DONE: ReadonlySet<TaskState> = new Set([
  'closed',
  'long_term',
  'deferred',
  'replied',
  'evaluating',
  'reconsult_advised',
  'reconsulting',
  'paused',
]);

/** Whether one of these departments leads a promise or takes part in keeping it (牵头、协办). */
export function isPromisedBy(
  task: { leadDepartmentId: string; coDepartmentIds: readonly string[] },
  departments: readonly string[],
): boolean {
  return departments.some((id) => id === task.leadDepartmentId || task.coDepartmentIds.includes(id));
}

/** Whether an answer is still owed in a state. */
export const isOwedState = (state: TaskState): boolean => !DONE.has(state);

/** The states in which the promise is not kept yet: past its date it is overdue. */
export const OWING_TASK_STATES: readonly TaskState[] = TASK_STATES.filter(isOwedState);

/** The states in which the lead department reports how it goes. */
export const PROGRESS_STATES: readonly TaskState[] = ['in_progress', 'long_term', 'deferred'];

/** What the inbox of the department that leads a promise of more than a month says of the time until it is due. */
export const MONTHLY_UPDATE = '每月报告进展';

/** The moves out of an evaluation, none of which anybody chooses: its result does. */
const VERDICTS: ReadonlySet<TaskAction> = new Set(['close', 'watch', 'defer', 'redo', 'advise_reconsult']);

/** Whether a move is made by concluding the evaluation, never by itself. */
export function isByVerdict(state: TaskState, action: TaskAction): boolean {
  return state === 'evaluating' && VERDICTS.has(action);
}

/** True when the promise's date is past and its department still owes an answer. */
export function isTaskOverdue(task: { state: TaskState; dueAt: number }, now: number): boolean {
  return isOwedState(task.state) && task.dueAt < now;
}

/** As much of what was promised as an inbox shows. */
export function taskTitle({ what }: { what: string }): string {
  return truncate(what, 80);
}

/** The inbox of the department that leads a promise which comes back on another date, beside the convener's. */
export const LEAD_REVIEW = '到期复核，报告现状';

export const TASK_LIMITS = {
  whatMin: 2,
  whatMax: 200,
  progressMax: 1000,
  replyMax: 3000,
  photosMax: 9,
  commentMax: 300,
  partsMax: 20,
  weightMax: 10,
  milestonesMax: 20,
  milestoneMax: 40,
  spendingMax: 100,
  spendingsMax: 200,
  dependenciesMax: 5,
  /** Of those that wait for a promise, so many are shown. */
  awaitedByMax: 20,
  photoPairsMax: 12,
  labelMax: 20,
  supervisionMax: 1000,
} as const;
