import { COSIGNABLE_STATES, holds, type MoveResult } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { lockRow } from '../database/lock-row.js';
import { CosignEntity, TopicEntity } from './topic.entity.js';
import { TopicAccess } from './topic-access.js';

/** 附议: saying that one has the same concern. */
@Injectable()
export class Cosigns {
  constructor(private readonly access: TopicAccess) {}

  /** Co-signing twice is the same as once. @throws TOPIC.NOT_COSIGNABLE, TOPIC.OWN_COSIGN, REGION.OUTSIDE */
  async add(ctx: RequestContext, id: string): Promise<MoveResult> {
    const topic = await this.cosignable(ctx, id);
    const personId = actorOf(ctx).id;
    await ctx.db
      .createQueryBuilder()
      .insert()
      .into(CosignEntity)
      .values({ topicId: id, personId, createdAt: ctx.now })
      .orIgnore()
      .execute();
    await this.recount(ctx.db, id);
    return { id, state: topic.state };
  }

  async remove(ctx: RequestContext, id: string): Promise<MoveResult> {
    const topic = await this.cosignable(ctx, id);
    await ctx.db.delete(CosignEntity, { topicId: id, personId: actorOf(ctx).id });
    await this.recount(ctx.db, id);
    return { id, state: topic.state };
  }

  /**
   * Counts everyone who stands behind a topic besides its raiser: its co-signers, and the raisers and
   * co-signers of what was merged into it, each once.
   */
  async recount(db: EntityManager, id: string): Promise<void> {
    await lockRow(db, 'topics', id);
    const [row]: { n: number }[] = await db.query(
      `SELECT COUNT(DISTINCT f.person_id) AS n FROM (
         SELECT c.person_id FROM cosigns c WHERE c.topic_id = ?
         UNION SELECT c.person_id FROM topics m JOIN cosigns c ON c.topic_id = m.id WHERE m.merged_into = ?
         UNION SELECT m.raiser_id FROM topics m WHERE m.merged_into = ?) f
       WHERE f.person_id <> (SELECT raiser_id FROM topics WHERE id = ?)`,
      [id, id, id, id],
    );
    await db.query('UPDATE topics SET cosigns = ? WHERE id = ?', [Number(row?.n ?? 0), id]);
  }

  async has(ctx: RequestContext, id: string): Promise<boolean> {
    return ctx.actor !== null && ctx.db.existsBy(CosignEntity, { topicId: id, personId: ctx.actor.id });
  }

  private async cosignable(ctx: RequestContext, id: string): Promise<TopicEntity> {
    const { topic, held } = await this.access.get(ctx, id);
    if (held.has('raiser')) throw new CodedError('TOPIC.OWN_COSIGN');
    if (!holds('topic.cosign', held)) throw new CodedError('REGION.OUTSIDE');
    if (!COSIGNABLE_STATES.includes(topic.state)) throw new CodedError('TOPIC.NOT_COSIGNABLE');
    return topic;
  }
}
