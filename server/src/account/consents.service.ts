import { CONSENTS, type ConsentDocument, type ConsentView, type Page } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import type { PageQueryDto } from '../common/paging/page.dto.js';
import { toPage } from '../common/paging/page.js';
import { lockRow } from '../database/lock-row.js';
import { ConsentEntity } from '../people/personal.entity.js';
import type { ConsentDto } from './account.dto.js';

/** What people agreed to, and withdrew; every consent stays on record. */
@Injectable()
export class Consents {
  /** Agreeing twice is agreeing once. @throws CONSENT.OLD_VERSION */
  async give(ctx: RequestContext, { document, version }: ConsentDto): Promise<void> {
    if (version !== CONSENTS[document].version) throw new CodedError('CONSENT.OLD_VERSION');
    const { id: personId } = actorOf(ctx);
    await lockRow(ctx.db, 'people', personId);
    const given = { personId, document, version, withdrawnAt: IsNull() };
    if (await ctx.db.existsBy(ConsentEntity, given)) return;
    await ctx.db.insert(ConsentEntity, {
      id: newId(ctx.now),
      personId,
      document,
      version,
      givenAt: ctx.now,
      withdrawnAt: null,
    });
  }

  /** Whoever withdraws can still read. @throws ITEM.NOT_FOUND where nothing is given */
  async withdraw(ctx: RequestContext, document: ConsentDocument): Promise<void> {
    const { affected } = await ctx.db.update(
      ConsentEntity,
      { personId: actorOf(ctx).id, document, withdrawnAt: IsNull() },
      { withdrawnAt: ctx.now },
    );
    if (affected === 0) throw notFound();
  }

  /** The latest first. */
  async list(ctx: RequestContext, { after, limit }: PageQueryDto): Promise<Page<ConsentView>> {
    const rows = await ctx.db.find(ConsentEntity, {
      where: { personId: actorOf(ctx).id, ...(after && { id: LessThan(after) }) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const views = rows.map(({ id, document, version, givenAt, withdrawnAt }) => ({
      id,
      document,
      title: CONSENTS[document].title,
      version,
      givenAt,
      withdrawnAt,
    }));
    return toPage(views, limit, ({ id }) => id);
  }
}
