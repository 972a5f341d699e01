import { type Capacity, isTopicPublic, type TopicAction, topicMachine } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { Mover } from '../moves/mover.js';
import type { TopicEntity } from './topic.entity.js';

export interface TopicMoveOptions {
  readonly reason?: string | undefined;
  readonly patch?: Partial<TopicEntity>;
  readonly data?: Record<string, unknown>;
  /** Further topics in whose timelines it shows. */
  readonly alsoTopicIds?: readonly string[];
}

/** Every move of a topic, with what follows for its visibility and its hold. */
@Injectable()
export class TopicMoves {
  constructor(private readonly mover: Mover) {}

  /** Moves the topic and brings `topic` up to date. @throws what Mover.move throws */
  async move(
    ctx: RequestContext,
    topic: TopicEntity,
    action: TopicAction,
    held: ReadonlySet<Capacity>,
    { reason, patch = {}, data, alsoTopicIds = [] }: TopicMoveOptions = {},
  ): Promise<void> {
    const held_ = action === 'suspend' || action === 'withdraw' ? { heldFrom: topic.state } : {};
    const resumed = action === 'resume' ? { heldFrom: null } : {};
    const next: Partial<TopicEntity> = { ...held_, ...resumed, ...patch };
    const target = topicMachine.transitions.find((t) => t.action === action && t.from.includes(topic.state))?.to;
    const state = target === 'previous' ? topic.heldFrom : target;
    if (state) next.isPublic = isTopicPublic({ ...topic, ...next, state });
    const to = await this.mover.move(ctx, {
      machine: topicMachine,
      item: topic,
      action,
      held,
      title: topic.title,
      topicIds: [topic.id, ...alsoTopicIds],
      reason,
      patch: next,
      previous: topic.heldFrom,
      related: { raiser: topic.raiserId },
      ...(data && { data }),
    });
    Object.assign(topic, next, { state: to });
  }
}
