import { isPausedWithWhole, type MoveResult, PAUSED_WITH_WHOLE, UNTAKEN_STATES } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { RequestContext } from '../common/context/request-context.js';
import { EventLog } from '../moves/event-log.js';
import { BY_SYSTEM } from '../moves/mover.js';
import { resumption } from './pause-dates.js';
import { TaskEntity } from './task.entity.js';
import type { TaskInView } from './task-access.js';
import { TaskMoves } from './task-moves.js';
import { TaskUpdates } from './task-updates.js';

/** A promise that stands still does so with its parts; the caller holds the promise. */
@Injectable()
export class TaskPartsPausing {
  constructor(
    private readonly moves: TaskMoves,
    private readonly updates: TaskUpdates,
    private readonly events: EventLog,
  ) {}

  /** Pauses the parts that are under way, for as long as their promise is. */
  async pause(ctx: RequestContext, whole: TaskEntity, reason: string): Promise<void> {
    for (const part of await this.parts(ctx, whole)) {
      if (part.state === 'in_progress') await this.still(ctx, part, ctx.now, reason);
    }
  }

  /** The same of one that has just been taken. @returns null where its promise does not stand still */
  async pauseTaken(
    ctx: RequestContext,
    { task, parent }: Pick<TaskInView, 'task' | 'parent'>,
  ): Promise<MoveResult | null> {
    if (parent?.state !== 'paused') return null;
    return this.still(ctx, task, parent.pausedAt ?? ctx.now, PAUSED_WITH_WHOLE);
  }

  /**
   * Lets the parts go on that stood still with their promise, within its new date.
   * @param pausedAt since when it was paused, ms since 1970
   */
  async resume(ctx: RequestContext, whole: TaskEntity, pausedAt: number, reason?: string): Promise<void> {
    for (const part of await this.parts(ctx, whole)) {
      if (isPausedWithWhole(part)) await this.goOn(ctx, part, whole.dueAt, reason);
      if (UNTAKEN_STATES.includes(part.state)) await this.moveOn(ctx, { ...part, pausedAt }, whole.dueAt);
    }
  }

  private parts({ db }: RequestContext, { id }: TaskEntity): Promise<TaskEntity[]> {
    const states = In(['in_progress', 'paused', ...UNTAKEN_STATES]);
    return db.find(TaskEntity, { where: { parentId: id, state: states }, order: { id: 'ASC' } });
  }

  private still(ctx: RequestContext, task: TaskEntity, pausedAt: number, reason: string): Promise<MoveResult> {
    const view = { task, topics: [], held: BY_SYSTEM };
    return this.moves.move(ctx, view, 'pause', { reason, patch: { pausedAt }, awaitsNobody: true });
  }

  private async goOn(ctx: RequestContext, task: TaskEntity, wholeDueAt: number, reason?: string): Promise<void> {
    const resumed = resumption(task, wholeDueAt, ctx.now);
    await this.moves.move(ctx, { task, topics: [], held: BY_SYSTEM }, 'resume', { reason, ...resumed });
    await this.updates.ask(ctx, task, resumed.ownDueAt);
  }

  /** Of one that nobody has taken, which stays as it is. */
  private async moveOn(ctx: RequestContext, task: TaskEntity, wholeDueAt: number): Promise<void> {
    const { dueFrom, dueTo } = resumption(task, wholeDueAt, ctx.now).data;
    // Nobody was silent meanwhile.
    await ctx.db.update(TaskEntity, { id: task.id }, { dueAt: dueTo, lastWordAt: ctx.now });
    if (dueTo === dueFrom) return;
    await this.events.note(ctx, task, {
      kind: 'task',
      action: 'move_on',
      capacity: 'system',
      isPublic: true,
      data: { dueFrom, dueTo },
      topicIds: [],
    });
  }
}
