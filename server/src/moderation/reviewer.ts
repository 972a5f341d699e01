import { type Capacity, capacitiesFor, holds, rolesIn } from '@consult/shared';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';

/** What the person asking is to something written by `authorId` in a township. */
export function heldTowards(ctx: RequestContext, at: { township: string; authorId?: string }): Set<Capacity> {
  const me = ctx.actor?.id;
  return capacitiesFor(ctx.actor?.grants ?? [], at.township, me !== undefined && me === at.authorId ? ['raiser'] : []);
}

/** Whether somebody with these capacities reads what was reported, refused and complained of. */
export function reviews(held: ReadonlySet<Capacity>): boolean {
  return holds('moderation.work', held);
}

/** @throws REGION.OUTSIDE for a region that is not this person's to watch over */
export function requireReviewer(ctx: RequestContext, region: string): void {
  if (!reviews(rolesIn(actorOf(ctx).grants, region))) throw new CodedError('REGION.OUTSIDE');
}

/** A condition and its order for a list that goes by id. */
export function pageById(alias: string, after: string | undefined, ascending: boolean) {
  const direction = ascending ? '>' : '<';
  return {
    sql: after === undefined ? '' : `AND ${alias}.id ${direction} ?`,
    params: after === undefined ? [] : [after],
    order: `ORDER BY ${alias}.id ${ascending ? 'ASC' : 'DESC'}`,
  };
}
