import { evaluationVerdict, holds, type MoveResult, satisfactionRate, truncate } from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { ContentChecks } from '../moderation/content-checks.service.js';
import { ratingContentId } from '../moderation/owners/rating-owner.js';
import { Settings } from '../regions/settings.service.js';
import { RatingEntity, TaskEntity } from './task.entity.js';
import { TaskAccess } from './task-access.js';
import { TaskMoves } from './task-moves.js';
import type { TaskRateDto } from './tasks.dto.js';
import { TasksRepository } from './tasks.repository.js';

/** Of a check. */
const TITLE_MAX = 80;

/** 评议: those whom it concerns say whether it was done, and their answers decide how it goes on. */
@Injectable()
export class TaskEvaluation {
  constructor(
    private readonly access: TaskAccess,
    private readonly moves: TaskMoves,
    private readonly tasks: TasksRepository,
    private readonly settings: Settings,
    private readonly content: ContentChecks,
    private readonly words: BlockedWords,
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

  /** One answer a person, which may be changed while the evaluation runs. @throws TASK.NOT_INVOLVED, TASK.NOT_EVALUATING, CONTENT.BLOCKED_WORD */
  async rate(ctx: RequestContext, id: string, input: TaskRateDto): Promise<MoveResult> {
    // Held, so that every answer is counted and none comes after the end.
    const { task, hasPart } = await this.access.lock(ctx, id);
    if (!hasPart) throw new CodedError('TASK.NOT_INVOLVED');
    if (!isEvaluating(task, ctx.now)) throw new CodedError('TASK.NOT_EVALUATING');
    const { process, result, handling, comment } = input;
    await this.words.refuse(ctx, task.township, [comment]);
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
    await this.checkComment(ctx, task, comment);
    await ctx.db.update(TaskEntity, { id }, await this.tasks.ratingCounts(ctx.db, id));
    return { id, state: task.state };
  }

  /** Others read what was said with an answer only once it has passed; the answer itself counts at once. */
  private async checkComment(ctx: RequestContext, task: TaskEntity, comment: string | undefined): Promise<void> {
    const { id, county, township, what } = task;
    const authorId = actorOf(ctx).id;
    const ownerId = ratingContentId(id, authorId);
    if (comment === undefined) return this.content.supersede(ctx, 'rating', ownerId);
    const page = { kind: 'task' as const, id };
    const title = truncate(what, TITLE_MAX);
    await this.content.ask(ctx, { kind: 'rating', ownerId, county, township, authorId, title, text: comment, page });
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
