import {
  CASE_STATES_ABOVE,
  type CaseOfTopic,
  type CaseSummary,
  chinaMoment,
  holds,
  mayBecomeCase,
  type Page,
  rolesIn,
  TOPIC_READERS,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { momentKey, parseMomentKey, toPage } from '../common/paging/page.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { regionFilter } from '../regions/region-filter.js';
import { TopicAccess } from '../topics/topic-access.js';
import { CASE_ABOUT_PUBLIC, CASE_IS_OUT, CASE_ROW, type CaseRow, CaseSummaries } from './case-summaries.js';
import type { CaseQueryDto, CaseWorkQueryDto } from './cases.dto.js';

@Injectable()
export class CaseLists {
  constructor(
    private readonly summaries: CaseSummaries,
    private readonly regions: RegionDirectory,
    private readonly topics: TopicAccess,
  ) {}

  /** The featured ones of a region, latest first. @throws REGION.NOT_FOUND */
  async open(ctx: RequestContext, query: CaseQueryDto): Promise<Page<CaseSummary>> {
    const { region, category, year, after, limit } = query;
    await this.regions.get(region);
    const within = regionFilter('c', region);
    const where = [within.sql, CASE_IS_OUT];
    const params: unknown[] = [within.param];
    const add = (condition: string, ...values: unknown[]) => {
      where.push(condition);
      params.push(...values);
    };
    if (category !== undefined) add('c.category = ?', category);
    if (year !== undefined) add('c.featured_at >= ? AND c.featured_at < ?', firstOf(year), firstOf(year + 1));
    const key = parseMomentKey(after);
    if (key !== null) {
      const { at, id } = key;
      add('c.featured_at <= ? AND (c.featured_at < ? OR c.id < ?)', at, at, id);
    }
    const rows: CaseRow[] = await ctx.db.query(
      `SELECT ${CASE_ROW} FROM cases c WHERE ${where.join(' AND ')}
       ORDER BY c.featured_at DESC, c.id DESC LIMIT ?`,
      [...params, limit + 1],
    );
    const { items, nextAfter } = toPage(rows, limit, (row) => momentKey({ at: Number(row.featured_at), id: row.id }));
    return { items: await this.summaries.of(items), nextAfter };
  }

  /** Those in one state, for who handles a region's, or watches over its counties. @throws REGION.OUTSIDE */
  async work(ctx: RequestContext, { region, state, after, limit }: CaseWorkQueryDto): Promise<Page<CaseSummary>> {
    const roles = rolesIn(actorOf(ctx).grants, region);
    const handles = TOPIC_READERS.some((role) => roles.has(role));
    const above = roles.has('city_office') && CASE_STATES_ABOVE.includes(state);
    if (!handles && !above) throw new CodedError('REGION.OUTSIDE');
    const within = regionFilter('c', region);
    const rows: CaseRow[] = await ctx.db.query(
      `SELECT ${CASE_ROW} FROM cases c WHERE ${within.sql} AND c.state = ? ${handles ? '' : `AND ${CASE_ABOUT_PUBLIC}`} ${after ? 'AND c.id < ?' : ''}
       ORDER BY c.id DESC LIMIT ?`,
      [within.param, state, ...(after ? [after] : []), limit + 1],
    );
    const { items, nextAfter } = toPage(rows, limit, (row) => row.id);
    return { items: await this.summaries.of(items), nextAfter };
  }

  /** The case of a topic, and whether one may be begun. @throws ITEM.NOT_FOUND */
  async ofTopic(ctx: RequestContext, topicId: string): Promise<CaseOfTopic> {
    const { topic, held, handles } = await this.topics.get(ctx, topicId);
    const rows: CaseRow[] = await ctx.db.query(
      `SELECT ${CASE_ROW} FROM cases c WHERE c.topic_id = ? AND ${handles ? "c.state <> 'withdrawn'" : CASE_IS_OUT}
       ORDER BY c.id DESC LIMIT 1`,
      [topicId],
    );
    const [item = null] = await this.summaries.of(rows);
    return { item, canBegin: item === null && holds('case.write', held) && mayBecomeCase(topic) };
  }
}

const firstOf = (year: number) => chinaMoment(`${year}-01-01`, '00:00');
