import { setImmediate } from 'node:timers/promises';
import {
  chinaMoment,
  OPEN_YEARS,
  type OpenCut,
  type OpenDataset,
  type OpenRecord,
  openRecord,
  regionLevel,
  type TaskState,
  taskLight,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { firstIdOf } from '../common/ids.js';
import { forceIndex } from '../database/force-index.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { regionFilter } from '../regions/region-filter.js';
import { Settings } from '../regions/settings.service.js';
import { CountyLights } from '../tasks/county-lights.js';
import type { CountyLightRules } from '../tasks/task-light.sql.js';
import { type Around, OPEN_ITEMS, OPEN_SOURCES, type OpenQuery, type OpenSource, type RawRow } from './open-sources.js';

/** Rows read at a time: as many as a file needs in memory. */
const BATCH = 1000;
const NO_LIGHTS: CountyLightRules = new Map();

export interface OpenBatch {
  readonly records: OpenRecord[];
  /** The place of the last row that was read; null when there are no more. */
  readonly next: string | null;
}

/** Reads open data a batch at a time, each from where the last one ended. */
@Injectable()
export class OpenReader {
  constructor(
    private readonly regions: RegionDirectory,
    private readonly settings: Settings,
    private readonly lights: CountyLights,
  ) {}

  /** All records of a cut, in batches; between them others have their turn. */
  async *all(db: EntityManager, cut: OpenCut, now: number): AsyncGenerator<OpenRecord[]> {
    for (let after: string | null = null; ; ) {
      const { records, next } = await this.batch(db, cut, { after, limit: BATCH, now });
      if (records.length > 0) yield records;
      if (next === null) return;
      after = next;
      await setImmediate();
    }
  }

  /** @param after the `next` of the batch before */
  async batch(
    db: EntityManager,
    { dataset, region, year }: OpenCut,
    { after, limit, now }: { after: string | null; limit: number; now: number },
  ): Promise<OpenBatch> {
    const source: OpenQuery = OPEN_SOURCES[dataset];
    const within = regionFilter(source.alias, region);
    const where = [within.sql, source.visible];
    const params: unknown[] = [within.param];
    const cutBy = source.at === undefined ? byId(source, year, after) : byMoment(source.at, source, year, after);
    const order = source.at === undefined ? `${source.alias}.id` : `${source.at}, ${source.alias}.id`;
    const rows: RawRow[] = await db.query(
      `SELECT ${source.select}${source.at === undefined ? '' : `, ${source.at} AS at_key`} FROM ${tablesOf(source, hint(db, source, region))}
       WHERE ${[...where, ...cutBy.where].join(' AND ')} ORDER BY ${order} LIMIT ?`,
      [...params, ...cutBy.params, limit + 1],
    );
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const next = last === undefined ? null : source.at === undefined ? last.id : `${last.at_key}_${last.id}`;
    return { records: await this.records(db, dataset, page, now), next };
  }

  /** One record by its code; null where there is none that everyone may see. */
  async find(db: EntityManager, dataset: OpenDataset, code: string, now: number): Promise<OpenRecord | null> {
    const source: OpenQuery = OPEN_SOURCES[dataset];
    if (source.code === undefined) return null;
    const rows: RawRow[] = await db.query(
      `SELECT ${source.select} FROM ${tablesOf(source)} WHERE ${source.code} = ? AND ${source.visible}`,
      [code],
    );
    return (await this.records(db, dataset, rows, now))[0] ?? null;
  }

  private async records<D extends OpenDataset>(
    db: EntityManager,
    dataset: D,
    rows: readonly RawRow[],
    now: number,
  ): Promise<OpenRecord[]> {
    const source: OpenSource<D> = OPEN_SOURCES[dataset];
    const [around, name] = await Promise.all([this.around(db, source, rows, now), this.regions.names()]);
    return rows.flatMap((raw) => {
      const row = source.row(raw, around);
      return row === null ? [] : [openRecord(dataset, row, name)];
    });
  }

  private async around(
    db: EntityManager,
    { needs = [] }: Pick<OpenQuery, 'needs'>,
    rows: readonly RawRow[],
    now: number,
  ): Promise<Around> {
    const topics = needs.includes('topics') ? await topicsOf(db, rows) : new Map<string, string[]>();
    const minimums = needs.includes('minimums') ? await this.minimums(db, rows) : new Map<string, number>();
    const lights = needs.includes('lights') ? await this.lights.of({ db, now }, counties(rows)) : NO_LIGHTS;
    const items = needs.includes('items') ? await itemsOf(db, rows) : new Map<string, string>();
    return {
      now,
      topicsOf: (session) => topics.get(session) ?? [],
      minimumOf: (township) => minimums.get(township) ?? Number.POSITIVE_INFINITY,
      lightOf: ({ state, due_at, last_word_at, county }) => {
        const rules = lights.get(String(county));
        if (rules === undefined) throw new Error(`no lights in ${county}`);
        const lit = { state: state as TaskState, dueAt: Number(due_at), lastWordAt: Number(last_word_at) };
        return taskLight(lit, now, rules);
      },
      itemOf: (kind, id) => items.get(`${kind} ${id}`),
    };
  }

  private async minimums(db: EntityManager, rows: readonly RawRow[]): Promise<Map<string, number>> {
    const townships = [...new Set(rows.map((row) => String(row.township)))];
    const minimums = new Map<string, number>();
    for (const township of townships) {
      minimums.set(township, (await this.settings.of(db, township)).thresholds.minimumRatings);
    }
    return minimums;
  }
}

const tablesOf = ({ table, alias, join = '' }: OpenQuery, index = '') => `${table} ${alias}${index} ${join}`;

/** In a large county MariaDB would else look up by region alone, and pass over all that was read already, a batch at a time. */
const hint = (db: EntityManager, { table, index }: OpenQuery, region: string): string =>
  ` ${forceIndex(db, table, [regionLevel(region) ?? 'county', ...index])}`;

interface Bounds {
  readonly where: string[];
  readonly params: unknown[];
}

function yearBounds(year: number | null): [from: number, until: number] {
  const start = (of: number) => chinaMoment(`${of}-01-01`, '00:00');
  return year === null ? [start(OPEN_YEARS.min), start(OPEN_YEARS.max + 1)] : [start(year), start(year + 1)];
}

/** The id of a row is in the order in which rows were made, and knows when. */
function byId({ alias }: OpenQuery, year: number | null, after: string | null): Bounds {
  const [from, until] = yearBounds(year);
  return {
    where: [`${alias}.id ${after === null ? '>=' : '>'} ?`, `${alias}.id < ?`],
    params: [after ?? firstIdOf(from), firstIdOf(until)],
  };
}

function byMoment(at: string, { alias }: OpenQuery, year: number | null, after: string | null): Bounds {
  const [from, until] = yearBounds(year);
  const [moment = '', id = ''] = after === null ? [] : after.split('_');
  const beyond = after === null ? [] : [`(${at} > ? OR ${alias}.id > ?)`];
  return {
    where: [`${at} >= ?`, `${at} < ?`, ...beyond],
    params: [after === null ? from : Number(moment), until, ...(after === null ? [] : [Number(moment), id])],
  };
}

/** The codes of the public topics of the sessions that rows name. */
async function topicsOf(db: EntityManager, rows: readonly RawRow[]): Promise<Map<string, string[]>> {
  const topics = new Map<string, string[]>();
  const sessions = [...new Set(rows.map((row) => String(row.session_id)))];
  if (sessions.length === 0) return topics;
  const found: { session_id: string; code: string }[] = await db.query(
    `SELECT st.session_id, t.code FROM session_topics st JOIN topics t ON t.id = st.topic_id
     WHERE st.session_id IN (${marks(sessions)}) AND t.is_public = 1 ORDER BY st.session_id, t.id`,
    sessions,
  );
  for (const { session_id, code } of found) topics.set(session_id, [...(topics.get(session_id) ?? []), code]);
  return topics;
}

/** The codes of what events are about, where everyone may see it. */
async function itemsOf(db: EntityManager, rows: readonly RawRow[]): Promise<Map<string, string>> {
  const items = new Map<string, string>();
  for (const [kind, sql] of Object.entries(OPEN_ITEMS)) {
    const ids = [...new Set(rows.filter((row) => row.kind === kind).map((row) => String(row.item_id)))];
    if (ids.length === 0) continue;
    const found: { id: string; code: string }[] = await db.query(`${sql} (${marks(ids)})`, ids);
    for (const { id, code } of found) items.set(`${kind} ${id}`, code);
  }
  return items;
}

const counties = (rows: readonly RawRow[]) => rows.map((row) => String(row.county));
const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');
