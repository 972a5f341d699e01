import { createHash } from 'node:crypto';
import type { Config } from '../../src/config/config.js';
import type { WechatConfig } from '../../src/config/wechat.config.js';
import { PushReceiver } from '../../src/wechat/push/push-receiver.service.js';
import { type PushEvent, PushEvents } from '../../src/wechat/push-events.js';
import { WechatApi } from '../../src/wechat/wechat-api.js';
import { WxIdentityResolver } from '../../src/wechat/wx-identity.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { createWechatEnvironment, type WechatEnvironment } from '../support/wechat.js';

const EVENT = {
  FromUserName: 'oAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  CreateTime: 1_780_000_000,
  Event: 'wxa_media_check',
  trace_id: 't1',
  result: { suggest: 'pass', label: 100 },
};
const QUIET: Partial<Config> = { logLevel: 'silent' };

function collect(env: TestEnvironment): PushEvent[] {
  const seen: PushEvent[] = [];
  for (const event of ['wxa_media_check', 'subscribe_msg_popup_event', 'subscribe_msg_sent_event']) {
    env.app.get(PushEvents).on(event, async (one) => {
      seen.push(one);
    });
  }
  return seen;
}

const sign = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex');

function post(env: TestEnvironment, body: string, query: Record<string, string> = {}, headers = {}) {
  return fetch(`${env.url}/api/v1/wechat/push?${new URLSearchParams(query)}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

describe.each(DATABASES)('WeChat’s pushes on %s', (kind) => {
  let env: WechatEnvironment;
  let seen: PushEvent[];
  beforeEach(async () => {
    env = await createWechatEnvironment(kind, QUIET);
    seen = collect(env);
  });
  afterEach(() => env.stop());

  it.each(['json', 'xml'] as const)('are taken in when sealed, as %s, and handed on once', async (format) => {
    await env.wechat.pushTo(env.url, format);
    const detail = { strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100 };
    for (let i = 0; i < 3; i++) expect(await env.wechat.push({ ...EVENT, detail })).toBe('success');
    expect(seen).toEqual([]);
    await env.work();
    await env.work();
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      event: 'wxa_media_check',
      openid: EVENT.FromUserName,
      createdAt: 1_780_000_000_000,
    });
    expect(seen[0]?.body).toMatchObject({ trace_id: 't1', detail: [{ strategy: 'content_model' }] });
    expect(await env.wechat.push({ ...EVENT, trace_id: 't2' })).toBe('success');
    await env.work();
    expect(seen).toHaveLength(2);
  });

  it.each(['json', 'xml'] as const)('have lists as lists, be there one or several, as %s', async (format) => {
    await env.wechat.pushTo(env.url, format);
    const event = { ...EVENT, Event: 'subscribe_msg_popup_event', trace_id: undefined };
    const item = (id: string) => ({ TemplateId: id, SubscribeStatusString: 'accept', PopupScene: '1' });
    await env.wechat.push({ ...event, List: item('a') });
    await env.wechat.push({ ...event, List: [item('a'), item('b')] });
    await env.work();
    expect(seen.map(({ body }) => body.List)).toEqual([[item('a')], [item('a'), item('b')]]);
  });

  it('come of the stand-in’s own checks, late and twice', async () => {
    await env.wechat.callbacks({ hold: true, times: 2 });
    const openid = await env.wechat.activePerson();
    await env.wechat.imageRule({ contains: 'healthz', suggest: 'risky', label: 20002 });
    const api = env.app.get(WechatApi);
    const good = await api.checkImage({ openid, scene: 2, url: `${env.url}/healthz` });
    const gone = await api.checkImage({ openid, scene: 2, url: `${env.url}/api/v1/nothing.jpg` });
    while ((await env.wechat.deliveries()).held < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await env.wechat.flush()).toBe(2);
    expect((await env.wechat.deliveries()).deliveries.map(({ answered }) => answered)).toEqual(
      Array.from({ length: 4 }, () => 'success'),
    );
    await env.work();
    const byTrace = new Map(seen.map(({ body }) => [body.trace_id, body]));
    expect(seen).toHaveLength(2);
    expect(byTrace.get(good.traceId)).toMatchObject({ errcode: 0, result: { suggest: 'risky', label: 20002 } });
    expect(byTrace.get(gone.traceId)).toMatchObject({ errcode: -1008 });
  });

  it('are tried again when whoever wants to hear of them fails', async () => {
    let times = 0;
    env.app.get(PushEvents).on('wxa_media_check', async () => {
      times += 1;
      if (times === 1) throw new Error('not now');
    });
    await env.wechat.push(EVENT);
    await env.work();
    env.clock.advance(60_000);
    await env.work();
    expect(times).toBe(2);
  });

  it('are refused when they are not WeChat’s', async () => {
    const { token } = env.wechat.config.push as NonNullable<WechatConfig['push']>;
    const query = { timestamp: '1', nonce: '2', signature: sign(token, '1', '2') };
    const body = JSON.stringify(EVENT);
    // In secure mode a good signature of token, time and nonce alone says nothing of the body.
    expect((await post(env, body, query)).status).toBe(403);
    expect((await post(env, JSON.stringify({ Encrypt: 'AAAA' }), query)).status).toBe(403);
    const forged = { ...query, msg_signature: sign('guess', '1', '2', 'AAAA') };
    expect((await post(env, JSON.stringify({ Encrypt: 'AAAA' }), forged)).status).toBe(403);
    const sealedBadly = { ...query, msg_signature: sign(token, '1', '2', 'AAAA') };
    expect((await post(env, JSON.stringify({ Encrypt: 'AAAA' }), sealedBadly)).status).toBe(403);
    expect((await post(env, body, query, { 'x-wx-source': 'wx_http' })).status).toBe(403);
    await env.work();
    expect(seen).toEqual([]);
  });

  it('answers WeChat’s greeting, and nobody else’s', async () => {
    const { token } = env.wechat.config.push as NonNullable<WechatConfig['push']>;
    const greet = (signature: string) =>
      fetch(
        `${env.url}/api/v1/wechat/push?${new URLSearchParams({ signature, timestamp: '1', nonce: '2', echostr: '<7>' })}`,
      );
    const answer = await greet(sign(token, '1', '2'));
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      expect.stringContaining('text/plain'),
      '<7>',
    ]);
    expect((await greet(sign('guess', '1', '2'))).status).toBe(403);
  });
});

describe('WeChat’s pushes in plain mode', () => {
  it('are taken in by their signature, in JSON and XML, and numbers keep all their digits', async () => {
    const env = await createWechatEnvironment('sqlite', QUIET, { push: { token: 'plain-token', aesKey: null } });
    try {
      const seen = collect(env);
      const query = { timestamp: '1', nonce: '2', signature: sign('plain-token', '1', '2') };
      const json = '{"Event":"wxa_media_check","FromUserName":"o1","CreateTime":1,"MsgId":1988810812324364291}';
      expect(await (await post(env, json, query)).text()).toBe('success');
      const xml = '<xml><Event><![CDATA[wxa_media_check]]></Event><MsgId>1988810812324364292</MsgId></xml>';
      expect(await (await post(env, xml, query, { 'content-type': 'text/xml' })).text()).toBe('success');
      expect((await post(env, json, { ...query, nonce: '3' })).status).toBe(403);
      expect((await post(env, 'neither', query, { 'content-type': 'text/xml' })).status).toBe(400);
      await env.work();
      expect(seen.map(({ body }) => body.MsgId)).toEqual(['1988810812324364291', '1988810812324364292']);
    } finally {
      await env.stop();
    }
  });
});

describe('In WeChat’s cloud', () => {
  const APP_ID = 'wx0123456789abcdef';
  const wechat: WechatConfig = {
    mode: 'cloudrun',
    appId: APP_ID,
    secret: null,
    apiBase: 'http://127.0.0.1:9',
    push: null,
    envVersion: 'release',
  };
  let env: TestEnvironment;
  let seen: PushEvent[];
  beforeAll(async () => {
    env = await createTestEnvironment('sqlite', { ...QUIET, wechat });
    seen = collect(env);
  });
  afterAll(() => env.stop());

  it.each(['x-wx-source', 'x-wx-sources'])('pushes are trusted with %s, and only with it', async (name) => {
    const probe = JSON.stringify({ action: 'CheckContainerPath' });
    expect(await (await post(env, probe, {}, { [name]: 'wx_http' })).text()).toBe('success');
    expect((await post(env, probe)).status).toBe(403);
    const body = JSON.stringify({ ...EVENT, trace_id: name });
    expect((await post(env, body, {}, { [name]: 'wx_http' })).status).toBe(200);
    await env.work();
    expect(seen.at(-1)?.body.trace_id).toBe(name);
  });

  it('a person cannot push an event about somebody else', async () => {
    const headers = { 'x-wx-source': 'wx_client', 'x-wx-openid': 'oBBBBBBBBBBBBBBBBBBBBBBBBBBB' };
    expect((await post(env, JSON.stringify(EVENT), {}, headers)).status).toBe(403);
  });

  it('the openid comes from the headers, of the app itself or of one that shares it', async () => {
    const resolver = env.app.get(WxIdentityResolver);
    const source = { 'x-wx-source': 'wx_client' };
    const own = { 'x-wx-openid': 'o1', 'x-wx-appid': APP_ID, 'x-wx-unionid': 'u1' };
    expect(resolver.of({ ...source, ...own })).toEqual({ openid: 'o1', unionid: 'u1' });
    expect(resolver.of({ ...source, 'x-wx-from-openid': 'o2', 'x-wx-from-appid': APP_ID })).toEqual({ openid: 'o2' });
    expect(resolver.of(own)).toBeNull();
    expect(resolver.of({ ...source, ...own, 'x-wx-appid': 'wxffffffffffffffff' })).toBeNull();
    expect(resolver.of({ ...source, 'x-wx-appid': APP_ID })).toBeNull();
  });
});

describe('Outside WeChat’s cloud', () => {
  it('headers that only it may set are gone before anything reads them', async () => {
    const env = await createWechatEnvironment('sqlite', QUIET);
    try {
      const heard: string[] = [];
      env.app.get(PushReceiver).receive = async (_, headers) => {
        heard.push(...Object.keys(headers));
        return 'success';
      };
      const forged = { 'x-wx-openid': 'o1', 'x-wx-source': 'wx_client', 'X-WX-From-Openid': 'o1' };
      expect((await post(env, '{}', {}, forged)).status).toBe(200);
      expect(heard).toContain('content-type');
      expect(heard.filter((name) => name.startsWith('x-wx-'))).toEqual([]);
      expect(env.app.get(WxIdentityResolver).of(forged)).toBeNull();
    } finally {
      await env.stop();
    }
  });

  it('without WeChat, what needs it says so', async () => {
    const env = await createTestEnvironment('sqlite');
    try {
      const answer = await post(env, '{}');
      expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'WECHAT.OFF' }]);
    } finally {
      await env.stop();
    }
  });
});
