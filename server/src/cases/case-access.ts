import { CASE_STATES_ABOVE, type Capacity, capacitiesFor, isShown, TOPIC_READERS } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import { lockRow } from '../database/lock-row.js';
import { TopicEntity } from '../topics/topic.entity.js';
import { CaseEntity } from './case.entity.js';

/** A case together with what the person asking is to it. */
export interface CaseInView {
  readonly item: CaseEntity;
  readonly topic: TopicEntity;
  readonly held: ReadonlySet<Capacity>;
  /** Handles it: sees it before it is featured, and who did what. */
  readonly inside: boolean;
}

/** The only way to one case: unknown and not for this person are the same answer. */
@Injectable()
export class CaseAccess {
  /** @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, id: string): Promise<CaseInView> {
    const item = await ctx.db.findOneBy(CaseEntity, { id });
    const topic = item && (await ctx.db.findOneBy(TopicEntity, { id: item.topicId }));
    if (!item || !topic) throw notFound();
    const held = capacitiesFor(ctx.actor?.grants ?? [], item.township);
    const inside = TOPIC_READERS.some((role) => held.has(role));
    const isOut = item.state === 'featured' && isShown(item.content) && topic.isPublic;
    const fromAbove = held.has('city_office') && CASE_STATES_ABOVE.includes(item.state) && topic.isPublic;
    if (!inside && !isOut && !fromAbove) throw notFound();
    return { item, topic, held, inside };
  }

  /** The same, holding the case until the transaction ends. @throws ITEM.NOT_FOUND */
  async lock(ctx: RequestContext, id: string): Promise<CaseInView> {
    await lockRow(ctx.db, 'cases', id);
    return this.get(ctx, id);
  }
}
