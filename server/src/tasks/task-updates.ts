import { ESCALATION_DOES, isTaskOverdue, LEAD_REVIEW, MONTHLY_UPDATE, taskTitle } from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { TodoList } from '../moves/todo-list.js';
import { Settings } from '../regions/settings.service.js';
import type { TaskEntity } from './task.entity.js';

/** Word of how it goes, once a month, where a promise takes longer than that. */
@Injectable()
export class TaskUpdates {
  constructor(
    private readonly todos: TodoList,
    private readonly settings: Settings,
  ) {}

  /** There was word of a promise: nobody has to ask its department for it any more, unless its date has gone by. */
  async heard(ctx: RequestContext, task: TaskEntity): Promise<void> {
    if (isTaskOverdue(task, ctx.now)) return;
    for (const does of Object.values(ESCALATION_DOES)) await this.todos.clearOne(ctx, 'task', task.id, does);
  }

  /**
   * Asks the lead department for the next one; each report puts it off, and the reply ends it.
   * @param dueAt when the promise itself is due, ms since 1970: nothing is asked for after that
   */
  async ask(ctx: RequestContext, task: TaskEntity, dueAt: number): Promise<void> {
    await this.todos.clearOne(ctx, 'task', task.id, MONTHLY_UPDATE);
    const { deadlines } = await this.settings.of(ctx.db, task.township);
    const updateDueAt = deadlineAfter(ctx.now, deadlines.taskUpdate);
    if (updateDueAt >= dueAt) return;
    await this.todos.add(ctx, {
      kind: 'task',
      item: task,
      by: 'lead',
      relatedId: task.leadDepartmentId,
      does: MONTHLY_UPDATE,
      title: taskTitle(task),
      dueAt: updateDueAt,
    });
  }

  /** Asks the lead department how things stand on the date on which what could not be done comes back. */
  async askReview(ctx: RequestContext, task: TaskEntity, dueAt: number): Promise<void> {
    await this.todos.add(ctx, {
      kind: 'task',
      item: task,
      by: 'lead',
      relatedId: task.leadDepartmentId,
      does: LEAD_REVIEW,
      title: taskTitle(task),
      dueAt,
    });
  }

  /** It has said how things stand. */
  async reviewed(ctx: RequestContext, task: TaskEntity): Promise<void> {
    await this.todos.clearOne(ctx, 'task', task.id, LEAD_REVIEW);
  }
}
