import type { MoveResult } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { movedOn, resumption } from './pause-dates.js';
import { TaskAccess } from './task-access.js';
import { TaskMoves } from './task-moves.js';
import { TaskPartsPausing } from './task-parts-pausing.js';
import { TaskUpdates } from './task-updates.js';

/** 暂停: the clock of a promise stands still for all to see, and its date moves on by as long. */
@Injectable()
export class TaskPausing {
  constructor(
    private readonly access: TaskAccess,
    private readonly moves: TaskMoves,
    private readonly updates: TaskUpdates,
    private readonly words: BlockedWords,
    private readonly parts: TaskPartsPausing,
  ) {}

  /** With the parts that are under way. @throws CONTENT.BLOCKED_WORD, and what TaskMoves.move throws */
  async pause(ctx: RequestContext, id: string, reason: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const result = await this.moves.move(ctx, view, 'pause', { reason, patch: { pausedAt: ctx.now } });
    await this.words.refuse(ctx, view.task.township, [reason]);
    await this.parts.pause(ctx, view.task, reason);
    return result;
  }

  /** Looked at again, and left standing still. @throws as pause */
  async keep(ctx: RequestContext, id: string, reason: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const result = await this.moves.move(ctx, view, 'keep_paused', { reason });
    await this.words.refuse(ctx, view.task.township, [reason]);
    return result;
  }

  /** Its parts that stood still with it go on too. @throws as pause */
  async resume(ctx: RequestContext, id: string, reason?: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { task, parent } = view;
    const pausedAt = task.pausedAt ?? ctx.now;
    // What its promise is paused for itself counts as if that were over.
    const resumed = resumption(task, parent && movedOn(parent, ctx.now), ctx.now);
    const result = await this.moves.move(ctx, view, 'resume', { reason, ...resumed });
    await this.words.refuse(ctx, task.township, [reason]);
    await this.updates.ask(ctx, task, resumed.ownDueAt);
    await this.parts.resume(ctx, task, pausedAt, reason);
    return result;
  }
}
