import type { Link, WechatLink } from '@consult/shared';
import { CONFIG } from '../../src/config/config.module.js';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES } from '../support/environment.js';
import { PLACE } from '../support/topics.js';
import { createWechatEnvironment, type WechatEnvironment } from '../support/wechat.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const TOPIC = { page: 'packages/topics/detail/index', query: 'id=01ARZ3NDEKTSV4RRFFQ69G5FAV' };

describe.each(DATABASES)('short names of places on %s', (kind) => {
  let env: WechatEnvironment;
  let resident: Player;
  beforeAll(async () => {
    env = await createWechatEnvironment(kind, { logLevel: 'silent' });
    resident = await env.cast.one('resident', PLACE.township);
  });
  afterAll(() => env.stop());

  const make = (body: object) => resident.client.ok(resident.client.post<Link>('/links', body));
  const picture = (short: string) => fetch(`${env.url}/api/v1/links/${short}/code`);
  const visit = (short: string) => env.cast.visitor.get<Link>(`/links/${short}`);

  it('are the same for the same place, and lead there', async () => {
    const link = await make(TOPIC);
    expect(link).toEqual({ ...TOPIC, short: expect.stringMatching(/^[\w-]{12}$/), expiresAt: null, hasCode: false });
    expect((await make(TOPIC)).short).toBe(link.short);
    expect((await make({ ...TOPIC, query: 'id=other' })).short).not.toBe(link.short);
    expect((await visit(link.short)).body).toEqual(link);
    expect((await visit('AAAAAAAAAAAA')).status).toBe(404);
    expect((await visit('no')).status).toBe(400);
  });

  it.each([
    { page: '/pages/home/index' },
    { page: 'https://example.com' },
    { ...TOPIC, query: 'a=1#b' },
    { query: 'a=1' },
  ])('are not made for %j', async (body) => {
    expect(await resident.client.refusal(resident.client.post('/links', body))).toMatchObject({
      status: 400,
      code: 'REQUEST.INVALID',
    });
  });

  it('have a code, drawn by WeChat once and kept', async () => {
    const { short } = await make({ ...TOPIC, query: 'id=code' });
    const before = (await env.wechat.calls('/wxa/getwxacodeunlimit')).length;
    const first = await picture(short);
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'image/png']);
    const bytes = Buffer.from(await first.arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(Buffer.from(await (await picture(short)).arrayBuffer()).equals(bytes)).toBe(true);
    expect((await env.wechat.calls('/wxa/getwxacodeunlimit')).length).toBe(before + 1);
  });

  it('have a link of WeChat’s own, renewed before it ends', async () => {
    const { short } = await make({ ...TOPIC, query: 'id=url' });
    const ask = () => env.cast.visitor.ok(env.cast.visitor.get<WechatLink>(`/links/${short}/url`));
    const first = await ask();
    expect(first.url).toMatch(/^https:\/\/wxaurl\.cn\//);
    expect(first.expiresAt - env.clock.now()).toBe(30 * DAY_MS);
    expect(await ask()).toEqual(first);
    env.clock.advance(23 * DAY_MS);
    expect((await ask()).url).not.toBe(first.url);
  });

  it('lead into the version of the mini-program that is set, not into the one before', async () => {
    const { short } = await make({ ...TOPIC, query: 'id=version' });
    const ask = () => env.cast.visitor.ok(env.cast.visitor.get<WechatLink>(`/links/${short}/url`));
    const released = await ask();
    const { wechat } = env.app.get<{ wechat: { envVersion: string } }>(CONFIG);
    wechat.envVersion = 'trial';
    try {
      expect((await ask()).url).not.toBe(released.url);
    } finally {
      wechat.envVersion = 'release';
    }
  });

  it('say that WeChat is busy, and work again later', async () => {
    const { short } = await make({ ...TOPIC, query: 'id=busy' });
    await env.wechat.fault({ path: '/wxa/getwxacodeunlimit', errcode: -1, times: 3 });
    const busy = await picture(short);
    expect([busy.status, await busy.json()]).toMatchObject([503, { code: 'WECHAT.BUSY' }]);
    expect((await picture(short)).status).toBe(200);
  });

  it('are forgotten when they have expired, unless somebody wants them longer', async () => {
    env.cast.forget();
    resident = await env.cast.one('resident', PLACE.township);
    const soon = env.clock.now() + 60_000;
    const { short } = await make({ ...TOPIC, query: 'id=door', expiresAt: soon });
    const kept = await make({ ...TOPIC, query: 'id=kept', expiresAt: soon });
    expect((await make({ ...TOPIC, query: 'id=kept', expiresAt: soon + DAY_MS * 9 })).expiresAt).toBe(
      soon + DAY_MS * 9,
    );
    expect((await picture(short)).status).toBe(200);
    await env.work();
    env.clock.advance(DAY_MS + 1);
    expect([(await visit(short)).status, (await picture(short)).status]).toEqual([404, 404]);
    await env.work();
    const rows: { id: string }[] = await env.database.read.query('SELECT id FROM short_links');
    const ids = rows.map(({ id }) => id);
    expect([ids.includes(short), ids.includes(kept.short)]).toEqual([false, true]);
    expect((await visit(kept.short)).status).toBe(200);
  });
});

it('Without WeChat, a short name leads on, but has no code', async () => {
  const env = await createTestEnvironment('sqlite');
  try {
    const { client } = await env.cast.one('resident', PLACE.township);
    const { short } = await client.ok(client.post<Link>('/links', TOPIC));
    for (const what of ['code', 'url']) {
      expect(await client.refusal(client.get(`/links/${short}/${what}`))).toMatchObject({ code: 'WECHAT.OFF' });
    }
  } finally {
    await env.stop();
  }
});
