import {
  ALL_TIME,
  type FigureStay,
  LIGHT_STATES,
  type OpenLight,
  type Page,
  type SessionSummary,
  type TaskSummary,
  type TopicSummary,
  thresholdLimits,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { momentKey, parseMomentKey, toPage } from '../common/paging/page.js';
import { Settings } from '../regions/settings.service.js';
import { SESSION_ROW, type SessionRow, SessionSummaries } from '../sessions/session-summaries.js';
import { CountyLights } from '../tasks/county-lights.js';
import { type Among, soonestTasks } from '../tasks/soonest-tasks.js';
import { lightIs } from '../tasks/task-light.sql.js';
import { TASK_JOIN, TASK_ROW, type TaskRow, TaskSummaries } from '../tasks/task-summaries.js';
import { TopicSummaries } from '../topics/topic-summaries.js';
import type { TopicRow } from '../topics/topics.repository.js';
import { all, type Condition, promisesOf, sessionsOf, staysIn, topicsOf } from './figure-rows.js';
import type { Scope } from './figure-scope.js';
import type {
  FigurePromisesQueryDto,
  FigureSessionsQueryDto,
  FigureStaysQueryDto,
  FigureTopicsQueryDto,
} from './figures.dto.js';
import { longestKey, longestStays, STAY_ROW, type StayRow } from './longest-stays.js';

const TOPIC_ROW =
  't.id, t.code, t.title, t.category, t.source, t.state, t.held_from, t.township, t.community, t.cosigns, t.created_at, t.moved_at, t.submitted_at';

interface Cut {
  readonly after?: string;
  readonly limit: number;
}

/** The rows behind each number: as many as it says, paged to the end. */
@Injectable()
export class FigureLists {
  constructor(
    private readonly topicSummaries: TopicSummaries,
    private readonly taskSummaries: TaskSummaries,
    private readonly sessionSummaries: SessionSummaries,
    private readonly lights: CountyLights,
    private readonly settings: Settings,
  ) {}

  /** Newest submission first. @throws REGION.OUTSIDE for a city, which sees sums alone */
  async topics(ctx: RequestContext, scope: Scope, query: FigureTopicsQueryDto): Promise<Page<TopicSummary>> {
    refuseSums(scope);
    type Row = TopicRow & { submitted_at: number };
    const sql = (where: string) => `SELECT ${TOPIC_ROW} FROM topics t WHERE ${where}`;
    const rows = await this.newest<Row>(ctx, topicsOf(scope, query), 't', 'submitted_at', sql, query);
    const { items, nextAfter } = toPage(rows, query.limit, (row) =>
      momentKey({ at: Number(row.submitted_at), id: row.id }),
    );
    return { items: await this.topicSummaries.of(items), nextAfter };
  }

  /** The last one that ended first; those beyond a number of days longest first. @throws REGION.OUTSIDE for a city */
  async stays(ctx: RequestContext, scope: Scope, query: FigureStaysQueryDto): Promise<Page<FigureStay>> {
    refuseSums(scope);
    const sql = (where: string) => `SELECT ${STAY_ROW} FROM topic_stays s WHERE ${where}`;
    const byDays = query.longerThan !== undefined;
    const rows = byDays
      ? await longestStays(ctx.db, scope, query)
      : await this.newest<StayRow>(ctx, staysIn(scope, query), 's', 'left_at', sql, query);
    const { items, nextAfter } = toPage(rows, query.limit, (row) =>
      byDays ? longestKey(row) : momentKey({ at: Number(row.left_at), id: row.id }),
    );
    const topics = await this.topicsBy(
      ctx,
      scope,
      items.map(({ topic_id }) => topic_id),
    );
    const found = items.flatMap(({ id, topic_id, days, left_at }) => {
      const topic = topics.get(topic_id);
      return topic === undefined ? [] : [{ id, topic, days, leftAt: Number(left_at) }];
    });
    return { items: found, nextAfter };
  }

  /** Asked for the truth again of the few that are shown: what everyone may open is kept on the stay. */
  private async topicsBy(
    ctx: RequestContext,
    { reading }: Scope,
    ids: readonly string[],
  ): Promise<Map<string, TopicSummary>> {
    if (ids.length === 0) return new Map();
    const own = [...new Set(ids)];
    const marks = own.map(() => '?').join(', ');
    const seen = reading === 'all' ? '' : ' AND t.is_public = 1 AND t.sensitive = 0';
    const sql = `SELECT ${TOPIC_ROW} FROM topics t WHERE t.id IN (${marks})${seen}`;
    const rows: TopicRow[] = await ctx.db.query(sql, own);
    return new Map((await this.topicSummaries.of(rows)).map((topic) => [topic.id, topic]));
  }

  /** Newest first; those of a light or overdue soonest due first. @throws REGION.OUTSIDE for a city */
  async promises(ctx: RequestContext, scope: Scope, query: FigurePromisesQueryDto): Promise<Page<TaskSummary>> {
    refuseSums(scope);
    const light = query.light && (await this.lightSql(ctx, scope, query.light));
    const minimum = await this.minimum(ctx, scope);
    type Row = TaskRow & { created_at: number };
    const columns = `${TASK_ROW}, k.created_at`;
    const select = (where: string) => `SELECT ${columns} FROM tasks k ${TASK_JOIN} WHERE ${where}`;
    const condition = promisesOf(scope, query, { now: ctx.now, light, minimum });
    const isOpen = query.light !== undefined || query.overdue === true;
    const rows = isOpen
      ? await this.soonest<Row>(ctx, columns, amongOpen(scope, condition), query)
      : await this.newest<Row>(ctx, condition, 'k', 'created_at', select, query);
    const { items, nextAfter } = toPage(rows, query.limit, (row) =>
      momentKey({ at: Number(isOpen ? row.due_at : row.created_at), id: row.id }),
    );
    return { items: await this.taskSummaries.of(ctx, items), nextAfter };
  }

  /** Latest first. @throws REGION.OUTSIDE for a city */
  async sessions(ctx: RequestContext, scope: Scope, query: FigureSessionsQueryDto): Promise<Page<SessionSummary>> {
    refuseSums(scope);
    const sql = (where: string) => `SELECT ${SESSION_ROW} FROM sessions s WHERE ${where}`;
    const rows = await this.newest<SessionRow>(ctx, sessionsOf(scope), 's', 'starts_at', sql, query);
    const { items, nextAfter } = toPage(rows, query.limit, (row) =>
      momentKey({ at: Number(row.starts_at), id: row.id }),
    );
    return { items: await this.sessionSummaries.of(items), nextAfter };
  }

  /** Fewer answers than this are never shown; of a city, what the strictest of its counties asks for. */
  async minimum(ctx: RequestContext, { cells }: Scope): Promise<number> {
    const each = await Promise.all(cells.map((cell) => this.settings.of(ctx.db, cell)));
    return Math.max(thresholdLimits('minimumRatings').min, ...each.map(({ thresholds }) => thresholds.minimumRatings));
  }

  private async lightSql(ctx: RequestContext, scope: Scope, light: OpenLight): Promise<string> {
    return lightIs('k', light, ctx.now, await this.lights.within(ctx, scope.region.code));
  }

  private soonest<T>(
    ctx: RequestContext,
    columns: string,
    among: Among,
    { light = 'overdue', after, limit }: FigurePromisesQueryDto,
  ): Promise<T[]> {
    const cut = { after: parseMomentKey(after), limit: limit + 1 };
    return soonestTasks(ctx.db, columns, [among], LIGHT_STATES[light], cut);
  }

  private newest<T>(
    ctx: RequestContext,
    condition: Condition,
    alias: string,
    column: string,
    sql: (where: string) => string,
    { after, limit }: Cut,
  ): Promise<T[]> {
    const at = `${alias}.${column}`;
    const key = parseMomentKey(after);
    const beyond = key !== null && {
      sql: `${at} <= ? AND (${at} < ? OR ${alias}.id < ?)`,
      params: [key.at, key.at, key.id],
    };
    const where = all(condition, beyond);
    return ctx.db.query(`${sql(where.sql)} ORDER BY ${at} DESC, ${alias}.id DESC LIMIT ?`, [
      ...where.params,
      limit + 1,
    ]);
  }
}

/** Promises in an index by their dates; what was late in the years before a period is not read through. */
function amongOpen({ region: { level }, period }: Scope, condition: Condition): Among {
  if (level !== 'township' && level !== 'county') return { ...condition, by: null };
  if (period === ALL_TIME) return { ...condition, by: level };
  const year = { sql: 'k.promised_year = ?', params: [Number(period.slice(0, 4))] };
  return { ...all(condition, year), by: level, ofOneYear: true };
}

function refuseSums({ reading }: Scope): void {
  if (reading === 'sums') throw new CodedError('REGION.OUTSIDE');
}
