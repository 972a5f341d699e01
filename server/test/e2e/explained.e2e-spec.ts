import { type Role, SEARCH_KINDS, type SearchKind } from '@consult/shared';
import { DataSource, type Logger } from 'typeorm';
import { blockOf, offsetsIn, readBits, standingAt } from '../../src/search/search-bits.js';
import { keysOf } from '../../src/search/search-keys.js';
import { SHELF_PARTS, shelfOf, standingOf } from '../../src/search/search-shelves.js';
import { searchSources } from '../../src/search/search-sources.js';
import { UNKNOWN } from '../support/call-route.js';
import type { Client } from '../support/client.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { ROUTES } from '../support/route-matrix.js';
import { SCREENS, type Screen } from '../support/screens.js';
import { PLACE } from '../support/topics.js';

const TOPICS = 8_000;
/** A table with so many rows grows with the county: none of them is ever read through, or sorted. */
const LARGE = 1_000;

/** What stands in an address that is no id. */
const NAMES: Readonly<Record<string, string>> = {
  code: PLACE.townshipCode,
  county: PLACE.townshipCode.slice(0, 6),
  dataset: 'topics',
  kind: 'topic',
  month: '2026-05',
};

const READS = Object.keys(ROUTES).filter((route) => route.startsWith('GET '));

it('every route that reads has its statements explained', () => {
  expect(READS.filter((route) => !(route in SCREENS))).toEqual([]);
  expect(Object.keys(SCREENS).filter((route) => !READS.includes(route))).toEqual([]);
});

interface Statement {
  readonly sql: string;
  readonly params: unknown[];
}

const onMariadb = DATABASES.includes('mariadb') ? describe : describe.skip;

onMariadb('with many topics', () => {
  let env: TestEnvironment;
  let dataSource: DataSource;
  let seen: Statement[] | null = null;
  const large = new Map<string, number>();
  const ids = new Map<string, string>();

  beforeAll(async () => {
    env = await createTestEnvironment('mariadb');
    dataSource = env.app.get(DataSource);
    const seeds: [string, string][] = [
      ['seed.mjs', 'seedCounty'],
      ['seed-search.mjs', 'seedSearch'],
    ];
    for (const [file, name] of seeds) {
      const module = await import(new URL(`../../../scripts/bench/${file}`, import.meta.url).href);
      await module[name](env.config.databaseUrl, TOPICS);
    }
    for (const { tableName } of dataSource.entityMetadatas) {
      const [row]: { n: number }[] = await dataSource.query(`SELECT COUNT(*) AS n FROM ${tableName}`);
      if (Number(row?.n) >= LARGE) large.set(tableName, Number(row?.n));
    }
    for (const [place, table, where] of [
      ['topics', 'topics', `township = '${PLACE.townshipCode}' AND state = 'closed'`],
      ['sessions', 'sessions', `township = '${PLACE.townshipCode}'`],
      ['minutes', 'minutes', `township = '${PLACE.townshipCode}'`],
      ['outcomes', 'outcomes', `township = '${PLACE.townshipCode}'`],
      ['tasks', 'tasks', `township = '${PLACE.townshipCode}'`],
    ] as const) {
      const [row]: { id: string }[] = await dataSource.query(`SELECT id FROM ${table} WHERE ${where} LIMIT 1 OFFSET 3`);
      ids.set(place, row?.id ?? UNKNOWN);
    }
    const quiet = () => {};
    dataSource.logger = {
      logQuery: (sql: string, params?: unknown[]) => seen?.push({ sql, params: params ?? [] }),
      logQueryError: quiet,
      logQuerySlow: quiet,
      logSchemaBuild: quiet,
      logMigration: quiet,
      log: quiet,
    } as Logger;
  }, 300_000);
  afterAll(() => env.stop());

  it('has tables large enough to tell', () => {
    const expected = ['topics', 'events', 'todos', 'minutes', 'outcomes', 'tasks', 'search_blocks'];
    expect(expected.filter((table) => !large.has(table))).toEqual([]);
  });

  it('reads by one index on every connection', async () => {
    const asked = Array.from({ length: 30 }, () =>
      dataSource.query('SELECT CONNECTION_ID() AS id, @@optimizer_switch AS switches, SLEEP(0.05)'),
    );
    const answers: { id: number; switches: string }[] = (await Promise.all(asked)).flat();
    expect(new Set(answers.map(({ id }) => id)).size).toBeGreaterThan(1);
    for (const { switches } of answers) expect(switches.split(',')).toContain('index_merge=off');
  });

  it('seeds the words that the product itself would write', async () => {
    const documents: { id: number; kind: SearchKind; item: string; shelf: number; standing: number }[] = [];
    for (const kind of SEARCH_KINDS) {
      documents.push(
        ...(await dataSource.query(
          `SELECT id, kind, item_id AS item, shelf, standing FROM search_documents
           WHERE kind = ? AND words = '' ORDER BY MOD(id, 97), id LIMIT 12`,
          [kind],
        )),
      );
    }
    expect(documents).toHaveLength(12 * SEARCH_KINDS.length);
    const wanted = new Set(documents.map(({ standing }) => standing));
    const blocks: { shelf: number; word: string; block: number; bits: Buffer }[] = await dataSource.query(
      'SELECT shelf, word, block, bits FROM search_blocks WHERE block IN (?)',
      [[...wanted].map(blockOf)],
    );
    const rows = blocks.flatMap(({ shelf, word, block, bits }) =>
      offsetsIn(readBits(bits))
        .map((offset) => ({ shelf, word, standing: standingAt(block, offset) }))
        .filter(({ standing }) => wanted.has(standing)),
    );
    const sorted = (lines: string[]) => [...lines].sort();
    for (const { id, kind, item, shelf, standing } of documents) {
      const [source] = await searchSources(dataSource.manager, kind, [item]);
      if (source === undefined) throw new Error(`${kind} ${item} is not searched.`);
      const names: { name: string }[] = await dataSource.query('SELECT name FROM regions WHERE code IN (?, ?)', [
        source.township,
        source.community,
      ]);
      const keys = keysOf(
        source,
        names.map(({ name }) => name),
      );
      expect([kind, shelf, standing]).toEqual([
        kind,
        shelfOf(source.county, source.isPublic),
        standingOf(id, source.isOpen),
      ]);
      expect([
        kind,
        sorted(rows.filter((row) => row.standing === standing).map((row) => `${row.shelf} ${row.word}`)),
      ]).toEqual([kind, sorted(keys.map(({ part, word }) => `${shelf + SHELF_PARTS[part]} ${word}`))]);
    }
  });

  it.each(Object.entries(SCREENS))('%s reads no large table through and sorts none', async (route, screen) => {
    const client = screen.as === undefined ? env.cast.visitor : await someone(screen.as);
    const wrong: string[] = [];
    for (const path of pathsOf(route, screen)) {
      const { status, statements } = await watched(client, path);
      if (!screen.unknown) expect([path, status]).toEqual([path, 200]);
      for (const statement of statements) wrong.push(...(await complaintsAbout(statement)));
    }
    expect([...new Set(wrong)]).toEqual([]);
  });

  async function someone(role: Role): Promise<Client> {
    const place = ['department', 'county_office', 'admin'].includes(role) ? PLACE.county : PLACE.township;
    // The first resident has raised everything that was seeded.
    return (await env.cast.one(role, place, role === 'resident' ? 1 : 0)).client;
  }

  function pathsOf(route: string, { queries = [''], parts = {} }: Screen): string[] {
    let paths = queries.map((query) => ({ query, names: NAMES }));
    for (const [name, values] of Object.entries(parts)) {
      paths = paths.flatMap(({ query, names }) =>
        values.map((value) => ({ query, names: { ...names, [name]: value } })),
      );
    }
    return paths.map(({ query, names }) => pathOf(route, query, names));
  }

  function pathOf(route: string, query: string, names: Readonly<Record<string, string>>): string {
    const template = route.replace('GET ', '');
    const kind = template.split('/')[1] ?? '';
    const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
      if (name === 'id') return ids.get(kind) ?? UNKNOWN;
      return names[name] ?? UNKNOWN;
    });
    return query === '' ? path : `${path}?${query.replace('{topic}', ids.get('topics') ?? UNKNOWN)}`;
  }

  async function watched(client: Client, path: string): Promise<{ status: number; statements: Statement[] }> {
    seen = [];
    const { status } = await client.get(path);
    const statements = seen.filter(({ sql }) => /^\s*(SELECT|WITH)\b/i.test(sql));
    seen = null;
    return { status, statements };
  }

  /** What of a statement would take longer the more there is. */
  async function complaintsAbout({ sql, params }: Statement): Promise<string[]> {
    const plan: { table: string | null; type: string | null; key: string | null; rows: number; Extra: string }[] =
      await dataSource.query(`EXPLAIN ${sql}`, params);
    const tableOf = new Map(
      [...sql.matchAll(/\b(?:FROM|JOIN)\s+`?(\w+)`?(?:\s+(?:AS\s+)?`?(\w+)`?)?/gi)].flatMap(([, table = '', alias]) => [
        [table, table] as const,
        ...(alias ? [[alias, table] as const] : []),
      ]),
    );
    return plan.flatMap(({ table, type, key, rows, Extra }) => {
      const name = tableOf.get(table ?? '') ?? '';
      if (!large.has(name)) return [];
      const short = sql.replace(/\s+/g, ' ').slice(0, 400);
      // However soon MariaDB hopes to have found enough: where what is asked for is rare, it reads on.
      if (type === 'index') return [`walks through ${name} (${key}): ${short}`];
      if (Number(rows) < LARGE / 2) return [];
      if (type === 'ALL') return [`reads all of ${name} (${type} ${key}): ${short}`];
      return Extra?.includes('filesort') ? [`sorts ${rows} rows of ${name} (${key}): ${short}`] : [];
    });
  }
});
