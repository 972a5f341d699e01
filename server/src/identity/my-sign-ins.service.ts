import { type Page, SIGN_IN_WAY_LABELS, type SignInView } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import type { PageQueryDto } from '../common/paging/page.dto.js';
import { toPage } from '../common/paging/page.js';
import { SignInEntity } from './sign-in.entity.js';
import { SignIns } from './sign-ins.service.js';

/** Where somebody is signed in, for themselves to see and to end. */
@Injectable()
export class MySignIns {
  constructor(private readonly signIns: SignIns) {}

  /** What still stands, the oldest first. */
  async list(ctx: RequestContext, { after = '', limit }: PageQueryDto): Promise<Page<SignInView>> {
    const { id: personId, signIn } = actorOf(ctx);
    const rows = await ctx.db.find(SignInEntity, {
      where: { personId, id: MoreThan(after), endedAt: IsNull(), expiresAt: MoreThan(ctx.now) },
      order: { id: 'ASC' },
      take: limit + 1,
    });
    const views = rows.map(({ id, way, device, createdAt, rotatedAt }) => ({
      id,
      way,
      wayLabel: SIGN_IN_WAY_LABELS[way],
      device,
      createdAt,
      lastUsedAt: rotatedAt,
      current: id === signIn.id,
    }));
    return toPage(views, limit, ({ id }) => id);
  }

  /** @throws ITEM.NOT_FOUND for one that is not mine or has ended */
  async end(ctx: RequestContext, id: string): Promise<void> {
    const ended = await this.signIns.end(ctx.db, ctx.now, { id, personId: actorOf(ctx).id });
    if (ended === 0) throw notFound();
  }

  async signOut(ctx: RequestContext): Promise<void> {
    const { id: personId, signIn } = actorOf(ctx);
    await this.signIns.end(ctx.db, ctx.now, { personId, id: signIn.id });
  }
}
