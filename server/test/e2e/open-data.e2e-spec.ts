import { request as httpRequest } from 'node:http';
import { gunzipSync } from 'node:zlib';
import {
  DAY_MS,
  type Figures,
  isPublicCode,
  type LedgerEntry,
  OPEN_DATASETS,
  OPEN_FORMATS,
  OPEN_KEY_HEADER,
  OPEN_LIMITS,
  type OpenDataset,
  type OpenPage,
  openColumns,
  openFileName,
  type Page,
  TOPIC_FATES,
} from '@consult/shared';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { OpenClient } from '../support/open.js';
import { acceptedTopic, PLACE } from '../support/topics.js';

const COUNTY = PLACE.townshipCode.slice(0, 6);
const PUBLIC_URL = 'https://consult.example';
const ELSEWHERE = '419902002';
const MARK = '\uFEFF';

interface Operation {
  security?: unknown;
  responses: Record<string, { content?: Record<string, { schema?: unknown }> }>;
}
interface Description {
  components: { securitySchemes: unknown; schemas: Record<string, { properties?: object }> };
  paths: Record<string, { get?: Operation }>;
}

interface Catalogue {
  '@id': string;
  'dcat:dataset': { 'dcat:distribution': Record<string, string>[]; 'hydra:search': { 'hydra:template': string } }[];
}

describe.each(DATABASES)('open data on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  let open: OpenClient;
  let made: Awaited<ReturnType<Course['task']>>;
  beforeAll(async () => {
    env = await createTestEnvironment(kind, { publicUrl: PUBLIC_URL });
    course = new Course(env);
    open = new OpenClient(env.url);
    made = await course.task({ what: '=建一处老年活动室，"二十平方米"' }, { present: await course.everyOther() });
    await course.answer(made.taskId);
    await course.evaluate(
      made.taskId,
      course.others.map((who) => [who, 'satisfied'] as const),
    );
  });
  afterAll(() => env.stop());

  const rows = async (dataset: OpenDataset, query = `region=${COUNTY}`) =>
    (await open.json<OpenPage>(`/${dataset}?${query}`)).items;
  const file = (dataset: OpenDataset, format: 'csv' | 'json' | 'ndjson', region = COUNTY, year: number | null = null) =>
    open.file(openFileName({ dataset, region, year, format }));

  it('say of a topic and what came of it what its pages show, by codes that stay', async () => {
    const [topic] = await rows('topics');
    expect(topic).toMatchObject({
      category: '养老助老',
      source: 'resident',
      source_name: '群众征题',
      township: PLACE.townshipCode,
      township_name: PLACE.township,
      community_name: '沿西社区',
      raised_on: '2026-06-03',
      accepted_on: '2026-06-03',
      cosigns: 0,
      merged_into: null,
    });
    expect(isPublicCode(String(topic?.code))).toBe(true);
    const [promise] = await rows('promises');
    expect(promise).toMatchObject({
      what: '=建一处老年活动室，"二十平方米"',
      topics: [topic?.code],
      outcome: made.outcomeId,
      reply_class: 'A',
      light: 'done',
      late_days: 0,
    });
    expect(await rows('sessions')).toMatchObject([
      { code: made.sessionId, topics: [topic?.code], format_name: '微协商' },
    ]);
    expect(await rows('outcomes')).toMatchObject([
      { code: made.outcomeId, session: made.sessionId, conclusion: 'consensus', consensus_points: 1, suggestions: 1 },
    ]);
    expect(await rows('evaluations')).toMatchObject([
      {
        ...{ promise: promise?.code, shown: true, answers: 5, satisfied: 5, fair: 0, dissatisfied: 0 },
        ...{ process_satisfied: 5, process_fair: 0, process_dissatisfied: 0 },
        ...{ result_satisfied: 0, result_fair: 5, result_dissatisfied: 0 },
      },
    ]);
    const events = await rows('events');
    expect(events.filter((event) => event.kind === 'topic').map((event) => event.action)).toEqual([
      'create',
      'accept',
      'deliberate',
      'resolve',
      'close',
    ]);
    expect(events.map((event) => event.item)).toContain(promise?.code);
    expect(await open.json(`/promises/${promise?.code}`)).toEqual(promise);
    expect(await open.json(`/outcomes/${made.outcomeId}`)).toMatchObject({ code: made.outcomeId });
    expect((await open.get('/topics/ZZZZZZZZ')).status).toBe(404);
    expect((await open.get(`/events/${String(events[0]?.item)}`)).status).toBe(404);
  });

  it('say no answer of an evaluation with too few of them, to none of its questions', async () => {
    const set = (n: number) =>
      env.database.write((db) => db.query('UPDATE tasks SET satisfied = ? WHERE id = ?', [n, made.taskId]));
    await set(4);
    const [row = {}] = await rows('evaluations');
    const counts = Object.entries(row).filter(([name]) => /satisfied$|fair$|^answers$/.test(name));
    expect(counts.map(([, n]) => n)).toEqual(Array(10).fill(null));
    expect(row).toMatchObject({ shown: false });
    await set(5);
  });

  it.each(OPEN_DATASETS)('are the same of %s in every format and on every page', async (dataset) => {
    const records = await rows(dataset);
    const names = openColumns(dataset).map(({ name }) => name);
    for (const record of records) expect(Object.keys(record)).toEqual(names);
    const document = JSON.parse(await file(dataset, 'json'));
    expect(document).toEqual({ dataset, region: COUNTY, year: null, licence: 'CC BY 4.0', items: records });
    const lines = (await file(dataset, 'ndjson')).split('\n').filter((line) => line !== '');
    expect(lines.map((line) => JSON.parse(line))).toEqual(records);
    const csv = await file(dataset, 'csv');
    expect(csv.startsWith(`${MARK}${names.join(',')}\r\n`)).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(records.length + 2);
    const paged: unknown[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const query: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
      const page: OpenPage = await open.json<OpenPage>(`/${dataset}?region=${COUNTY}&limit=1${query}`);
      paged.push(...page.items);
      after = page.nextAfter;
      // A place in the list tells nothing of when.
      expect(after ?? '').not.toMatch(/[0-9A-Z]{26}/);
    }
    expect(paged).toEqual(records);
  });

  it('are described in the API by the same columns, with the key that is not needed', async () => {
    const description = (await (await fetch(`${env.url}/api/docs-json`)).json()) as Description;
    const { securitySchemes, schemas } = description.components;
    expect(securitySchemes).toMatchObject({ open_key: { type: 'apiKey', in: 'header', name: OPEN_KEY_HEADER } });
    for (const dataset of OPEN_DATASETS) {
      expect(Object.keys(schemas[`Open_${dataset}`]?.properties ?? {})).toEqual(
        openColumns(dataset).map(({ name }) => name),
      );
      expect(JSON.stringify(schemas[`Open_${dataset}`])).not.toMatch(/"type":\[|\$schema/);
    }
    const operations = Object.entries(description.paths).flatMap(([path, { get }]) =>
      /^\/api\/v1\/open(\/|$)/.test(path) && get ? [get] : [],
    );
    expect(operations).toHaveLength(6);
    for (const { security, responses } of operations) {
      expect(security).toEqual(expect.arrayContaining([{}, { open_key: [] }]));
      expect(Object.values(responses['200']?.content ?? {}).every(({ schema }) => schema !== undefined)).toBe(true);
      expect(Object.keys(responses['200']?.content ?? {})).not.toEqual([]);
    }
    const refs = [...JSON.stringify(operations).matchAll(/#\/components\/schemas\/(\w+)/g)].map(
      ([, name]) => name ?? '',
    );
    expect(new Set(refs)).toEqual(new Set(OPEN_DATASETS.map((dataset) => `Open_${dataset}`)));
  });

  it('say of each topic the fate that it has, and add up to the funnel that everyone sees', async () => {
    const { client } = await course.convener();
    const [main, other, third] = [await course.accepted(), await course.accepted(), await course.accepted()];
    await client.ok(client.post(`/topics/${other}/merge`, { into: main }));
    await client.ok(client.post(`/topics/${third}/suspend`, { reason: '等施工图出来再议' }));
    for (const region of [PLACE.townshipCode, COUNTY]) {
      const { fates } = await env.cast.visitor.ok(
        env.cast.visitor.get<Figures>(`/figures/open?region=${region}&period=2026`),
      );
      const exported = (await rows('topics', `region=${region}&year=2026`)).map(({ fate }) => fate);
      const counted = TOPIC_FATES.map((fate) => [fate, exported.filter((one) => one === fate).length]);
      expect(counted).toEqual(TOPIC_FATES.map((fate) => [fate, fates[fate].rows]));
      expect(exported).toEqual(expect.arrayContaining(['pooled', 'merged', 'suspended', 'kept']));
    }
    const [merged] = (await rows('topics')).filter(({ fate }) => fate === 'merged');
    expect(merged).toMatchObject({ fate_name: '已并入其他议题' });
  });

  it('make plain text of what a spreadsheet would take for a formula', async () => {
    expect(await file('promises', 'csv')).toContain(`,"'=建一处老年活动室，""二十平方米""",`);
  });

  it('are cut by township and year', async () => {
    for (const dataset of OPEN_DATASETS) {
      const all = await rows(dataset);
      expect(all.length).toBeGreaterThan(0);
      expect(await rows(dataset, `region=${PLACE.townshipCode}`)).toEqual(all);
      expect(await rows(dataset, `region=${PLACE.townshipCode}&year=2026`)).toEqual(all);
      expect(await rows(dataset, `region=${PLACE.townshipCode}&year=2025`)).toEqual([]);
      expect(await rows(dataset, `region=${ELSEWHERE}`)).toEqual([]);
    }
    for (const region of ['4199', PLACE.community, '999999']) {
      expect((await open.get(`/topics?region=${region}`)).status).toBe(404);
    }
    expect((await open.get(`/topics?region=${COUNTY}&after=x`)).status).toBe(400);
    expect((await open.get('/files/topics-999999-2026.csv')).status).toBe(404);
    expect((await open.get('/files/people-419902-2026.csv')).status).toBe(400);
  });

  it('describe themselves, each file at the address that the catalogue gives, where the internet reaches the server', async () => {
    const catalogue = await open.json<Catalogue>('');
    expect(catalogue['@id']).toBe(`${PUBLIC_URL}/api/v1/open`);
    const pathOf = (address: string) => address.replace(`${PUBLIC_URL}/api/v1/open`, '');
    const all = catalogue['dcat:dataset'].flatMap((dataset) => dataset['dcat:distribution']);
    const here = all.filter((one) => one['dcterms:spatial'] === COUNTY);
    expect(here).toHaveLength(OPEN_DATASETS.length * OPEN_FORMATS.length);
    for (const { 'dcat:downloadURL': address = '', 'dcat:mediaType': type = '' } of here) {
      const answer = await open.get(pathOf(address));
      expect([address, answer.status]).toEqual([address, 200]);
      expect(answer.headers.get('content-type')).toContain(type);
      expect(answer.headers.get('content-disposition')).toContain(address.split('/').pop());
      await answer.text();
    }
    const of: Readonly<Record<string, string>> = { region: PLACE.townshipCode, year: '2026', format: 'csv' };
    for (const { 'hydra:search': search } of catalogue['dcat:dataset']) {
      const pattern = search['hydra:template'];
      const answer = await open.get(pathOf(pattern.replace(/\{(\w+)\}/g, (_, name) => of[name] ?? '')));
      expect([pattern, answer.status]).toEqual([pattern, 200]);
      await answer.text();
    }
    const schema = await open.json<{ fields: { name: string }[] }>('/promises/table-schema');
    expect(schema.fields.map(({ name }) => name)).toEqual(openColumns('promises').map(({ name }) => name));
    expect(await open.json('/promises/json-schema')).toMatchObject({ additionalProperties: false });
  });

  it('are sent packed to whoever takes that', async () => {
    const name = openFileName({ dataset: 'topics', region: COUNTY, year: null, format: 'csv' });
    const { body, encoding } = await raw(`${env.url}/api/v1/open/files/${name}`);
    expect(encoding).toBe('gzip');
    expect(gunzipSync(body).toString('utf8')).toBe(await open.file(name));
  });

  it('are not sent again until something has happened there or a day has passed', async () => {
    const path = `/files/${openFileName({ dataset: 'topics', region: PLACE.townshipCode, year: 2026, format: 'csv' })}`;
    const first = await open.get(path);
    const known = {
      'if-none-match': first.headers.get('etag') ?? '',
      'if-modified-since': first.headers.get('last-modified') ?? '',
    };
    expect(Number.isNaN(Date.parse(known['if-modified-since']))).toBe(false);
    expect((await open.get(path, known)).status).toBe(304);
    await acceptedTopic(env.cast);
    expect((await open.get(path, known)).status).toBe(200);
    const second = (await open.get(path)).headers.get('etag') ?? '';
    expect((await open.get(path, { 'if-none-match': second })).status).toBe(304);
    course.pass(1);
    expect((await open.get(path, { 'if-none-match': second })).status).toBe(200);
  });

  it('may be read by the pages of others, and nothing else may', async () => {
    const origin = { origin: 'https://research.example' };
    expect((await open.get('', origin)).headers.get('access-control-allow-origin')).toBe('*');
    const other = await fetch(`${env.url}/api/v1/regions`, { headers: origin });
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
    const ask = (path: string, method: string) =>
      fetch(`${env.url}/api/v1${path}`, {
        method: 'OPTIONS',
        headers: { ...origin, 'access-control-request-method': method, 'access-control-request-headers': 'x-open-key' },
      });
    const may = await ask('/open/topics', 'GET');
    expect([may.status, may.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD']);
    expect((await ask('/topics', 'POST')).headers.get('access-control-allow-origin')).toBeNull();
    expect((await ask('/openly', 'GET')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('are given to one address only so often, which is told when to come again', async () => {
    const here = { 'x-forwarded-for': '192.0.2.7' };
    const path = `/topics?region=${COUNTY}`;
    for (let i = 0; i < OPEN_LIMITS.rows.without; i++) await open.json(path, here);
    const refused = await open.get(path, here);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: 'OPEN.TOO_MANY' });
    expect((await open.get(path)).status).toBe(200);
  });

  it('count days of lateness as the ledger does, from the date that counts', async () => {
    const { taskId } = await course.task();
    await course.post(await course.department(), `/tasks/${taskId}/take`);
    /** The promise as both say it. */
    const late = async () => {
      const { visitor } = env.cast;
      const { items } = await visitor.ok(visitor.get<Page<LedgerEntry>>(`/ledger?region=${COUNTY}`));
      const row = (await rows('promises')).at(-1);
      expect(row?.late_days).toBe(items.find(({ id }) => id === taskId)?.lateDays);
      return row;
    };
    expect(await late()).toMatchObject({ light: 'on_time', late_days: 0 });
    const { due_on: first } = (await late()) ?? {};
    course.until(Date.parse(`${String(first)}T12:00:00+08:00`) + 3 * DAY_MS);
    expect(await late()).toMatchObject({ light: 'overdue', late_days: 3 });
    await course.reply(taskId);
    course.pass(30);
    expect(await late()).toMatchObject({ light: 'done', late_days: 3 });
    expect(await course.evaluate(taskId)).toBe('closed');
    course.pass(300);
    await course.post(await course.convener(), `/tasks/${taskId}/reopen`, { reason: '暖气又不热了' });
    // Done again within its new time, it is not late by all the days that it was well.
    const again = (await late()) ?? {};
    expect(again).toMatchObject({ state: 'in_progress', first_due_on: first, late_days: 0 });
    await course.reply(taskId);
    expect(await late()).toMatchObject({ state: 'replied', late_days: 0 });
    expect(String(again.due_on) > String(first)).toBe(true);
  });
});

/** As it came over the wire. */
function raw(url: string): Promise<{ body: Buffer; encoding: string | undefined }> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'br, gzip', 'x-forwarded-for': '192.0.2.8' };
    httpRequest(url, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ body: Buffer.concat(parts), encoding: response.headers['content-encoding'] }));
    })
      .on('error', reject)
      .end();
  });
}
