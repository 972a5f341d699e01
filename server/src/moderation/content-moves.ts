import {
  actionLabel,
  type Capacity,
  type ContentAction,
  type ContentState,
  capacityFor,
  contentMachine,
  DAY_MS,
  findTransition,
  isSettled,
  type ReviewCause,
  TRACE_DAYS,
  whoMay,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { CodedError } from '../common/errors/coded-error.js';
import { ContentOwners } from './content-owners.js';
import { ContentCheckEntity } from './moderation.entity.js';
import { type LogContext, ModerationLog } from './moderation-log.js';
import { ReviewTodos } from './review-todos.js';

export interface ContentMoveOptions {
  readonly reason?: string | undefined;
  readonly cause?: ReviewCause | null;
  readonly label?: number | null;
  readonly traceIds?: readonly string[];
}

/** Makes every move of every check: the conditional update, what the owner shows, and the record. Nothing else does. */
@Injectable()
export class ContentMoves {
  constructor(
    private readonly owners: ContentOwners,
    private readonly log: ModerationLog,
    private readonly todos: ReviewTodos,
  ) {}

  /**
   * @returns the new state
   * @throws AUTH.FORBIDDEN, MOVE.NOT_POSSIBLE, and MOVE.CONFLICT when somebody was faster or the content was changed
   */
  async move(
    ctx: LogContext,
    check: ContentCheckEntity,
    action: ContentAction,
    held: ReadonlySet<Capacity>,
    options: ContentMoveOptions = {},
  ): Promise<ContentState> {
    if (!whoMay(contentMachine, action).some((capacity) => held.has(capacity))) throw new CodedError('AUTH.FORBIDDEN');
    const transition = findTransition(contentMachine, check.state, action);
    if (transition === undefined || transition.to === 'previous') {
      throw new CodedError('MOVE.NOT_POSSIBLE', {
        state: contentMachine.states[check.state].label,
        stateCode: check.state,
        action: actionLabel(contentMachine, action),
      });
    }
    const capacity = capacityFor(transition, held);
    if (capacity === undefined) throw new CodedError('AUTH.FORBIDDEN');
    const moved = await this.change(ctx, check, transition.to, action, capacity, options);
    if (!moved) {
      const now = await ctx.db.findOneBy(ContentCheckEntity, { id: check.id });
      const state = now?.state ?? check.state;
      throw new CodedError('MOVE.CONFLICT', { state: contentMachine.states[state].label, stateCode: state });
    }
    return transition.to;
  }

  /**
   * The machine's answer to a check. One that comes late, twice, or for a text that was changed since is let fall.
   * @returns whether it counted
   */
  async answer(
    ctx: LogContext,
    check: ContentCheckEntity,
    action: 'pass' | 'question' | 'refuse',
    options: ContentMoveOptions,
  ): Promise<boolean> {
    const transition = findTransition(contentMachine, 'pending', action);
    if (transition === undefined || transition.to === 'previous') throw new Error(`no way to ${action} content`);
    return this.change(ctx, { ...check, state: 'pending' }, transition.to, action, 'system', options);
  }

  private async change(
    ctx: LogContext,
    check: ContentCheckEntity,
    to: ContentState,
    action: ContentAction,
    capacity: Capacity,
    { reason, cause = null, label, traceIds }: ContentMoveOptions,
  ): Promise<boolean> {
    const { affected } = await ctx.db.update(
      ContentCheckEntity,
      { id: check.id, state: check.state, supersededAt: IsNull() },
      {
        state: to,
        cause,
        movedAt: ctx.now,
        textUntil: isSettled(to) ? ctx.now + TRACE_DAYS * DAY_MS : null,
        ...(label !== undefined && { label }),
        ...(traceIds !== undefined && { traceIds: [...traceIds] }),
        ...(action === 'appeal' ? { appeal: reason ?? null } : { reason: reason ?? null }),
        ...(capacity !== 'system' && action !== 'appeal' && { decidedBy: ctx.actor?.id ?? null }),
      },
    );
    if (affected !== 1) return false;
    await this.log.record(ctx, {
      subject: 'content',
      subjectId: check.id,
      action,
      from: check.state,
      to,
      capacity,
      reason,
      data: { ...(cause && { cause }), ...(label != null && { label }), ...(traceIds && { traceIds }) },
    });
    await this.owners.of(check.kind).show(ctx.db, check.ownerId, to);
    await this.todos.follow(ctx, check);
    return true;
  }
}
