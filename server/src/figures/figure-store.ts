import type { FigurePeriod } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../database/database.js';
import { FigureCellEntity, FigureDeltaEntity, FigureYearEntity } from './figure.entity.js';
import type { FigureChange, FigureMeasure } from './figure-facts.js';
import { changesOf, type FigureColumns, sumsKept, yearOf } from './figure-periods.js';
import { recountOf, type Statement, shortOf, shortOfYears, sumOfTownships } from './figure-recount.sql.js';

/** As many changes as one transaction folds. */
const FOLD_AT_ONCE = 2_000;
/** As many rows as one statement inserts. */
const INSERT_AT_ONCE = 500;

/** Somebody else folded the same changes; theirs counts. */
class FoldedMeanwhile extends Error {}

export interface FigureRow {
  readonly measure: FigureMeasure;
  readonly period: string;
  readonly name: string;
  readonly seen: string;
  readonly n: number;
}

/** One row for each name, of which there may be one from cells and others from changes. */
function added(rows: readonly FigureRow[]): FigureRow[] {
  const sums = new Map<string, FigureRow>();
  for (const { measure, period = '', name, seen, n } of rows) {
    const key = [measure, period, name, seen].join('|');
    sums.set(key, { measure, period, name, seen, n: (sums.get(key)?.n ?? 0) + Number(n) });
  }
  return [...sums.values()].filter(({ n }) => n !== 0);
}

/** The cells of the figures and the changes that are not in them yet; what anybody reads is both together. */
@Injectable()
export class FigureStore {
  constructor(private readonly database: Database) {}

  /**
   * Sums over regions and a period, exact at this moment: what is kept and changes are read by one statement.
   * @param by the columns to sum by; the others are summed over. Of all time periods are years, or months of changes.
   */
  async sums(
    db: EntityManager,
    where: { regions: readonly string[]; measures: readonly FigureMeasure[]; period: FigurePeriod },
    by: FigureColumns,
  ): Promise<FigureRow[]> {
    const { regions, measures, period } = where;
    if (regions.length === 0) return [];
    const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');
    const one = `region IN (${marks(regions)}) AND measure IN (${marks(measures)}) AND period BETWEEN ? AND ?`;
    const columns = by === 'name' ? 'measure, name, seen' : 'measure, period, name, seen';
    const { table: kept, first, last } = sumsKept(period, by);
    // Those of one region and period are summed already: to group them once more takes three times as long as to read them.
    const isSummed = regions.length === 1 && (by === 'name and period' || first === last);
    const [n, group] = isSummed ? ['n', ''] : ['SUM(n)', `GROUP BY ${columns}`];
    const side = (table: string) => `SELECT ${columns}, ${n} AS n FROM ${table} WHERE ${one} ${group}`;
    const changes = changesOf(period);
    const rows: FigureRow[] = await db.query(`${side(kept)} UNION ALL ${side('figure_deltas')}`, [
      ...[...regions, ...measures, first, last],
      ...[...regions, ...measures, changes.first, changes.last],
    ]);
    return added(rows);
  }

  /** Folds all changes that there are into the cells. */
  async fold(): Promise<void> {
    for (;;) {
      try {
        if ((await this.database.write((db) => this.foldSome(db))) < FOLD_AT_ONCE) return;
      } catch (error) {
        if (error instanceof FoldedMeanwhile) return;
        throw error;
      }
    }
  }

  private async foldSome(db: EntityManager): Promise<number> {
    const deltas = await db.find(FigureDeltaEntity, { order: { id: 'ASC' }, take: FOLD_AT_ONCE });
    if (deltas.length === 0) return 0;
    const { affected } = await db.delete(
      FigureDeltaEntity,
      deltas.map(({ id }) => id),
    );
    if (affected !== deltas.length) throw new FoldedMeanwhile();
    await this.raise(db, FigureCellEntity, deltas);
    await this.raise(
      db,
      FigureYearEntity,
      deltas.map((delta) => ({ ...delta, period: yearOf(delta.period) })),
    );
    return deltas.length;
  }

  private async raise(
    db: EntityManager,
    table: typeof FigureCellEntity | typeof FigureYearEntity,
    changes: readonly FigureCellEntity[],
  ): Promise<void> {
    const sums = new Map<string, FigureCellEntity>();
    for (const { region, measure, period, name, seen, n } of changes) {
      const key = [region, measure, period, name, seen].join('|');
      sums.set(key, { region, measure, period, name, seen, n: (sums.get(key)?.n ?? 0) + n });
    }
    // In one order, so that no two processes wait for each other.
    const changed = [...sums].filter(([, { n }]) => n !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
    const fresh: FigureCellEntity[] = [];
    for (const [, { n, ...key }] of changed) {
      const { affected: found } = await db
        .createQueryBuilder()
        .update(table)
        .set({ n: () => `n + (${n})` })
        .where(key)
        .execute();
      if (found === 0) fresh.push({ ...key, n });
    }
    for (let i = 0; i < fresh.length; i += INSERT_AT_ONCE) {
      await db.insert(table, fresh.slice(i, i + INSERT_AT_ONCE));
    }
  }

  /** By how much each figure of a township is short of what its topics and events say. */
  shortOfTopics(township: string): Promise<FigureChange[]> {
    return this.short(township, recountOf(this.database.read.connection, township));
  }

  /** By how much each figure of a county is short of what its townships add up to. */
  shortOfTownships(county: string): Promise<FigureChange[]> {
    return this.short(county, sumOfTownships(county));
  }

  /** By how much each figure of a region's years is short of what its cells add up to. */
  shortOfYears(region: string): Promise<FigureChange[]> {
    return this.found(shortOfYears(region));
  }

  private short(region: string, expected: Statement): Promise<FigureChange[]> {
    return this.found(shortOf(region, expected));
  }

  private async found({ sql, params }: Statement): Promise<FigureChange[]> {
    const rows: FigureChange[] = await this.database.read.query(sql, [...params]);
    return rows.map((row) => ({ ...row, n: Number(row.n) }));
  }

  /** Adds what the years of a region are short of: the same before and after changes are folded, as those go into both. */
  async addToYears(db: EntityManager, region: string, changes: readonly FigureChange[]): Promise<void> {
    await this.raise(
      db,
      FigureYearEntity,
      changes.map((change) => ({ region, ...change })),
    );
  }

  /** Adds what a region is short of. */
  async add(db: EntityManager, region: string, changes: readonly FigureChange[]): Promise<void> {
    for (let i = 0; i < changes.length; i += INSERT_AT_ONCE) {
      const rows = changes.slice(i, i + INSERT_AT_ONCE).map((change) => ({ region, ...change }));
      await db.createQueryBuilder().insert().into(FigureDeltaEntity).values(rows).updateEntity(false).execute();
    }
  }
}
