import {
  type Capacity,
  commentDaysLeft,
  type MoveResult,
  PLAN_ACTION_LABELS,
  PLAN_LIMITS,
  PLAN_STAGE_LABELS,
  type PlanAction,
  type PlanStage,
  planActionFrom,
  planActionRole,
  planActions,
  planStage,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import { EventLog } from '../moves/event-log.js';
import { Settings } from '../regions/settings.service.js';
import type { TopicEntity } from '../topics/topic.entity.js';
import { TopicAccess } from '../topics/topic-access.js';
import { TopicMoves } from '../topics/topic-moves.js';
import { TopicNextSteps } from '../topics/topic-next-step.js';
import { TopicsRepository } from '../topics/topics.repository.js';
import { PlanEntity } from './plan.entity.js';
import { PlanAccess, type PlanInView } from './plan-access.js';

const SENDS_BACK: ReadonlySet<PlanAction> = new Set<PlanAction>(['party_send_back', 'county_send_back']);

/** What happens to a plan as a whole: its topics come in, pass both reviews together and are published. */
@Injectable()
export class PlanReview {
  constructor(
    private readonly access: PlanAccess,
    private readonly topicAccess: TopicAccess,
    private readonly topics: TopicsRepository,
    private readonly moves: TopicMoves,
    private readonly nextSteps: TopicNextSteps,
    private readonly events: EventLog,
    private readonly settings: Settings,
  ) {}

  /**
   * Takes a topic out of the pool into a plan of its township.
   * @throws ITEM.NOT_FOUND, PLAN.NOT_DRAFTING, PLAN.TOO_MANY_TOPICS, and what Mover.move throws
   */
  async shortlist(ctx: RequestContext, topicId: string, planId: string): Promise<MoveResult> {
    const { plan } = await this.access.lock(ctx, planId);
    const { topic, held } = await this.topicAccess.get(ctx, topicId);
    if (plan.township !== topic.township) throw notFound();
    const topics = await this.topics.ofPlan(ctx.db, planId);
    if (stageOf(plan, topics) !== 'drafting') throw new CodedError('PLAN.NOT_DRAFTING');
    const { topicsMax } = PLAN_LIMITS;
    if (topics.length >= topicsMax) throw new CodedError('PLAN.TOO_MANY_TOPICS', { max: topicsMax });
    await this.moves.move(ctx, topic, 'shortlist', held, { patch: { planId }, data: { planId } });
    return { id: topicId, state: topic.state };
  }

  /**
   * Moves every topic of the plan that waits for this, or publishes the plan.
   * @returns the plan's stage as `state`
   * @throws AUTH.FORBIDDEN, PLAN.EMPTY, PLAN.COMMENT_PERIOD; PLAN.NOT_POSSIBLE also to whoever came second
   */
  async act(ctx: RequestContext, id: string, action: PlanAction, reason?: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const topics = await this.topics.ofPlan(ctx.db, id);
    this.check(view, topics, action);
    const held = new Set<Capacity>([planActionRole(action)]);
    const from = planActionFrom(action);
    const waiting = topics.filter((topic) => topic.state === from);
    if (action === 'publish') await this.publish(ctx, view.plan, topics);
    else {
      if (action === 'propose') await this.checkComment(ctx, view.plan, waiting);
      const leaves = SENDS_BACK.has(action);
      for (const topic of waiting) {
        await this.moves.move(ctx, topic, action, held, {
          reason,
          data: { planId: id },
          ...(leaves && { patch: { planId: null } }),
        });
        if (action === 'county_approve') await this.nextSteps.askForPlan(ctx, topic);
      }
    }
    return {
      id,
      state: stageOf(
        view.plan,
        topics.filter((topic) => topic.planId === id),
      ),
    };
  }

  private check({ plan, roles }: PlanInView, topics: readonly TopicEntity[], action: PlanAction): void {
    const role = planActionRole(action);
    if (!roles.has(role)) throw new CodedError('AUTH.FORBIDDEN');
    if (topics.length === 0) throw new CodedError('PLAN.EMPTY');
    const stage = stageOf(plan, topics);
    if (!planActions(stage, topics.length, new Set([role])).includes(action)) {
      throw new CodedError('PLAN.NOT_POSSIBLE', {
        stage: PLAN_STAGE_LABELS[stage],
        stageCode: stage,
        action: PLAN_ACTION_LABELS[action],
      });
    }
  }

  /** Every topic has stood for public comment as long as it must. */
  private async checkComment(ctx: RequestContext, plan: PlanEntity, topics: readonly TopicEntity[]): Promise<void> {
    const { thresholds } = await this.settings.of(ctx.db, plan.township);
    const left = topics.map((topic) => commentDaysLeft(topic.movedAt, ctx.now, thresholds.publicCommentDays));
    const days = Math.max(0, ...left);
    if (days > 0) throw new CodedError('PLAN.COMMENT_PERIOD', { days });
  }

  private async publish(ctx: RequestContext, plan: PlanEntity, topics: readonly TopicEntity[]): Promise<void> {
    plan.publishedAt = ctx.now;
    await ctx.db.update(PlanEntity, { id: plan.id }, { publishedAt: ctx.now });
    for (const topic of topics) {
      await this.events.note(ctx, topic, {
        kind: 'topic',
        action: 'plan_published',
        capacity: 'county_office',
        isPublic: true,
        data: { planId: plan.id },
        topicIds: [topic.id],
      });
      if (topic.state === 'planned') await this.nextSteps.askForSession(ctx, topic);
    }
  }
}

function stageOf(plan: PlanEntity, topics: readonly TopicEntity[]): PlanStage {
  return planStage({ publishedAt: plan.publishedAt, topicStates: topics.map((topic) => topic.state) });
}
