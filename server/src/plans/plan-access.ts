import { type Role, rolesIn, TOPIC_READERS } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import { lockRow } from '../database/lock-row.js';
import { PlanEntity } from './plan.entity.js';

/** A plan together with what the person asking is in its township. */
export interface PlanInView {
  readonly plan: PlanEntity;
  readonly roles: ReadonlySet<Role>;
  /** Works on it: sees it before it is published, and its sensitive topics. */
  readonly inside: boolean;
}

/** The only way to one plan: unknown and not for this person are the same answer. */
@Injectable()
export class PlanAccess {
  /** @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, id: string): Promise<PlanInView> {
    const plan = await ctx.db.findOneBy(PlanEntity, { id });
    if (plan === null) throw notFound();
    const roles = rolesIn(ctx.actor?.grants ?? [], plan.township);
    const inside = TOPIC_READERS.some((role) => roles.has(role));
    if (plan.publishedAt === null && !inside) throw notFound();
    return { plan, roles, inside };
  }

  /** The same, holding the plan, so that what is in it changes in one place at a time. @throws ITEM.NOT_FOUND */
  async lock(ctx: RequestContext, id: string): Promise<PlanInView> {
    await lockRow(ctx.db, 'plans', id);
    return this.get(ctx, id);
  }
}
