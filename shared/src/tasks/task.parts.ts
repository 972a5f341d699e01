import { isOwedState } from './task.rules.js';
import type { TaskAction, TaskState } from './task.states.js';

/** The moves of a part (子任务). Nobody rates it: what its promise leads to is about the whole. */
const PART_ACTIONS: ReadonlySet<TaskAction> = new Set([
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

/** Whether a move exists for this task: a part has fewer than a promise of its own. */
export function isMoveOf(task: { parentId: string | null }, action: TaskAction): boolean {
  return task.parentId === null ? action !== 'close_with' : PART_ACTIONS.has(action);
}

/**
 * The new date of a part whose clock stood still: within the date of its promise, and never before the one that it had.
 * All ms since 1970.
 * @param moved the date moved on by as long as it stood still
 */
export function resumedPartDate(moved: number, before: number, wholeDueAt: number): number {
  return Math.max(before, Math.min(moved, wholeDueAt));
}

/** Why a part is paused that is taken while its promise stands still. */
export const PAUSED_WITH_WHOLE = '总事项已暂停办理';

/**
 * Whether a part was paused with its promise and goes on with it. Of one that is paused for itself somebody is asked from
 * time to time.
 */
export function isPausedWithWhole({ state, currentDueAt }: { state: TaskState; currentDueAt: number | null }): boolean {
  return state === 'paused' && currentDueAt === null;
}

/** The states of a part that nobody has taken: its clock stands still while its promise is paused. */
export const UNTAKEN_STATES: readonly TaskState[] = ['assigned', 'refused'];

/** The states in which a promise can be split. */
export const SPLIT_STATES: readonly TaskState[] = ['in_progress'];

/** The parts without an answer yet, also where the clock stands still: until there are none, their promise is not answered either. */
export function openParts<T extends { state: TaskState }>(parts: readonly T[]): T[] {
  return parts.filter(({ state }) => isOwedState(state) || state === 'paused');
}
