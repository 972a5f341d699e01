import { type Capacity, capacitiesFor, isPrivateDraft, type Relation, TOPIC_READERS } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import { lockRow } from '../database/lock-row.js';
import { TopicEntity } from './topic.entity.js';

/** A topic together with what the person asking is to it. */
export interface TopicInView {
  readonly topic: TopicEntity;
  readonly held: ReadonlySet<Capacity>;
  /** Works on it for the township: sees names, reasons and what is sensitive. */
  readonly handles: boolean;
  /** Handles it or raised it: sees it whatever its state. */
  readonly inside: boolean;
}

/** The only way to one topic: unknown and not for this person are the same answer. */
@Injectable()
export class TopicAccess {
  /** @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, id: string): Promise<TopicInView> {
    const topic = await ctx.db.findOneBy(TopicEntity, { id });
    const view = topic === null ? null : inView(ctx, topic);
    if (view === null || !(view.topic.isPublic || view.inside)) throw notFound();
    return view;
  }

  /** The same, holding the topic until the transaction ends. @throws ITEM.NOT_FOUND */
  async lock(ctx: RequestContext, id: string): Promise<TopicInView> {
    await lockRow(ctx.db, 'topics', id);
    return this.get(ctx, id);
  }
}

/** What the person asking is to this topic. */
export function inView(ctx: RequestContext, topic: TopicEntity): TopicInView {
  const relations: Relation[] = ctx.actor?.id === topic.raiserId ? ['raiser'] : [];
  const held = capacitiesFor(ctx.actor?.grants ?? [], topic.township, relations);
  const handles = !isPrivateDraft(topic) && TOPIC_READERS.some((role) => held.has(role));
  return { topic, held, handles, inside: handles || held.has('raiser') };
}
