import {
  chinaDate,
  type EvaluatorKind,
  endOfChinaDay,
  evaluationVerdict,
  holds,
  isEvaluating,
  type MoveResult,
  needsProof,
  satisfactionRate,
  truncate,
  verdictReason,
} from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { followTask } from '../figures/figure-log.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { ContentChecks } from '../moderation/content-checks.service.js';
import { ratingContentId } from '../moderation/owners/rating-owner.js';
import { Settings } from '../regions/settings.service.js';
import { EvaluationRounds } from './proof/evaluation-rounds.js';
import { EvaluationSample } from './proof/evaluation-sample.js';
import { TaskVisits } from './proof/task-visits.service.js';
import { RatingEntity, TaskEntity } from './task.entity.js';
import { TaskAccess, type TaskInView } from './task-access.js';
import { taskAnswers } from './task-answers.js';
import { TaskMoves } from './task-moves.js';
import { TaskUpdates } from './task-updates.js';
import type { TaskRateDto } from './tasks.dto.js';

/** Of a check. */
const TITLE_MAX = 80;

/** 评议: those whom it concerns say whether it was done, and their answers decide how it goes on. */
@Injectable()
export class TaskEvaluation {
  constructor(
    private readonly access: TaskAccess,
    private readonly moves: TaskMoves,
    private readonly rounds: EvaluationRounds,
    private readonly sample: EvaluationSample,
    private readonly visits: TaskVisits,
    private readonly updates: TaskUpdates,
    private readonly settings: Settings,
    private readonly content: ContentChecks,
    private readonly words: BlockedWords,
  ) {}

  /**
   * Begins with no answers; those of an earlier evaluation stay on record as counts. Residents are drawn to answer too,
   * where everyone may see what it is about.
   * @throws TASK.VISIT_MISSING where nobody has been to see what is called solved
   */
  async open(ctx: RequestContext, id: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { deadlines, thresholds } = await this.settings.of(ctx.db, view.task.township);
    const round = await this.rounds.next(ctx, id);
    const evaluationEndsAt = deadlineAfter(ctx.now, deadlines.evaluation);
    const result = await this.moves.move(ctx, view, 'open_evaluation', {
      patch: { evaluationEndsAt, ...taskAnswers() },
      ownDueAt: deadlineAfter(evaluationEndsAt, deadlines.concluding),
      ownOpensAt: evaluationEndsAt,
      data: { evaluationId: round.id },
    });
    if (needsProof(view.task) && !(await this.visits.seen(ctx, view.task))) throw new CodedError('TASK.VISIT_MISSING');
    await this.rounds.open(ctx, round, evaluationEndsAt);
    if (view.task.listed) await this.sample.draw(ctx, view.task, round, thresholds.sampleSize);
    await this.forgetRatings(ctx, id);
    return result;
  }

  /** What was said in an earlier evaluation is gone, and its checks with it: the same words are checked anew. */
  private async forgetRatings(ctx: RequestContext, taskId: string): Promise<void> {
    const said = await ctx.db.find(RatingEntity, {
      where: { taskId, comment: Not(IsNull()) },
      select: { taskId: true, personId: true },
    });
    const checked = said.map(({ personId }) => ratingContentId(taskId, personId));
    await this.content.supersedeAll(ctx, 'rating', checked);
    await ctx.db.delete(RatingEntity, { taskId });
  }

  /** One answer a person, which may be changed while the evaluation runs. @throws TASK.NOT_INVOLVED, TASK.NOT_EVALUATING, CONTENT.BLOCKED_WORD */
  async rate(ctx: RequestContext, id: string, input: TaskRateDto): Promise<MoveResult> {
    // Held, so that every answer is counted and none comes after the end.
    const view = await this.access.lock(ctx, id);
    const { task } = view;
    if (!(await this.mayRate(ctx, view))) throw new CodedError('TASK.NOT_INVOLVED');
    if (!isEvaluating(task, ctx.now)) throw new CodedError('TASK.NOT_EVALUATING');
    const { process, result, handling, comment } = input;
    await this.words.refuse(ctx, task.township, [comment]);
    await ctx.db.upsert(
      RatingEntity,
      {
        taskId: id,
        personId: actorOf(ctx).id,
        kind: kindOf(view),
        process,
        result,
        handling,
        comment: comment ?? null,
        updatedAt: ctx.now,
      },
      ['taskId', 'personId'],
    );
    await this.checkComment(ctx, task, comment);
    const counts = await this.rounds.recount(ctx, task);
    await followTask(ctx.db, id, () => ctx.db.update(TaskEntity, { id }, taskAnswers(counts)));
    return { id, state: task.state };
  }

  private async mayRate(ctx: RequestContext, { task, hasPart }: TaskInView): Promise<boolean> {
    return hasPart || this.sample.isDrawn(ctx, await this.rounds.current(ctx, task.id));
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

  /** Does what the answers say, see evaluationVerdict, in words for everyone. @throws TASK.NOT_EVALUATING, TASK.EVALUATION_RUNNING */
  async conclude(ctx: RequestContext, id: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { task, held } = view;
    if (!holds('task.conclude', held)) throw new CodedError('AUTH.FORBIDDEN');
    const { state, replyClass, satisfied, fair, dissatisfied } = task;
    if (state !== 'evaluating' || replyClass === null) throw new CodedError('TASK.NOT_EVALUATING');
    if (isEvaluating(task, ctx.now)) throw new CodedError('TASK.EVALUATION_RUNNING');
    const counts = { satisfied, fair, dissatisfied };
    const { thresholds } = await this.settings.of(ctx.db, task.township);
    const verdict = evaluationVerdict(counts, replyClass, thresholds, await this.rounds.wasLow(ctx, id));
    // Its evaluation may have ended after the date on which it was to come back.
    const reviewAt = Math.max(task.reviewAt ?? 0, endOfChinaDay(chinaDate(ctx.now)));
    const result = await this.moves.move(ctx, view, verdict, {
      reason: verdictReason(verdict, counts, thresholds) ?? undefined,
      data: { counts, rate: satisfactionRate(counts) },
      ...(verdict === 'defer' && { ownDueAt: reviewAt, patch: { reviewAt } }),
    });
    await this.rounds.conclude(ctx, id, verdict);
    if (verdict === 'defer') await this.updates.askReview(ctx, task, reviewAt);
    return result;
  }
}

/** As what somebody rates; who has no part in it was drawn. */
function kindOf({ held }: TaskInView): EvaluatorKind {
  return (['raiser', 'participant'] as const).find((kind) => held.has(kind)) ?? 'sampled';
}
