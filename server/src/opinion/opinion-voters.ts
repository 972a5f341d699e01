import { rolesIn, voterCategory } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { newId } from '../common/ids.js';
import { OpinionVoterEntity } from './opinion.entity.js';
import type { RoundInView } from './round-access.js';

/** Whose voice is whose, for as long as the person has an account. */
@Injectable()
export class OpinionVoters {
  /** Null for whoever has not taken part. */
  async find(ctx: RequestContext, roundId: string): Promise<OpinionVoterEntity | null> {
    return ctx.actor === null ? null : ctx.db.findOneBy(OpinionVoterEntity, { roundId, personId: ctx.actor.id });
  }

  /** The one voice of the person asking; two first votes at once get the same. */
  async of(ctx: RequestContext, { round, about }: RoundInView): Promise<OpinionVoterEntity> {
    const known = await this.find(ctx, round.id);
    if (known !== null) return known;
    const actor = actorOf(ctx);
    const voter = {
      id: newId(ctx.now),
      roundId: round.id,
      personId: actor.id,
      category: voterCategory(rolesIn(actor.grants, round.township), about.listed?.category ?? null),
      createdAt: ctx.now,
    };
    await ctx.db.createQueryBuilder().insert().into(OpinionVoterEntity).values(voter).orIgnore().execute();
    return ctx.db.findOneByOrFail(OpinionVoterEntity, { roundId: round.id, personId: actor.id });
  }

  /** Lets the voices of a person stay as nobody's. */
  async forget(db: EntityManager, personId: string): Promise<void> {
    await db.update(OpinionVoterEntity, { personId }, { personId: null });
  }
}
