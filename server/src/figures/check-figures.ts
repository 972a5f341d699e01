import type { EntityManager } from 'typeorm';
import type { Database } from '../database/database.js';
import type { Jobs } from '../jobs/jobs.service.js';
import { RegionEntity } from '../regions/region.entity.js';
import type { FigureChange } from './figure-facts.js';
import { yearOf } from './figure-periods.js';
import { FigureStore } from './figure-store.js';
import { type CountedCounty, countedCounties, reconcileJobs } from './reconcile-jobs.js';
import { topicsOffRecord } from './stays-on-record.js';

export interface FigureDifference extends Omit<FigureChange, 'n'> {
  readonly region: string;
  /** What the dashboard says. */
  readonly kept: number;
  /** What topics and events say. */
  readonly counted: number;
}

export interface FiguresCheck {
  /** Townships and counties. */
  readonly checked: number;
  readonly differences: FigureDifference[];
  /** Topics whose stays are not those that their events tell of, or are open to others than they should be. */
  readonly offRecord: string[];
  /** What has to be counted anew, a county with those of its townships that are wrong. */
  readonly wrong: CountedCounty[];
}

/** Counts every region anew and compares; changes nothing. */
export async function checkFigures(database: Database): Promise<FiguresCheck> {
  const store = new FigureStore(database);
  const counties = countedCounties(await database.read.find(RegionEntity, { order: { code: 'ASC' } }));
  const differences: FigureDifference[] = [];
  const offRecord: string[] = [];
  const wrong: CountedCounty[] = [];
  let checked = 0;
  for (const { county, townships } of counties) {
    const ofTownships = new Map<string, FigureChange[]>();
    const wrongElse = new Set<string>();
    for (const township of townships) {
      const short = await store.shortOfTopics(township);
      if (short.length > 0) ofTownships.set(township, short);
      const stays = await topicsOffRecord(database.read, township);
      if (stays.length > 0) wrongElse.add(township);
      offRecord.push(...stays);
    }
    // A county is compared with its townships as they are kept, so what those are short of it is short of too.
    const ofCounty = sumOf([...(await store.shortOfTownships(county)), ...[...ofTownships.values()].flat()]);
    for (const region of [...townships, county]) {
      const short = region === county ? ofCounty : (ofTownships.get(region) ?? []);
      const ofYears = await store.shortOfYears(region);
      if (ofYears.length > 0) wrongElse.add(region);
      // What cells are short of their years are short of too, unless they are not what the cells add up to.
      const shortYears = sumOf([...ofYears, ...short.map(inYear)]);
      differences.push(...(await withKept(database.read, region, short, 'figure_cells')));
      differences.push(...(await withKept(database.read, region, shortYears, 'figure_years')));
    }
    const toMend = townships.filter((township) => ofTownships.has(township) || wrongElse.has(township));
    if (toMend.length > 0 || ofCounty.length > 0 || wrongElse.has(county)) wrong.push({ county, townships: toMend });
    checked += townships.length + 1;
  }
  return { checked, differences, offRecord, wrong };
}

/**
 * Has a worker count anew what is wrong, one region of a county after the other and never beside the night's count,
 * so that nothing is added twice.
 */
export async function mendFigures(database: Database, jobs: Jobs, { wrong }: FiguresCheck, now: number): Promise<void> {
  await database.write((db) => jobs.add({ db, now }, ...wrong.flatMap(reconcileJobs)));
}

function sumOf(changes: readonly FigureChange[]): FigureChange[] {
  const sums = new Map<string, FigureChange>();
  for (const change of changes) {
    const key = keyOf(change);
    sums.set(key, { ...change, n: (sums.get(key)?.n ?? 0) + change.n });
  }
  return [...sums.values()].filter(({ n }) => n !== 0);
}

const inYear = (change: FigureChange): FigureChange => ({ ...change, period: yearOf(change.period) });

const keyOf = ({ measure, period, name, seen }: Omit<FigureChange, 'n'>) => [measure, period, name, seen].join('|');

/** @param table where what is kept of them stands, but for what is not folded yet */
async function withKept(
  db: EntityManager,
  region: string,
  short: readonly FigureChange[],
  table: 'figure_cells' | 'figure_years',
): Promise<FigureDifference[]> {
  if (short.length === 0) return [];
  const rowsOf = async (name: string): Promise<FigureChange[]> => {
    const rows = await db.query(`SELECT measure, period, name, seen, n FROM ${name} WHERE region = ?`, [region]);
    return rows.map((row: FigureChange) => ({ ...row, n: Number(row.n) }));
  };
  const changes = await rowsOf('figure_deltas');
  const rows = [...(await rowsOf(table)), ...(table === 'figure_years' ? changes.map(inYear) : changes)];
  const kept = new Map(sumOf(rows).map((row) => [keyOf(row), row.n]));
  return short.map(({ n, ...cell }) => {
    const now = kept.get(keyOf(cell)) ?? 0;
    return { region, ...cell, kept: now, counted: now + n };
  });
}
