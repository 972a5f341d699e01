import { isTopicPublic, type MoveResult, type TopicAction } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { followTopic } from '../figures/figure-log.js';
import { EventLog } from '../moves/event-log.js';
import { relistTasksAbout } from '../tasks/task-listing.js';
import { TopicEntity } from './topic.entity.js';
import { TopicAccess, type TopicInView } from './topic-access.js';
import { TopicContent } from './topic-content.js';
import { TopicMerging } from './topic-merging.service.js';
import { TopicMoves } from './topic-moves.js';
import { TopicNextSteps } from './topic-next-step.js';
import type { TopicDeclineDto, TopicSensitivityDto } from './topics.dto.js';

/** The moves of single topics: what raisers, conveners and reviewers do to them. */
@Injectable()
export class TopicScreening {
  constructor(
    private readonly access: TopicAccess,
    private readonly moves: TopicMoves,
    private readonly merging: TopicMerging,
    private readonly content: TopicContent,
    private readonly events: EventLog,
    private readonly nextSteps: TopicNextSteps,
  ) {}

  /** A move that takes nothing but a reason. @throws what Mover.move throws */
  async move(ctx: RequestContext, id: string, action: TopicAction, reason?: string): Promise<MoveResult> {
    const { topic, held } = await this.access.get(ctx, id);
    await this.moves.move(ctx, topic, action, held, { reason });
    if (action === 'submit') await this.content.ask(ctx, topic);
    return resultOf(topic);
  }

  /**
   * Takes it into the pool (议题库): from now on it is public and can be found. The convener has read it, so what the
   * machine left open is decided by this; what it refused is not.
   * @throws CONTENT.REFUSED
   */
  async accept(ctx: RequestContext, id: string): Promise<MoveResult> {
    const { topic, held } = await this.access.get(ctx, id);
    await this.moves.move(ctx, topic, 'accept', held, { patch: { acceptedAt: topic.acceptedAt ?? ctx.now } });
    await this.content.passBy(ctx, topic, 'convener');
    return resultOf(topic);
  }

  async decline(ctx: RequestContext, id: string, input: TopicDeclineDto): Promise<MoveResult> {
    const { topic, held } = await this.access.get(ctx, id);
    const { reason, redirect, redirectNote } = input;
    await this.moves.move(ctx, topic, 'decline', held, {
      reason,
      patch: { redirect, redirectNote: redirectNote ?? null },
      data: { redirect },
    });
    await this.merging.release(ctx, topic);
    await this.content.dropped(ctx, topic);
    return resultOf(topic);
  }

  /** Leaves the plan it was in: dropped by the convener or sent back by a reviewer. */
  async leavePlan(
    ctx: RequestContext,
    id: string,
    action: 'drop' | 'party_send_back' | 'county_send_back',
    reason: string,
  ): Promise<MoveResult> {
    const { topic, held } = await this.access.get(ctx, id);
    await this.moves.move(ctx, topic, action, held, {
      reason,
      patch: { planId: null },
      data: { planId: topic.planId },
    });
    return resultOf(topic);
  }

  /**
   * Opens a topic to the public or keeps it inside (涉密、涉隐私).
   * @throws AUTH.FORBIDDEN
   */
  async classify(ctx: RequestContext, id: string, { sensitive, reason }: TopicSensitivityDto): Promise<MoveResult> {
    const { topic, held } = await this.access.lock(ctx, id);
    const capacity = (['convener', 'county_office'] as const).find((role) => held.has(role));
    if (capacity === undefined) throw new CodedError('AUTH.FORBIDDEN');
    const isPublic = isTopicPublic({ ...topic, sensitive });
    await followTopic(ctx.db, id, () => ctx.db.update(TopicEntity, { id }, { sensitive, isPublic }));
    await relistTasksAbout(ctx.db, id);
    await this.events.note(ctx, topic, {
      kind: 'topic',
      action: 'classify',
      capacity,
      reason,
      isPublic: false,
      data: { sensitive },
      topicIds: [id],
    });
    return resultOf(topic);
  }

  /**
   * @throws TOPIC.TASKS_OPEN while a promise is still being kept, TOPIC.OUTCOME_OPEN while one is to be handed out,
   *   TOPIC.SESSION_OPEN while it is to be spoken of again
   */
  async close(ctx: RequestContext, id: string, reason?: string): Promise<MoveResult> {
    await this.refuseOpenWork(ctx, id);
    return this.move(ctx, id, 'close', reason);
  }

  /** @throws what close throws: nobody is left with work on a topic that is gone */
  async withdraw(ctx: RequestContext, id: string, reason: string): Promise<MoveResult> {
    await this.refuseOpenWork(ctx, id);
    const { topic, held } = await this.access.get(ctx, id);
    await this.moves.move(ctx, topic, 'withdraw', held, { reason });
    await this.merging.release(ctx, topic);
    await this.content.dropped(ctx, topic);
    return resultOf(topic);
  }

  /** Holds the topic, so that no session is called about it meanwhile. */
  private async refuseOpenWork(ctx: RequestContext, id: string): Promise<void> {
    await this.access.lock(ctx, id);
    const { sessions, tasks, outcomes } = await this.nextSteps.openWork(ctx, id);
    if (tasks > 0) throw new CodedError('TOPIC.TASKS_OPEN');
    if (outcomes > 0) throw new CodedError('TOPIC.OUTCOME_OPEN');
    if (sessions > 0) throw new CodedError('TOPIC.SESSION_OPEN');
  }
}

const resultOf = ({ id, state }: TopicInView['topic']): MoveResult => ({ id, state });
