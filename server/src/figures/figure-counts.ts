import {
  type Count,
  type EvaluationFigures,
  NONE,
  OPEN_LIGHTS,
  type OpenLight,
  type PlaceFigures,
  PROMISE_STANDINGS,
  type PromiseFigures,
  type PromiseStanding,
  promiseStanding,
  REPLY_CLASSES,
  type ReplyClass,
  TASK_STATES,
  type TaskState,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { LargeCounts } from '../common/large-counts.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { CountyLights } from '../tasks/county-lights.js';
import { lightOf } from '../tasks/task-light.sql.js';
import { OWING, OWN_PROMISE } from '../tasks/task-summaries.js';
import { all, type Condition, during, evaluatedBy, LISTED, OPEN_SESSION, sessionsOf, within } from './figure-rows.js';
import type { Scope } from './figure-scope.js';

const OPEN_STATES = [...TASK_STATES.filter((state) => OWING.includes(`'${state}'`)), 'paused'] as const;

/** What is counted from indexes when it is asked for: sessions and promises, of which there are far fewer than topics. */
@Injectable()
export class FigureCounts {
  private readonly large = new LargeCounts();

  constructor(
    private readonly lights: CountyLights,
    private readonly regions: RegionDirectory,
  ) {}

  async sessionsHeld(ctx: RequestContext, scope: Scope): Promise<Count> {
    const [count] = await this.large.of(keyOf('sessions', scope), async () => [await this.countSessions(ctx, scope)]);
    return count ?? { ...NONE };
  }

  private async countSessions(ctx: RequestContext, scope: Scope): Promise<Count> {
    const count = async (condition: Condition) => {
      const sql = `SELECT COUNT(*) AS n FROM sessions s WHERE ${condition.sql}`;
      const [row]: { n: number }[] = await ctx.db.query(sql, [...condition.params]);
      return Number(row?.n ?? 0);
    };
    const n = await count(sessionsOf(scope.reading === 'sums' ? { ...scope, reading: 'all' } : scope));
    return { n, rows: scope.reading === 'sums' ? await count(all(sessionsOf(scope), OPEN_SESSION)) : n };
  }

  /** How the promises of the period stand, and what those concerned say of them: one look through an index. */
  async promises(
    ctx: RequestContext,
    scope: Scope,
    minimum: number,
  ): Promise<{ promises: PromiseFigures; evaluation: EvaluationFigures }> {
    const rows = await this.large.of(keyOf(`promises ${minimum}`, scope), () =>
      this.countPromises(ctx, scope, minimum),
    );
    const opens = ({ listed }: PromiseRow) => scope.reading === 'all' || Boolean(listed);
    return { promises: promisesIn(rows, opens), evaluation: evaluationIn(rows, opens, minimum) };
  }

  private countPromises(ctx: RequestContext, scope: Scope, minimum: number): Promise<PromiseRow[]> {
    const where = this.made(scope);
    const enough = evaluatedBy(minimum);
    return ctx.db.query(
      `SELECT k.state, k.reply_class, k.carried_over, k.listed, CASE WHEN ${enough.sql} THEN 1 ELSE 0 END AS enough,
         COUNT(*) AS n, SUM(CASE WHEN k.due_at < ? AND k.state IN (${OWING}) THEN 1 ELSE 0 END) AS late,
         SUM(CASE WHEN k.satisfied + k.fair + k.dissatisfied > 0 THEN 1 ELSE 0 END) AS evaluated,
         SUM(k.satisfied) AS satisfied, SUM(k.fair) AS fair, SUM(k.dissatisfied) AS dissatisfied
       FROM tasks k WHERE ${where.sql} GROUP BY k.state, k.reply_class, k.carried_over, k.listed, enough`,
      [...enough.params, ctx.now, ...where.params],
    );
  }

  /** How the open promises of each place stand now, whenever they were made, in the order of the places' codes. */
  async places(ctx: RequestContext, scope: Scope): Promise<PlaceFigures[]> {
    const name = await this.regions.names();
    const rows = await this.large.of(keyOf('places', scope), () => this.countLights(ctx, scope));
    return scope.places.map((region) => {
      const lights = counters<OpenLight>(OPEN_LIGHTS);
      for (const row of rows) if (row.place === region) add(lights[row.light], row.n, Boolean(Number(row.listed)));
      return { region, name: name(region), lights };
    });
  }

  private async countLights(
    ctx: RequestContext,
    scope: Scope,
  ): Promise<{ place: string; light: OpenLight; listed: number; n: number }[]> {
    const column = scope.region.level === 'city' ? 'k.county' : 'k.township';
    const light = lightOf('k', ctx.now, await this.lights.within(ctx, scope.region.code));
    const where = all(
      within('k', scope),
      // The index on a county's states serves its townships too.
      scope.region.level === 'township' && { sql: 'k.county = ?', params: [scope.region.code.slice(0, 6)] },
      `k.state IN (${OPEN_STATES.map((state) => `'${state}'`).join(', ')})`,
      OWN_PROMISE,
      scope.reading === 'open' && LISTED,
    );
    // A city's office counts what it cannot open; there whether each is listed has to be read.
    const listed = scope.reading === 'sums' ? 'k.listed' : '1';
    return ctx.db.query(
      `SELECT ${column} AS place, ${light} AS light, ${listed} AS listed, COUNT(*) AS n
       FROM tasks k WHERE ${where.sql} GROUP BY place, light, listed`,
      [...where.params],
    );
  }

  private made(scope: Scope): Condition {
    return all(
      within('k', scope),
      during('k.created_at', scope.period),
      OWN_PROMISE,
      scope.reading === 'open' && LISTED,
    );
  }
}

const keyOf = (what: string, { reading, region, period }: Scope): string =>
  [what, reading, region.code, period].join(' ');

/** Promises that stand alike, and how they were rated. */
interface PromiseRow {
  state: TaskState;
  reply_class: ReplyClass | null;
  carried_over: number;
  listed: number;
  /** Whether so many rated each of them that it is shown. */
  enough: number;
  n: number;
  late: number;
  evaluated: number;
  satisfied: number;
  fair: number;
  dissatisfied: number;
}

function promisesIn(rows: readonly PromiseRow[], opens: (row: PromiseRow) => boolean): PromiseFigures {
  const figures: PromiseFigures = {
    made: { ...NONE },
    standings: counters<PromiseStanding>(PROMISE_STANDINGS),
    classes: counters<ReplyClass>(REPLY_CLASSES),
    overdue: { ...NONE },
  };
  for (const row of rows) {
    const { state, reply_class: replyClass, n, late } = row;
    const carriedOver = Boolean(row.carried_over);
    add(figures.made, n, opens(row));
    add(figures.standings[promiseStanding({ state, replyClass, carriedOver })], n, opens(row));
    if (replyClass !== null) add(figures.classes[replyClass], n, opens(row));
    add(figures.overdue, late, opens(row));
  }
  return figures;
}

function evaluationIn(
  rows: readonly PromiseRow[],
  opens: (row: PromiseRow) => boolean,
  minimum: number,
): EvaluationFigures {
  const figures: EvaluationFigures = {
    shown: { ...NONE },
    answers: { satisfied: 0, fair: 0, dissatisfied: 0 },
    tooFew: 0,
    minimum,
  };
  for (const row of rows) {
    if (!Number(row.enough)) {
      figures.tooFew += Number(row.evaluated);
      continue;
    }
    add(figures.shown, row.n, opens(row));
    figures.answers = {
      satisfied: figures.answers.satisfied + Number(row.satisfied),
      fair: figures.answers.fair + Number(row.fair),
      dissatisfied: figures.answers.dissatisfied + Number(row.dissatisfied),
    };
  }
  return figures;
}

export function counters<K extends string>(keys: readonly K[]): Record<K, Count> {
  return Object.fromEntries(keys.map((key) => [key, { ...NONE }])) as Record<K, Count>;
}

function add(count: Count, n: number, opens: boolean): void {
  count.n += Number(n);
  if (opens) count.rows += Number(n);
}
