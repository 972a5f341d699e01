import { isShown } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import { lockRow } from '../database/lock-row.js';
import { SessionAccess, type SessionInView } from '../sessions/session-access.js';
import { MinutesEntity } from './minutes.entity.js';

/** Minutes together with their session and what the person asking is to it. */
export interface MinutesInView extends SessionInView {
  readonly minutes: MinutesEntity;
}

/** The only way to one version of minutes: unknown and not for this person are the same answer. */
@Injectable()
export class MinutesAccess {
  constructor(private readonly sessions: SessionAccess) {}

  /** @throws ITEM.NOT_FOUND, also for those who had no part in the session until they are published */
  async get(ctx: RequestContext, id: string): Promise<MinutesInView> {
    const minutes = await ctx.db.findOneBy(MinutesEntity, { id });
    if (minutes === null) throw notFound();
    const view = await this.sessions.get(ctx, minutes.sessionId);
    if ((minutes.state !== 'published' || !isShown(minutes.content)) && !view.inside) throw notFound();
    return { ...view, minutes };
  }

  /** The same, holding the version until the transaction ends. @throws ITEM.NOT_FOUND */
  async lock(ctx: RequestContext, id: string): Promise<MinutesInView> {
    await lockRow(ctx.db, 'minutes', id);
    return this.get(ctx, id);
  }
}
