import type { Capacity, MoveResult, TaskDecision } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { AgreedTasks } from '../minutes/agreed-tasks.js';
import { EventLog } from '../moves/event-log.js';
import { TaskEntity } from './task.entity.js';
import { type TaskInView, topicsInView } from './task-access.js';
import { notBeforeToday, TaskMoves } from './task-moves.js';

import { TaskRequestEntity } from './task-time.entity.js';
import { TaskUpdates } from './task-updates.js';

/** What follows from a request that is granted: another date, or another department. */
@Injectable()
export class TaskGranting {
  constructor(
    private readonly moves: TaskMoves,
    private readonly updates: TaskUpdates,
    private readonly agreed: AgreedTasks,
    private readonly events: EventLog,
  ) {}

  /** @throws TASK.DEPARTMENT_MISSING, TASK.SAME_DEPARTMENT, MINUTES.UNKNOWN_DEPARTMENT of a handover */
  grant(
    ctx: RequestContext,
    view: TaskInView,
    request: TaskRequestEntity,
    decision: TaskDecision,
    capacity: Capacity,
  ): Promise<MoveResult> {
    return request.kind === 'extension'
      ? this.extend(ctx, view, request, decision.reason, capacity)
      : this.handOver(ctx, view, request, decision);
  }

  /** The new date holds for lists, lights and to-dos at once; the old one stays in the history. */
  private async extend(
    ctx: RequestContext,
    view: TaskInView,
    { id: requestId, dueTo, askedAt, reason: why }: TaskRequestEntity,
    reason: string,
    capacity: Capacity,
  ): Promise<MoveResult> {
    if (dueTo === null) throw new Error(`request ${requestId} asks for no date`);
    const { task } = view;
    const dueFrom = task.dueAt;
    const ownDueAt = notBeforeToday(dueTo, ctx.now);
    await ctx.db.update(TaskEntity, { id: task.id }, { dueAt: dueTo, currentDueAt: ownDueAt });
    Object.assign(task, { dueAt: dueTo, currentDueAt: ownDueAt });
    await this.moves.again(ctx, task, ownDueAt);
    await this.updates.ask(ctx, task, ownDueAt);
    await this.events.note(ctx, task, {
      kind: 'task',
      action: 'grant_extension',
      capacity,
      reason,
      isPublic: true,
      reasonPublic: true,
      data: { requestId, dueFrom, dueTo, askedAt, why },
      topicIds: topicsInView(view),
    });
    return { id: task.id, state: task.state };
  }

  /** The date stays; the other department may take it or send it back as any does. */
  private async handOver(
    ctx: RequestContext,
    view: TaskInView,
    request: TaskRequestEntity,
    { departmentId = request.toDepartmentId ?? undefined, reason }: TaskDecision,
  ): Promise<MoveResult> {
    const { task } = view;
    const from = task.leadDepartmentId;
    if (departmentId === undefined) throw new CodedError('TASK.DEPARTMENT_MISSING');
    if (departmentId === from) throw new CodedError('TASK.SAME_DEPARTMENT');
    await this.agreed.checkDepartments(ctx, task.township, [departmentId]);
    await ctx.db.update(TaskRequestEntity, { id: request.id }, { toDepartmentId: departmentId });
    return this.moves.move(ctx, view, 'hand_over', {
      reason,
      patch: {
        leadDepartmentId: departmentId,
        coDepartmentIds: task.coDepartmentIds.filter((co) => co !== departmentId),
      },
      data: { from, to: departmentId, requestId: request.id, personId: request.personId },
    });
  }
}
