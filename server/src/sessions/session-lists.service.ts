import {
  chinaDate,
  type MySessionSummary,
  type Page,
  rolesIn,
  type SessionSummary,
  startOfChinaDay,
  TOPIC_READERS,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import type { PageQueryDto } from '../common/paging/page.dto.js';
import { momentKey, parseMomentKey, toPage } from '../common/paging/page.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { type SessionRow, SessionSummaries } from './session-summaries.js';
import type { SessionQueryDto, WorkSessionsQueryDto } from './sessions.dto.js';
import { SessionsRepository } from './sessions.repository.js';

@Injectable()
export class SessionLists {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly summaries: SessionSummaries,
    private readonly regions: RegionDirectory,
  ) {}

  /** What everyone sees of a region: today's and later ones, soonest first, or the past ones, latest first. */
  async open(ctx: RequestContext, { region, when, after, limit }: SessionQueryDto): Promise<Page<SessionSummary>> {
    await this.regions.get(region);
    const today = startOfChinaDay(chinaDate(ctx.now));
    const rows = await this.sessions.list(ctx.db, {
      region,
      publicOnly: true,
      ...(when === 'past' ? { before: today } : { from: today }),
      after: parseMomentKey(after),
      limit: limit + 1,
    });
    return this.page(rows, limit);
  }

  /** Every session of a region, those in preparation too, latest first. @throws REGION.OUTSIDE */
  async work(ctx: RequestContext, { region, after, limit }: WorkSessionsQueryDto): Promise<Page<SessionSummary>> {
    const roles = rolesIn(actorOf(ctx).grants, region);
    if (!TOPIC_READERS.some((role) => roles.has(role))) throw new CodedError('REGION.OUTSIDE');
    const filter = { region, publicOnly: false, after: parseMomentKey(after), limit: limit + 1 };
    return this.page(await this.sessions.list(ctx.db, filter), limit);
  }

  /** Those on whose list the person asking is, or which they called, chair or record; latest first. */
  async mine(ctx: RequestContext, { after, limit }: PageQueryDto): Promise<Page<MySessionSummary>> {
    const { id } = actorOf(ctx);
    const page = await this.page(await this.sessions.ofPerson(ctx.db, id, parseMomentKey(after), limit + 1), limit);
    const seatings = await this.sessions.seatingsOf(
      ctx.db,
      id,
      page.items.map((session) => session.id),
    );
    const items = page.items.map((session) => {
      const seating = seatings.get(session.id) ?? null;
      return { ...session, mySeating: seating === 'cancelled' ? null : seating };
    });
    return { ...page, items };
  }

  private async page(rows: readonly SessionRow[], limit: number): Promise<Page<SessionSummary>> {
    const { items, nextAfter } = toPage(rows, limit, (row) => momentKey({ at: Number(row.starts_at), id: row.id }));
    return { items: await this.summaries.of(items), nextAfter };
  }
}
