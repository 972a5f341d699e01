import {
  type Capacity,
  chinaMonth,
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
import { type FigureChange, stayName } from '../figures/figure-facts.js';
import { followTopic, logFigures } from '../figures/figure-log.js';
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
    { sensitive, content, movedAt, submittedAt }: TopicEntity,
    action: TopicAction,
    held: ReadonlySet<Capacity>,
    { reason, patch = {}, data, instead, alsoTopicIds = [] }: TopicMoveOptions,
  ): Promise<void> {
    const from = topic.state;
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
    await logFigures(ctx.db, topic, stayIn(from, movedAt, ctx.now));
    Object.assign(topic, next, { sensitive, content, state: to });
  }
}

/** What the time that a topic stood in the state it leaves adds to the figures. */
function stayIn(state: TopicState, since: number, now: number): FigureChange[] {
  if (!STAY_STATES.includes(state)) return [];
  return [{ measure: 'stay', period: chinaMonth(now), name: stayName(state, stayDays(since, now)), seen: 'any', n: 1 }];
}

/** Where it stood, kept while it is on hold; one withdrawn while suspended stood where it was suspended. */
function holdOf({ state, heldFrom }: TopicEntity, action: TopicAction): Partial<TopicEntity> {
  if (action === 'resume') return { heldFrom: null };
  if (action !== 'suspend' && action !== 'withdraw') return {};
  return { heldFrom: state === 'suspended' ? heldFrom : state };
}
