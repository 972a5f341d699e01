import { type MoveResult, mustDesignate } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { AgreedTasks } from '../minutes/agreed-tasks.js';
import { TaskAccess } from './task-access.js';
import { notBeforeToday, TaskMoves } from './task-moves.js';
import { TaskUpdates } from './task-updates.js';
import type { TaskReassignDto } from './tasks.dto.js';

/** Who has a promise: taken, sent back, given to another department. */
@Injectable()
export class TaskHanding {
  constructor(
    private readonly access: TaskAccess,
    private readonly moves: TaskMoves,
    private readonly agreed: AgreedTasks,
    private readonly updates: TaskUpdates,
  ) {}

  /** From now on its date is the one that was promised; if that is past, today. */
  async take(ctx: RequestContext, id: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const ownDueAt = notBeforeToday(view.task.dueAt, ctx.now);
    const result = await this.moves.move(ctx, view, 'take', { ownDueAt });
    await this.updates.ask(ctx, view.task, ownDueAt);
    return result;
  }

  /** @throws TASK.REFUSAL_LATE once the days for it are over */
  async refuse(ctx: RequestContext, id: string, reason: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { currentDueAt, refusals } = view.task;
    const result = await this.moves.move(ctx, view, 'refuse', { reason, patch: { refusals: refusals + 1 } });
    if (currentDueAt !== null && ctx.now > currentDueAt) throw new CodedError('TASK.REFUSAL_LATE');
    return result;
  }

  /**
   * To another department, which may refuse in its turn; after too many refusals only by the county office, and for good.
   * @throws TASK.SAME_DEPARTMENT, MINUTES.UNKNOWN_DEPARTMENT
   */
  async reassign(ctx: RequestContext, id: string, input: TaskReassignDto): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { departmentId, reason } = input;
    const { leadDepartmentId, coDepartmentIds, township } = view.task;
    const isFinal = mustDesignate(view.task);
    const ownDueAt = notBeforeToday(view.task.dueAt, ctx.now);
    const result = await this.moves.move(ctx, view, isFinal ? 'designate' : 'reassign', {
      reason,
      ownDueAt,
      patch: {
        leadDepartmentId: departmentId,
        coDepartmentIds: coDepartmentIds.filter((co) => co !== departmentId),
      },
      data: { from: leadDepartmentId, to: departmentId },
    });
    if (departmentId === leadDepartmentId) throw new CodedError('TASK.SAME_DEPARTMENT');
    await this.agreed.checkDepartments(ctx, township, [departmentId]);
    if (isFinal) await this.updates.ask(ctx, view.task, ownDueAt);
    return result;
  }
}
