import { evaluationVerdict, holds, type MoveResult, satisfactionRate } from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { Settings } from '../regions/settings.service.js';
import { RatingEntity, TaskEntity } from './task.entity.js';
import { TaskAccess } from './task-access.js';
import { TaskMoves } from './task-moves.js';
import type { TaskRateDto } from './tasks.dto.js';
import { TasksRepository } from './tasks.repository.js';

/** 评议: those whom it concerns say whether it was done, and their answers decide how it goes on. */
@Injectable()
export class TaskEvaluation {
  constructor(
    private readonly access: TaskAccess,
    private readonly moves: TaskMoves,
    private readonly tasks: TasksRepository,
    private readonly settings: Settings,
  ) {}

  /** Begins with no answers; those of an earlier evaluation were counted in the event that ended it. */
  async open(ctx: RequestContext, id: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { deadlines } = await this.settings.of(ctx.db, view.task.township);
    const evaluationEndsAt = deadlineAfter(ctx.now, deadlines.evaluation);
    const result = await this.moves.move(ctx, view, 'open_evaluation', {
      patch: { evaluationEndsAt, satisfied: 0, fair: 0, dissatisfied: 0 },
      ownDueAt: deadlineAfter(evaluationEndsAt, deadlines.concluding),
    });
    await ctx.db.delete(RatingEntity, { taskId: id });
    return result;
  }

  /** One answer a person, which may be changed while the evaluation runs. @throws TASK.NOT_INVOLVED, TASK.NOT_EVALUATING */
  async rate(ctx: RequestContext, id: string, input: TaskRateDto): Promise<MoveResult> {
    // Held, so that every answer is counted and none comes after the end.
    const { task, hasPart } = await this.access.lock(ctx, id);
    if (!hasPart) throw new CodedError('TASK.NOT_INVOLVED');
    if (!isEvaluating(task, ctx.now)) throw new CodedError('TASK.NOT_EVALUATING');
    const { process, result, handling, comment } = input;
    await ctx.db.upsert(
      RatingEntity,
      {
        taskId: id,
        personId: actorOf(ctx).id,
        process,
        result,
        handling,
        comment: comment ?? null,
        updatedAt: ctx.now,
      },
      ['taskId', 'personId'],
    );
    await ctx.db.update(TaskEntity, { id }, await this.tasks.ratingCounts(ctx.db, id));
    return { id, state: task.state };
  }

  /** Does what the answers say: redo, close or watch. @throws TASK.NOT_EVALUATING, TASK.EVALUATION_RUNNING */
  async conclude(ctx: RequestContext, id: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { task, held } = view;
    if (!holds('task.conclude', held)) throw new CodedError('AUTH.FORBIDDEN');
    const { state, replyClass, satisfied, fair, dissatisfied } = task;
    if (state !== 'evaluating' || replyClass === null) throw new CodedError('TASK.NOT_EVALUATING');
    if (isEvaluating(task, ctx.now)) throw new CodedError('TASK.EVALUATION_RUNNING');
    const counts = { satisfied, fair, dissatisfied };
    const { thresholds } = await this.settings.of(ctx.db, task.township);
    const verdict = evaluationVerdict(counts, replyClass, thresholds);
    return this.moves.move(ctx, view, verdict, { data: { counts, rate: satisfactionRate(counts) } });
  }
}

/** Whether answers are taken. */
export function isEvaluating({ state, evaluationEndsAt }: TaskEntity, now: number): boolean {
  return state === 'evaluating' && evaluationEndsAt !== null && now <= evaluationEndsAt;
}
