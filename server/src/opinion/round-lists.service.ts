import { type Page, type RoundSummary, TOPIC_READERS } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { momentKey, parseMomentKey, toPage } from '../common/paging/page.js';
import { RegionDirectory } from '../regions/region-directory.js';
import type { RoundQueryDto } from './opinion.dto.js';
import { RoundAccess } from './round-access.js';
import { type RoundRow, RoundsRepository } from './rounds.repository.js';

@Injectable()
export class RoundLists {
  constructor(
    private readonly access: RoundAccess,
    private readonly rounds: RoundsRepository,
    private readonly regions: RegionDirectory,
  ) {}

  /** Of a region, or all about one topic or session. @throws REQUEST.INVALID without any of them, ITEM.NOT_FOUND */
  async list(ctx: RequestContext, query: RoundQueryDto): Promise<Page<RoundSummary>> {
    const { region, state = 'open', after, limit } = query;
    if (query.topicId !== undefined || query.sessionId !== undefined) return this.ofSubject(ctx, query);
    if (region === undefined) {
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'region', message: '请选择地区' }] });
    }
    await this.regions.get(region);
    const from = parseMomentKey(after);
    const rows = await this.rounds.list(ctx.db, { region, state, after: from, limit: limit + 1 });
    const { items, nextAfter } = toPage(rows, limit, (row) => momentKey({ at: Number(row.closes_at), id: row.id }));
    return { items: await this.summaries(items), nextAfter };
  }

  private async ofSubject(
    ctx: RequestContext,
    { topicId, sessionId, after, limit }: RoundQueryDto,
  ): Promise<Page<RoundSummary>> {
    const { subject, held } = await this.access.subjectOf(ctx, {
      topicId: topicId ?? null,
      sessionId: sessionId ?? null,
    });
    const inside = TOPIC_READERS.some((role) => held.has(role)) || held.has('initiator');
    const rows = await this.rounds.ofSubject(ctx.db, subject, inside, after ?? null, limit + 1);
    const { items, nextAfter } = toPage(rows, limit, ({ id }) => id);
    return { items: await this.summaries(items), nextAfter };
  }

  private async summaries(rows: readonly RoundRow[]): Promise<RoundSummary[]> {
    const name = await this.regions.names();
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      state: row.state,
      township: row.township,
      townshipName: name(row.township),
      opensAt: Number(row.opens_at),
      closesAt: Number(row.closes_at),
      people: row.people,
      statements: row.statements,
      topicId: row.topic_id,
      sessionId: row.session_id,
    }));
  }
}
