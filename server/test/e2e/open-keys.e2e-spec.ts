import {
  chinaDate,
  DAY_MS,
  type ErrorBody,
  type NewOpenKey,
  OPEN_KEY_HEADER,
  OPEN_LIMITS,
  type OpenKeyView,
  openFileName,
  type Page,
} from '@consult/shared';
import { OpenKeyDayEntity } from '../../src/open-data/keys/open-key.entity.js';
import { OpenKeyUses } from '../../src/open-data/keys/open-key-uses.js';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { OpenClient } from '../support/open.js';
import { PLACE } from '../support/topics.js';

const COUNTY = PLACE.townshipCode.slice(0, 6);
const ELSEWHERE = '419902002';

describe.each(DATABASES)('a key to open data on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  let open: OpenClient;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
    open = new OpenClient(env.url);
  });
  afterAll(() => env.stop());

  const path = `/topics?region=${COUNTY}`;
  const wanted = { region: COUNTY, holder: '某某大学公共管理学院', purpose: '研究协商议题的办理' };
  const admin = async () => (await env.cast.one('admin', PLACE.county)).client;
  const make = async (over: object = {}, retryKey?: string) => {
    const client = await admin();
    return client.ok(client.post<NewOpenKey>('/open-keys', { ...wanted, ...over }, retryKey));
  };
  const listed = async (id: string) => {
    const client = await admin();
    const { items } = await client.ok(client.get<Page<OpenKeyView>>(`/open-keys?region=${COUNTY}`));
    return items.find((key) => key.id === id);
  };
  const ask = (key: string, headers: Record<string, string> = {}) =>
    open.get(path, { [OPEN_KEY_HEADER]: key, ...headers });
  const refused = async (key: string) => {
    const answer = await ask(key);
    return [answer.status, ((await answer.json()) as ErrorBody).code];
  };

  it('may be asked for more often, from whatever address', async () => {
    const { key } = await make();
    const first = await ask(key);
    expect([first.status, first.headers.get('x-ratelimit-limit')]).toEqual([200, String(OPEN_LIMITS.rows.withKey)]);
    const second = await ask(key);
    expect(second.headers.get('x-ratelimit-remaining')).toBe(String(OPEN_LIMITS.rows.withKey - 2));
    const file = `/files/${openFileName({ dataset: 'topics', region: ELSEWHERE, year: 2025, format: 'csv' })}`;
    const known = { [OPEN_KEY_HEADER]: key, 'if-none-match': (await open.get(file)).headers.get('etag') ?? '' };
    for (let i = 0; i < OPEN_LIMITS.files.withKey; i++) expect((await open.get(file, known)).status).toBe(304);
    const over = await open.get(file, known);
    expect([over.status, ((await over.json()) as ErrorBody).code]).toEqual([429, 'OPEN.TOO_MANY']);
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
    // Another key has a limit of its own.
    const other = await make();
    expect((await open.get(file, { [OPEN_KEY_HEADER]: other.key })).status).toBe(200);
  });

  it('are counted by key and day, and the key is kept nowhere', async () => {
    const { key, id, prefix } = await make();
    expect(key.startsWith(prefix)).toBe(true);
    expect(await listed(id)).toMatchObject({ lastUsedOn: null, days: [], state: 'valid', endedBy: null });
    const day = chinaDate(env.clock.now());
    for (let i = 0; i < 3; i++) expect((await ask(key)).status).toBe(200);
    await env.app.get(OpenKeyUses).flush();
    expect((await ask(key)).status).toBe(200);
    await env.app.get(OpenKeyUses).flush();
    expect(await listed(id)).toMatchObject({ prefix, lastUsedOn: day, days: [{ day, requests: 4 }] });
    course.pass(1);
    expect((await ask(key)).status).toBe(200);
    await env.app.get(OpenKeyUses).flush();
    const next = chinaDate(env.clock.now());
    const { days, lastUsedOn } = (await listed(id)) ?? {};
    expect([lastUsedOn, days]).toEqual([
      next,
      [
        { day: next, requests: 1 },
        { day, requests: 4 },
      ],
    ]);
    const kept = await Promise.all(
      ['open_keys', 'open_key_events', 'idempotency_keys'].map((table) =>
        env.database.read.query(`SELECT * FROM ${table}`),
      ),
    );
    expect(JSON.stringify(kept)).toContain(prefix);
    expect(JSON.stringify(kept)).not.toContain(key.slice(prefix.length));
  });

  it('is counted for 400 days, and when it was last used is known for as long as it is', async () => {
    const { id } = await make();
    const long = await make();
    const on = (days: number) => chinaDate(env.clock.now() - days * DAY_MS);
    const count = (keyId: string, days: number) =>
      env.database.write((db) => db.insert(OpenKeyDayEntity, { keyId, day: on(days), requests: 1 }));
    for (const days of [3, 398, 405, 900]) await count(id, days);
    for (const days of [500, 600]) await count(long.id, days);
    await env.work();
    course.pass(1);
    await env.work();
    const kept: { key_id: string; day: string }[] = await env.database.read.query(
      'SELECT key_id, day FROM open_key_days WHERE key_id IN (?, ?) ORDER BY day DESC',
      [id, long.id],
    );
    expect(kept.map(({ key_id, day }) => [key_id, day])).toEqual([
      [id, on(4)],
      [id, on(399)],
      [long.id, on(501)],
    ]);
  });

  it('are refused once it has ended, was never given, or its last day is over', async () => {
    const { key, id } = await make();
    expect((await ask(key)).status).toBe(200);
    const client = await admin();
    expect((await client.delete(`/open-keys/${id}`)).status).toBe(204);
    expect((await client.delete(`/open-keys/${id}`)).status).toBe(204);
    expect(await refused(key)).toEqual([401, 'OPEN.KEY_REFUSED']);
    expect(await refused('x')).toEqual([401, 'OPEN.KEY_REFUSED']);
    expect(await listed(id)).toMatchObject({ state: 'ended', stateLabel: '已停用' });
    const events: { action: string }[] = await env.database.read.query(
      'SELECT action FROM open_key_events WHERE key_id = ? ORDER BY id',
      [id],
    );
    expect(events.map(({ action }) => action)).toEqual(['make', 'end']);
    const shortly = await make({ lastDay: env.clock.now() });
    expect(shortly.lastDay).toBe(chinaDate(env.clock.now()));
    expect((await ask(shortly.key)).status).toBe(200);
    course.pass(1);
    expect(await refused(shortly.key)).toEqual([401, 'OPEN.KEY_REFUSED']);
    expect(await listed(shortly.id)).toMatchObject({ state: 'expired' });
    // Whoever tries keys out is held to the limit of an address.
    const here = { 'x-forwarded-for': '192.0.2.9' };
    for (let i = 0; i < OPEN_LIMITS.rows.without; i++) expect((await ask(`x${i}`, here)).status).toBe(401);
    expect((await ask('x', here)).status).toBe(429);
  });

  it('is given by the county’s administrators alone, once for one retry key', async () => {
    const first = await make({}, 'retried-key-1');
    const again = await make({}, 'retried-key-1');
    expect(again).toEqual(first);
    const client = await admin();
    const other = client.post('/open-keys', { ...wanted, holder: '另一家' }, 'retried-key-1');
    expect(await client.refusal(other)).toMatchObject({ status: 409, code: 'IDEMPOTENCY.KEY_REUSED' });
    const past = client.post('/open-keys', { ...wanted, lastDay: env.clock.now() - DAY_MS });
    expect(await client.refusal(past)).toMatchObject({ status: 400, code: 'REQUEST.INVALID' });
    const elsewhere = (await env.cast.one('admin', '墨阳县')).client;
    expect(await elsewhere.refusal(elsewhere.post('/open-keys', wanted))).toMatchObject({ code: 'REGION.OUTSIDE' });
    expect(await elsewhere.refusal(elsewhere.get(`/open-keys?region=${COUNTY}`))).toMatchObject({
      code: 'REGION.OUTSIDE',
    });
    expect(await elsewhere.refusal(elsewhere.delete(`/open-keys/${first.id}`))).toMatchObject({
      code: 'ITEM.NOT_FOUND',
    });
  });
});
