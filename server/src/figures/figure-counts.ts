import {
  type Count,
  EVALUATION_QUESTIONS,
  type EvaluationFigures,
  NONE,
  OPEN_LIGHTS,
  type OpenLight,
  OWING_TASK_STATES,
  type PlaceFigures,
  PROMISE_STANDINGS,
  type PromiseFigures,
  type PromiseStanding,
  promiseStanding,
  REPLY_CLASSES,
  type ReplyClass,
  type TaskState,
  tallyOf,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { LargeCounts } from '../common/large-counts.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { SESSION_SHOWN_TO_ALL } from '../sessions/shown-to-all.js';
import { CountyLights } from '../tasks/county-lights.js';
import { lightOf } from '../tasks/task-light.sql.js';
import { OWN_PROMISE } from '../tasks/task-summaries.js';
import { all, type Condition, during, LISTED, overdueAt, sessionsOf, within } from './figure-rows.js';
import type { Scope } from './figure-scope.js';
import { type FigureRow, FigureStore } from './figure-store.js';
import { readAnswerName, readPromiseName } from './promise-facts.js';

const OPEN_STATES: readonly TaskState[] = [...OWING_TASK_STATES, 'paused'];

/** What of sessions and promises is read from cells, and what is counted from indexes when it is asked for. */
@Injectable()
export class FigureCounts {
  private readonly large = new LargeCounts();

  constructor(
    private readonly store: FigureStore,
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
    return { n, rows: scope.reading === 'sums' ? await count(all(sessionsOf(scope), SESSION_SHOWN_TO_ALL)) : n };
  }

  /** How the promises of the period stand, and what those concerned say of them. */
  async promises(
    ctx: RequestContext,
    scope: Scope,
    minimum: number,
  ): Promise<{ promises: PromiseFigures; evaluation: EvaluationFigures }> {
    const where = {
      regions: scope.cells,
      measures: ['promise', ...EVALUATION_QUESTIONS] as const,
      period: scope.period,
    };
    const rows = (await this.store.sums(ctx.db, where, 'name')).filter(
      ({ seen }) => scope.reading !== 'open' || seen === 'public',
    );
    const opens = ({ seen }: FigureRow) => scope.reading === 'all' || seen === 'public';
    const promises = promisesIn(rows, opens);
    for (const { listed, n } of await this.overdue(ctx, scope)) {
      add(promises.overdue, n, scope.reading === 'all' || Boolean(listed));
    }
    return { promises, evaluation: evaluationIn(rows, opens, minimum) };
  }

  /** What is late hangs on the moment: counted in an index among those that are owed. */
  private overdue(ctx: RequestContext, scope: Scope): Promise<{ listed: number; n: number }[]> {
    const where = all(this.open(scope), overdueAt(ctx.now), during('k.created_at', scope.period));
    const count = (): Promise<{ listed: number; n: number }[]> =>
      ctx.db.query(`SELECT k.listed, COUNT(*) AS n FROM tasks k WHERE ${where.sql} GROUP BY k.listed`, [
        ...where.params,
      ]);
    return this.large.of(keyOf('overdue', scope), count);
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
    const where = all(this.open(scope), `k.state IN (${OPEN_STATES.map((state) => `'${state}'`).join(', ')})`);
    // A city's office counts what it cannot open; there whether each is listed has to be read.
    const listed = scope.reading === 'sums' ? 'k.listed' : '1';
    return ctx.db.query(
      `SELECT ${column} AS place, ${light} AS light, ${listed} AS listed, COUNT(*) AS n
       FROM tasks k WHERE ${where.sql} GROUP BY place, light, listed`,
      [...where.params],
    );
  }

  /** Promises of their own within the region that this reader counts; states and dates are for the caller to add. */
  private open(scope: Scope): Condition {
    return all(within('k', scope), OWN_PROMISE, scope.reading === 'open' && LISTED);
  }
}

const keyOf = (what: string, { reading, region, period }: Scope): string =>
  [what, reading, region.code, period].join(' ');

function promisesIn(rows: readonly FigureRow[], opens: (row: FigureRow) => boolean): PromiseFigures {
  const figures: PromiseFigures = {
    made: { ...NONE },
    standings: counters<PromiseStanding>(PROMISE_STANDINGS),
    classes: counters<ReplyClass>(REPLY_CLASSES),
    overdue: { ...NONE },
  };
  for (const row of rows.filter(({ measure }) => measure === 'promise')) {
    const standing = readPromiseName(row.name);
    add(figures.made, row.n, opens(row));
    add(figures.standings[promiseStanding(standing)], row.n, opens(row));
    if (standing.replyClass !== null) add(figures.classes[standing.replyClass], row.n, opens(row));
  }
  return figures;
}

/** Ratings are shown of promises that so many rated. */
function evaluationIn(
  rows: readonly FigureRow[],
  opens: (row: FigureRow) => boolean,
  minimum: number,
): EvaluationFigures {
  const figures: EvaluationFigures = {
    shown: { ...NONE },
    answers: tallyOf([]).all,
    tooFew: 0,
    minimum,
  };
  for (const row of rows) {
    const question = EVALUATION_QUESTIONS.find((one) => one === row.measure);
    if (question !== undefined) {
      const { raters, rating } = readAnswerName(row.name);
      const { answers } = figures;
      const counts = { ...answers[question], [rating]: answers[question][rating] + row.n };
      if (raters >= minimum) figures.answers = { ...answers, [question]: counts };
    } else {
      const { raters } = readPromiseName(row.name);
      if (raters >= minimum) add(figures.shown, row.n, opens(row));
      else if (raters > 0) figures.tooFew += row.n;
    }
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
