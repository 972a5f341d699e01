import { chinaDate, isReviewDate, type MoveResult, startOfChinaDay } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../common/context/request-context.js';
import { CodedError } from '../../common/errors/coded-error.js';
import { BlockedWords } from '../../moderation/blocked-words.service.js';
import { TaskAccess } from '../task-access.js';
import { TaskHandling } from '../task-handling.service.js';
import { TaskMoves } from '../task-moves.js';
import { TaskUpdates } from '../task-updates.js';
import type { TaskReviewDto } from './proof.dto.js';

/** What could not be done comes back on its review date, before its convener and its lead department. */
@Injectable()
export class TaskReviews {
  constructor(
    private readonly access: TaskAccess,
    private readonly handling: TaskHandling,
    private readonly moves: TaskMoves,
    private readonly updates: TaskUpdates,
    private readonly words: BlockedWords,
  ) {}

  /**
   * Looked at again, and left as it is: until the next quarter, or until another date where it waits for one.
   * @throws TASK.REVIEW_DATE_REQUIRED, CONTENT.BLOCKED_WORD, and what Mover.move throws
   */
  async review(ctx: RequestContext, id: string, { reason, reviewAt }: TaskReviewDto): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    if (view.task.state !== 'deferred') return this.handling.moveIn(ctx, view, 'review', reason);
    const isDate = reviewAt !== undefined && isReviewDate(reviewAt, ctx.now);
    const ownDueAt = isDate ? reviewAt : ctx.now;
    const result = await this.moves.move(ctx, view, 'review', { reason, patch: { reviewAt: ownDueAt }, ownDueAt });
    await this.words.refuse(ctx, view.task.township, [reason]);
    if (!isDate) throw new CodedError('TASK.REVIEW_DATE_REQUIRED');
    await this.updates.askReview(ctx, view.task, ownDueAt);
    return result;
  }

  /** @throws TASK.REVIEW_NOT_DUE before the review date: nothing is closed for good without a second look */
  async close(ctx: RequestContext, id: string, reason: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const isEarly = view.task.state === 'deferred' && isReviewEarly(view.task.reviewAt, ctx.now);
    const result = await this.handling.moveIn(ctx, view, 'close', reason);
    if (isEarly) throw new CodedError('TASK.REVIEW_NOT_DUE');
    return result;
  }
}

/** Whether the day on which it is looked at again has not come. */
export function isReviewEarly(reviewAt: number | null, now: number): boolean {
  return reviewAt !== null && now < startOfChinaDay(chinaDate(reviewAt));
}
