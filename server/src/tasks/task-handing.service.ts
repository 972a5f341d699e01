import { isTurnOver, type MoveResult, maySendOn, mustDesignate, taskLight } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { AgreedTasks } from '../minutes/agreed-tasks.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { CountyLights } from './county-lights.js';
import type { TaskEntity } from './task.entity.js';
import { TaskAccess } from './task-access.js';
import { notBeforeToday, TaskMoves } from './task-moves.js';
import { TaskPartsPausing } from './task-parts-pausing.js';
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
    private readonly lights: CountyLights,
    private readonly words: BlockedWords,
    private readonly parts: TaskPartsPausing,
  ) {}

  /** From now on its date is the one that was promised; if that is past, today. A part stands still while its promise does. */
  async take(ctx: RequestContext, id: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const ownDueAt = notBeforeToday(view.task.dueAt, ctx.now);
    const result = await this.moves.move(ctx, view, 'take', { ownDueAt });
    await this.updates.ask(ctx, view.task, ownDueAt);
    return (await this.parts.pauseTaken(ctx, view)) ?? result;
  }

  /** @throws TASK.REFUSAL_LATE once the days for it are over */
  async refuse(ctx: RequestContext, id: string, reason: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { refusals } = view.task;
    const isLate = isTurnOver(view.task, ctx.now);
    const result = await this.moves.move(ctx, view, 'refuse', { reason, patch: { refusals: refusals + 1 } });
    if (isLate) throw new CodedError('TASK.REFUSAL_LATE');
    return result;
  }

  /**
   * To another department, which may refuse in its turn; after too many refusals only by the county office, and for good.
   * From one that is silent by the county office too, with a reason for everyone to read.
   * @throws TASK.STILL_IN_TIME, TASK.SAME_DEPARTMENT, MINUTES.UNKNOWN_DEPARTMENT, CONTENT.BLOCKED_WORD
   */
  async reassign(ctx: RequestContext, id: string, input: TaskReassignDto): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { departmentId, reason } = input;
    const { leadDepartmentId, coDepartmentIds, township } = view.task;
    const isFinal = mustDesignate(view.task);
    const ownDueAt = notBeforeToday(view.task.dueAt, ctx.now);
    const inTime = !maySendOn(await this.lit(ctx, view.task), ctx.now);
    const result = await this.moves.move(ctx, view, isFinal ? 'designate' : 'reassign', {
      reason,
      ownDueAt,
      patch: {
        leadDepartmentId: departmentId,
        coDepartmentIds: coDepartmentIds.filter((co) => co !== departmentId),
      },
      data: { from: leadDepartmentId, to: departmentId },
    });
    if (inTime) throw new CodedError('TASK.STILL_IN_TIME');
    if (departmentId === leadDepartmentId) throw new CodedError('TASK.SAME_DEPARTMENT');
    await this.agreed.checkDepartments(ctx, township, [departmentId]);
    await this.words.refuse(ctx, township, [reason]);
    if (!isFinal) return result;
    await this.updates.ask(ctx, view.task, ownDueAt);
    return (await this.parts.pauseTaken(ctx, view)) ?? result;
  }

  private async lit(ctx: RequestContext, { state, currentDueAt, dueAt, lastWordAt, county }: TaskEntity) {
    const rules = (await this.lights.of(ctx, [county])).get(county);
    if (rules === undefined) throw new Error(`no lights of ${county}`);
    return { state, currentDueAt, light: taskLight({ state, dueAt, lastWordAt }, ctx.now, rules) };
  }
}
