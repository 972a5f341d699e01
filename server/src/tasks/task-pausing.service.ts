import { type MoveResult, resumedPartDate } from '@consult/shared';
import { deadlineAfter, workingDaysBetween } from '@consult/shared/deadlines';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import type { TaskEntity } from './task.entity.js';
import { TaskAccess } from './task-access.js';
import { notBeforeToday, TaskMoves } from './task-moves.js';
import { TaskUpdates } from './task-updates.js';

/** 暂停: the clock of a promise stands still for all to see, and its date moves on by as long. */
@Injectable()
export class TaskPausing {
  constructor(
    private readonly access: TaskAccess,
    private readonly moves: TaskMoves,
    private readonly updates: TaskUpdates,
    private readonly words: BlockedWords,
  ) {}

  /** @throws CONTENT.BLOCKED_WORD, and what TaskMoves.move throws */
  async pause(ctx: RequestContext, id: string, reason: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const result = await this.moves.move(ctx, view, 'pause', { reason, patch: { pausedAt: ctx.now } });
    await this.words.refuse(ctx, view.task.township, [reason]);
    return result;
  }

  /** Looked at again, and left standing still. @throws as pause */
  async keep(ctx: RequestContext, id: string, reason: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const result = await this.moves.move(ctx, view, 'keep_paused', { reason });
    await this.words.refuse(ctx, view.task.township, [reason]);
    return result;
  }

  /**
   * The date moves on by the working days that it stood still, of a part within that of its promise; one that had gone
   * by stays as late as it was. @throws as pause
   */
  async resume(ctx: RequestContext, id: string, reason?: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { dueAt: dueFrom, pausedAt, township } = view.task;
    const workingDays = workingDaysBetween(pausedAt ?? ctx.now, ctx.now);
    const moved = movedOn(view.task, ctx.now);
    // What its promise is paused for itself counts as if that were over.
    const dueTo = view.parent === null ? moved : resumedPartDate(moved, dueFrom, movedOn(view.parent, ctx.now));
    const ownDueAt = notBeforeToday(dueTo, ctx.now);
    const result = await this.moves.move(ctx, view, 'resume', {
      reason,
      ownDueAt,
      patch: { pausedAt: null, dueAt: dueTo },
      data: { workingDays, dueFrom, dueTo },
    });
    await this.words.refuse(ctx, township, [reason]);
    await this.updates.ask(ctx, view.task, ownDueAt);
    return result;
  }
}

/** The date after the working days for which the clock has stood still, ms since 1970. */
function movedOn({ dueAt, pausedAt }: Pick<TaskEntity, 'dueAt' | 'pausedAt'>, now: number): number {
  return pausedAt === null ? dueAt : deadlineAfter(dueAt, { workingDays: workingDaysBetween(pausedAt, now) });
}
