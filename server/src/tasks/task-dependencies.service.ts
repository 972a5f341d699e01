import {
  closesCircle,
  holdingUp,
  isShown,
  type MoveResult,
  mayReplyAs,
  OWING_TASK_STATES,
  type ReplyClass,
  TASK_LIMITS,
  type TaskState,
  type WaitsFor,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import { TaskAccess, type TaskInView } from './task-access.js';
import { actingOn, TaskNotes } from './task-notes.js';
import { DependencyEntity } from './task-structure.entity.js';

/** That one promise waits for another of its county. */
@Injectable()
export class TaskDependencies {
  constructor(
    private readonly access: TaskAccess,
    private readonly notes: TaskNotes,
  ) {}

  /** @throws ITEM.NOT_FOUND, TASK.WAITS_OUTSIDE, TASK.WAITS_IN_CIRCLE, TASK.TOO_MANY, TASK.NOT_UNDER_WAY */
  async add(ctx: RequestContext, id: string, waitsForId: string): Promise<MoveResult> {
    const { task } = await this.access.get(ctx, id);
    // The whole county is held: circles are closed by two people at once, too, at places far apart.
    await ctx.db.query('UPDATE regions SET code = code WHERE code = ?', [task.county]);
    const view = await this.access.lock(ctx, id);
    const acting = actingOn(ctx, view, 'task.wait', OWING_TASK_STATES);
    const other = await this.access.get(ctx, waitsForId);
    if (!mayBeAwaited(view, other)) throw new CodedError('TASK.WAITS_OUTSIDE');
    const edge = { taskId: id, waitsForId };
    if (await ctx.db.existsBy(DependencyEntity, edge)) return { id, state: task.state };
    if (await closesCircle(id, waitsForId, waitsFor(ctx.db))) throw new CodedError('TASK.WAITS_IN_CIRCLE');
    if ((await ctx.db.countBy(DependencyEntity, { taskId: id })) >= TASK_LIMITS.dependenciesMax)
      throw new CodedError('TASK.TOO_MANY', { max: TASK_LIMITS.dependenciesMax });
    await ctx.db.insert(DependencyEntity, edge);
    await this.notes.write(ctx, view, acting, 'wait_for', other.task.what, { data: { taskId: waitsForId } });
    return { id, state: task.state };
  }

  /** @throws ITEM.NOT_FOUND, TASK.NOT_UNDER_WAY */
  async remove(ctx: RequestContext, id: string, waitsForId: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const acting = actingOn(ctx, view, 'task.wait', OWING_TASK_STATES);
    const other = await this.access.get(ctx, waitsForId);
    const { affected } = await ctx.db.delete(DependencyEntity, { taskId: id, waitsForId });
    if (affected !== 1) throw notFound();
    await this.notes.write(ctx, view, acting, 'wait_over', other.task.what, { data: { taskId: waitsForId } });
    return { id, state: view.task.state };
  }
}

/** What waits for something open is not answered as solved. @throws TASK.WAITS_STILL */
export async function checkAwaited(db: EntityManager, taskId: string, replyClass: ReplyClass): Promise<void> {
  const awaited: { state: TaskState }[] = await db.query(
    'SELECT k.state FROM task_dependencies d JOIN tasks k ON k.id = d.waits_for_id WHERE d.task_id = ?',
    [taskId],
  );
  if (!mayReplyAs(replyClass, awaited)) throw new CodedError('TASK.WAITS_STILL', { count: holdingUp(awaited).length });
}

/** Everybody reads what a promise waits for, so it has to be public, or about the same as the one that waits. */
function mayBeAwaited({ task }: TaskInView, other: TaskInView): boolean {
  const isPublic = other.topics.some((topic) => Boolean(topic.is_public));
  return (
    other.task.county === task.county &&
    isShown(other.task.content) &&
    (isPublic || other.task.sessionId === task.sessionId)
  );
}

/** A promise also waits for its own parts, without being told to. */
function waitsFor(db: EntityManager): WaitsFor {
  return async (ids) => {
    const marks = ids.map(() => '?').join(', ');
    const rows: { id: string }[] = await db.query(
      `SELECT d.waits_for_id AS id FROM task_dependencies d WHERE d.task_id IN (${marks})
       UNION SELECT k.id FROM tasks k WHERE k.parent_id IN (${marks})`,
      [...ids, ...ids],
    );
    return rows.map((row) => row.id);
  };
}
