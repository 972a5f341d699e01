import type { TaskLight } from './task.lights.js';
import type { ReplyClass } from './task.rules.js';
import type { TaskState } from './task.states.js';

/** What somebody sees how far a promise is from: its parts, else its milestones, else what its lead reports. */
export const PROGRESS_SOURCES = ['parts', 'milestones', 'reports'] as const;
export type ProgressSource = (typeof PROGRESS_SOURCES)[number];

/** What progress is worked out from. */
export interface ProgressGrounds {
  readonly parts: readonly { weight: number; progress: number }[];
  readonly milestones: readonly { doneAt: number | null }[];
  /** What its lead reported last, 0 to 100. */
  readonly reported: number;
}

export function progressSource({ parts, milestones }: Pick<ProgressGrounds, 'parts' | 'milestones'>): ProgressSource {
  if (parts.length > 0) return 'parts';
  return milestones.length > 0 ? 'milestones' : 'reports';
}

/** The weighted mean, 0 to 100, rounded down: 100 only where every part is. */
export function partsProgress(parts: ProgressGrounds['parts']): number {
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  return Math.floor(parts.reduce((sum, part) => sum + part.weight * part.progress, 0) / weight);
}

/** The share of milestones that are done, 0 to 100, rounded down. */
export function milestonesProgress(milestones: ProgressGrounds['milestones']): number {
  return Math.floor((100 * milestones.filter(({ doneAt }) => doneAt !== null).length) / milestones.length);
}

/** The states in which an answer stands as it was given. */
const ANSWER_STANDS: ReadonlySet<TaskState> = new Set(['replied', 'evaluating', 'long_term', 'closed']);

/**
 * How far a promise is, 0 to 100. One that was answered as solved (A) is done, as long as that answer stands: it does not
 * where a new outcome took the promise over.
 */
export function taskProgress(
  { state, replyClass, carriedOver }: { state: TaskState; replyClass: ReplyClass | null; carriedOver: boolean },
  grounds: ProgressGrounds,
): number {
  if (replyClass === 'A' && ANSWER_STANDS.has(state) && !carriedOver) return 100;
  switch (progressSource(grounds)) {
    case 'parts':
      return partsProgress(grounds.parts);
    case 'milestones':
      return milestonesProgress(grounds.milestones);
    case 'reports':
      return grounds.reported;
  }
}

/**
 * How far a promise is, as it is shown; null where nobody knows: it was answered, and nobody said how far it had come
 * before, or all was said to be done and it is owed again.
 * @param promise its progress in percent
 */
export function shownProgress(promise: {
  state: TaskState;
  light: TaskLight;
  replyClass: ReplyClass | null;
  progress: number;
}): number | null {
  const { state, light, replyClass, progress } = promise;
  if (light === 'done' && progress === 0) return null;
  return progress === 100 && replyClass !== null && !ANSWER_STANDS.has(state) ? null : progress;
}

/** Progress never goes down without words. */
export function isStepBack(before: number, after: number): boolean {
  return after < before;
}
