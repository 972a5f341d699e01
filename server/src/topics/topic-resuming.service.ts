import { hasPlanGoneOn, type MoveResult } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import type { RequestContext } from '../common/context/request-context.js';
import { lockRow } from '../database/lock-row.js';
import { PlanEntity } from '../plans/plan.entity.js';
import { TopicEntity } from './topic.entity.js';
import { TopicAccess } from './topic-access.js';
import { type TopicMoveOptions, TopicMoves } from './topic-moves.js';
import { TopicNextSteps } from './topic-next-step.js';

/** A topic that was on hold goes on. */
@Injectable()
export class TopicResuming {
  constructor(
    private readonly access: TopicAccess,
    private readonly moves: TopicMoves,
    private readonly nextSteps: TopicNextSteps,
  ) {}

  /**
   * Goes on where it was, or in the pool where its plan has meanwhile gone on without it; one for which nothing is
   * on its way comes before its convener again. @throws what Mover.move throws
   */
  async resume(ctx: RequestContext, id: string, reason?: string): Promise<MoveResult> {
    const { topic, held } = await this.access.get(ctx, id);
    await this.moves.move(ctx, topic, 'resume', held, { reason, ...(await this.outOfPlan(ctx, topic)) });
    await this.nextSteps.goOn(ctx, id);
    return { id, state: topic.state };
  }

  private async outOfPlan(ctx: RequestContext, { id, planId, heldFrom }: TopicEntity): Promise<TopicMoveOptions> {
    if (planId === null || heldFrom === null) return {};
    // Held, so that the plan does not go on meanwhile.
    await lockRow(ctx.db, 'plans', planId);
    const { publishedAt } = await ctx.db.findOneByOrFail(PlanEntity, { id: planId });
    const others = await ctx.db.findBy(TopicEntity, { planId, id: Not(id) });
    const topicStates = others.map((other) => other.state);
    if (!hasPlanGoneOn(heldFrom, { publishedAt, topicStates })) return {};
    return { instead: 'accepted', patch: { planId: null }, data: { planId } };
  }
}
