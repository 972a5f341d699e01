import { resumedPartDate } from '@consult/shared';
import { deadlineAfter, workingDaysBetween } from '@consult/shared/deadlines';
import type { TaskEntity } from './task.entity.js';
import { notBeforeToday } from './task-moves.js';

type Paused = Pick<TaskEntity, 'dueAt' | 'pausedAt'>;

interface Resumption {
  /** When it is waited for, ms since 1970. */
  readonly ownDueAt: number;
  readonly patch: Paused;
  readonly data: Readonly<Record<'workingDays' | 'dueFrom' | 'dueTo', number>>;
}

/** The date after the working days for which the clock has stood still, ms since 1970. */
export function movedOn({ dueAt, pausedAt }: Paused, now: number): number {
  return pausedAt === null ? dueAt : deadlineAfter(dueAt, { workingDays: workingDaysBetween(pausedAt, now) });
}

/**
 * What is written when a clock goes on: the date moves by the working days that it stood still, of a part within that of
 * its promise; one that had gone by stays as late as it was.
 * @param wholeDueAt the date of the promise that it is a part of, ms since 1970; null: it is no part
 */
export function resumption(task: Paused, wholeDueAt: number | null, now: number): Resumption {
  const { dueAt: dueFrom, pausedAt } = task;
  const moved = movedOn(task, now);
  const dueTo = wholeDueAt === null ? moved : resumedPartDate(moved, dueFrom, wholeDueAt);
  return {
    ownDueAt: notBeforeToday(dueTo, now),
    patch: { pausedAt: null, dueAt: dueTo },
    data: { workingDays: workingDaysBetween(pausedAt ?? now, now), dueFrom, dueTo },
  };
}
