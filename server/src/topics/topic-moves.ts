import {
  type Capacity,
  chinaMonth,
  findTransition,
  isTopicPublic,
  STAY_STATES,
  stayDays,
  type TopicAction,
  type TopicState,
  topicMachine,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { countNewStay, followTopic } from '../figures/figure-log.js';
import { Mover } from '../moves/mover.js';
import { relistTasksAbout } from '../tasks/task-listing.js';
import type { TopicEntity } from './topic.entity.js';
import { endingOf } from './topic-endings.js';

export interface TopicMoveOptions {
  readonly reason?: string | undefined;
  readonly patch?: Partial<TopicEntity>;
  readonly data?: Record<string, unknown>;
  /** Where `resume` leads when not to where it stood. */
  readonly instead?: TopicState;
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
    options: TopicMoveOptions = {},
  ): Promise<void> {
    // Held and read again, so that a topic classed as sensitive or taken down this moment is not made public by this move.
    await followTopic(ctx.db, topic.id, async (before) => {
      if (before === null) throw notFound();
      await this.make(ctx, topic, before, action, held, options);
    });
  }

  private async make(
    ctx: RequestContext,
    topic: TopicEntity,
    before: TopicEntity,
    action: TopicAction,
    held: ReadonlySet<Capacity>,
    { reason, patch = {}, data, instead, alsoTopicIds = [] }: TopicMoveOptions,
  ): Promise<void> {
    const { sensitive, content, submittedAt } = before;
    const next: Partial<TopicEntity> = { ...holdOf(topic, action), ...patch };
    const target = topicMachine.transitions.find((t) => t.action === action && t.from.includes(topic.state))?.to;
    const previous = instead ?? topic.heldFrom;
    const state = target === 'previous' ? previous : target;
    if (state) next.isPublic = isTopicPublic({ ...topic, ...next, sensitive, content, state });
    next.submittedAt = action === 'submit' ? (submittedAt ?? ctx.now) : submittedAt;
    next.ending = state === 'closed' ? await endingOf(ctx.db, topic.id) : null;
    const to = await this.mover.move(ctx, {
      machine: topicMachine,
      item: topic,
      action,
      held,
      title: topic.title,
      topicIds: [topic.id, ...alsoTopicIds],
      reason,
      patch: next,
      previous,
      related: { raiser: topic.raiserId },
      ...(data && { data }),
    });
    if (next.isPublic !== undefined && next.isPublic !== topic.isPublic) await relistTasksAbout(ctx.db, topic.id);
    await countStay(ctx, before, action);
    Object.assign(topic, next, { sensitive, content, state: to });
  }
}

/** The time that a topic stood in the state it leaves. */
async function countStay(ctx: RequestContext, topic: TopicEntity, action: TopicAction): Promise<void> {
  const { id: topicId, county, township, state, movedAt } = topic;
  if (!STAY_STATES.includes(state)) return;
  const isPublic = findTransition(topicMachine, state, action)?.isPublic ?? false;
  await countNewStay(ctx.db, topic, {
    id: newId(ctx.now),
    topicId,
    county,
    township,
    state,
    isPublic,
    leftAt: ctx.now,
    leftMonth: chinaMonth(ctx.now),
    days: stayDays(movedAt, ctx.now),
    listed: isPublic && topic.isPublic && !topic.sensitive,
  });
}

/** Where it stood, kept while it is on hold; one withdrawn while suspended stood where it was suspended. */
function holdOf({ state, heldFrom }: TopicEntity, action: TopicAction): Partial<TopicEntity> {
  if (action === 'resume') return { heldFrom: null };
  if (action !== 'suspend' && action !== 'withdraw') return {};
  return { heldFrom: state === 'suspended' ? heldFrom : state };
}
