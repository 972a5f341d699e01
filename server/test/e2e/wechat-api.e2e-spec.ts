import { randomBytes } from 'node:crypto';
import { createApp } from '../../src/app.js';
import { CONFIG } from '../../src/config/config.module.js';
import { ERRCODES } from '../../src/wechat/client/errcodes.js';
import { StableToken } from '../../src/wechat/client/stable-token.js';
import { TokenProvider } from '../../src/wechat/client/token-provider.js';
import { WechatClient } from '../../src/wechat/client/wechat-client.js';
import { WechatApi } from '../../src/wechat/wechat-api.js';
import { NO_ANSWER, type RetryClass, WechatError } from '../../src/wechat/wechat-error.js';
import { DATABASES } from '../support/environment.js';
import { createWechatEnvironment, type WechatEnvironment } from '../support/wechat.js';

const TOKEN = '/cgi-bin/stable_token';
const TEXT = '/wxa/msg_sec_check';
const LOGIN = '/sns/jscode2session';
const PHONE = '/wxa/business/getuserphonenumber';
const IMAGE = '/wxa/media_check_async';
const SEND = '/cgi-bin/message/subscribe/send';
const CODE = '/wxa/getwxacodeunlimit';
const URL_LINK = '/wxa/generate_urllink';
const SCHEME = '/wxa/generatescheme';

/** WeChat's refusals by call, with what each asks of the caller: written by hand from its documents. */
const REFUSALS: readonly [path: string, errcode: number, retryClass: RetryClass][] = [
  ...([40029, 40163] as const).map((code): [string, number, RetryClass] => [LOGIN, code, 'U']),
  [LOGIN, -1, 'R'],
  [LOGIN, 45011, 'Q'],
  ...([40226, 40013, 40125, 41002, 41004, 41008] as const).map((code): [string, number, RetryClass] => [
    LOGIN,
    code,
    'P',
  ]),
  ...([40002, 40013, 40125, 41002, 41004, 43002, 40164, 40243, 50004, 50007, 89503, 89506, 89507] as const).map(
    (code): [string, number, RetryClass] => [TOKEN, code, 'P'],
  ),
  [TOKEN, 45009, 'Q'],
  [TOKEN, 45011, 'Q'],
  [PHONE, -1, 'R'],
  [PHONE, 40029, 'U'],
  [PHONE, 40013, 'P'],
  [PHONE, 45011, 'Q'],
  ...[TEXT, IMAGE].flatMap((path): [string, number, RetryClass][] => [
    [path, -1, 'R'],
    [path, 40001, 'T'],
    [path, 40003, 'P'],
    [path, 40129, 'P'],
    [path, 43002, 'P'],
    [path, 43104, 'P'],
    [path, 44002, 'P'],
    [path, 44991, 'Q'],
    [path, 45009, 'Q'],
    [path, 47001, 'P'],
    [path, 61010, 'U'],
  ]),
  [TEXT, 87014, 'P'],
  [IMAGE, 40004, 'P'],
  [IMAGE, 87020, 'P'],
  [SEND, 43101, 'U'],
  [SEND, 43108, 'R'],
  ...([43107, 45168, 40003, 40037, 41030, 47003] as const).map((code): [string, number, RetryClass] => [
    SEND,
    code,
    'P',
  ]),
  [SEND, 40001, 'T'],
  [SEND, 40014, 'T'],
  [SEND, 42001, 'T'],
  [CODE, -1, 'R'],
  [CODE, 40001, 'T'],
  ...([40097, 40129, 40169, 41030, 85096] as const).map((code): [string, number, RetryClass] => [CODE, code, 'P']),
  [CODE, 45009, 'Q'],
  ...[URL_LINK, SCHEME].flatMap((path): [string, number, RetryClass][] => [
    ...([40002, 40013, 40165, 40212, 85079, 85401, 85402, 85407, 85408] as const).map(
      (code): [string, number, RetryClass] => [path, code, 'P'],
    ),
    [path, 44990, 'Q'],
    [path, 44993, 'Q'],
    [path, 85406, 'Q'],
  ]),
  ...([41001, 48001, 61024] as const).map((code): [string, number, RetryClass] => [TEXT, code, 'P']),
];
/** How often a call is sent before its refusal is handed on. */
const TRIES: Readonly<Record<RetryClass, number>> = { R: 3, T: 2, Q: 1, U: 1, P: 1 };

describe('WeChat’s API', () => {
  let env: WechatEnvironment;
  let api: WechatApi;
  let openid: string;
  beforeAll(async () => {
    env = await createWechatEnvironment('sqlite', { logLevel: 'silent' });
    api = env.app.get(WechatApi);
  });
  afterAll(() => env.stop());
  beforeEach(async () => {
    openid = await env.wechat.activePerson();
    await env.wechat.noFaults();
    // Whatever quota a test used up is new on another day; the token is fetched again.
    env.clock.advance(24 * 60 * 60 * 1000);
  });

  const calls: Readonly<Record<string, () => Promise<unknown>>> = {
    [TOKEN]: () => api.templates(),
    [LOGIN]: async () => api.code2Session((await env.wechat.loginCode()).code),
    [PHONE]: async () => api.phoneNumber((await env.wechat.phoneCode('13800138000')).code),
    [TEXT]: () => api.checkText({ openid, scene: 2, content: '路灯坏了' }),
    [IMAGE]: () => api.checkImage({ openid, scene: 2, url: `${env.url}/nothing-${Math.random()}.jpg` }),
    [SEND]: () => api.sendSubscribeMessage(message()),
    [CODE]: () => api.codeUnlimited({ scene: 'abc', page: 'pages/home/index' }),
    [URL_LINK]: () => api.urlLink({ path: 'pages/home/index' }),
    [SCHEME]: () => api.scheme({ path: 'pages/home/index' }),
  };
  const TEMPLATE = 'standin-minutes-'.padEnd(43, '0');
  const message = () => ({
    openid,
    templateId: TEMPLATE,
    page: 'packages/minutes/detail/index?id=1',
    data: { thing1: '路灯协商会', time2: '2026年6月15日 18:00', thing3: '请过目' },
  });
  const refusalOf = (call: Promise<unknown>): Promise<WechatError> =>
    call.then(
      () => {
        throw new Error('it was not refused');
      },
      (error: WechatError) => error,
    );
  const countsOf = async (path: string) => (await env.wechat.calls(path)).length;

  it.each(REFUSALS)('%s: %i asks for %s', async (path, errcode, retryClass) => {
    await calls[LOGIN]?.();
    const before = await countsOf(path);
    await env.wechat.fault({ path, errcode, times: 9 });
    const error = await refusalOf(calls[path]?.() ?? Promise.reject());
    expect(error).toBeInstanceOf(WechatError);
    expect([error.errcode, error.retryClass]).toEqual([errcode, retryClass]);
    expect(error.rid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
    expect((await countsOf(path)) - before).toBe(TRIES[retryClass]);
    await env.wechat.noFaults();
    if (retryClass === 'Q' && path !== LOGIN && path !== PHONE) {
      // Not asked again until the quota begins anew.
      const sent = await countsOf(path);
      expect(await refusalOf(calls[path]?.() ?? Promise.reject())).toMatchObject({ errcode });
      expect(await countsOf(path)).toBe(sent);
      env.clock.advance((error.until ?? 0) - env.clock.now());
      await env.wechat.subscribe(openid, TEMPLATE);
      await expect(calls[path]?.()).resolves.toBeDefined();
    }
  });

  it('knows every refusal that the table above names, and no others', () => {
    const named = new Set(REFUSALS.map(([, errcode]) => errcode));
    expect(Object.keys(ERRCODES).map(Number).sort()).toEqual([...named].sort());
  });

  it('tries a call that had no answer three times, but never a code that is good once', async () => {
    await env.wechat.fault({ path: TEXT, status: 502, times: 2 });
    expect(await api.checkText({ openid, scene: 2, content: '路灯坏了' })).toMatchObject({
      suggest: 'pass',
      label: 100,
    });
    await env.wechat.fault({ path: TEXT, drop: true, times: 9 });
    expect(await refusalOf(calls[TEXT]?.() ?? Promise.reject())).toMatchObject({ errcode: NO_ANSWER, retryClass: 'R' });
    for (const path of [LOGIN, PHONE]) {
      const before = await countsOf(path);
      await env.wechat.fault({ path, status: 502, after: true, times: 2 });
      expect(await refusalOf(calls[path]?.() ?? Promise.reject())).toMatchObject({
        errcode: NO_ANSWER,
        retryClass: 'U',
      });
      expect(await countsOf(path)).toBe(before + 1);
      await env.wechat.noFaults();
    }
  });

  it('gives a login up after ten seconds, and does not send it again', async () => {
    await env.wechat.fault({ path: LOGIN, hang: true, times: 2 });
    const before = await countsOf(LOGIN);
    const began = Date.now();
    expect(await refusalOf(calls[LOGIN]?.() ?? Promise.reject())).toMatchObject({
      errcode: NO_ANSWER,
      retryClass: 'U',
    });
    expect(Date.now() - began).toBeGreaterThan(9_000);
    expect(Date.now() - began).toBeLessThan(12_000);
    expect(await countsOf(LOGIN)).toBe(before + 1);
  });

  it('learns who signed in, once for each code', async () => {
    const { code } = await env.wechat.loginCode({ openid, unionid: 'u1' });
    expect(await api.code2Session(code)).toEqual({ openid, unionid: 'u1' });
    expect(await refusalOf(api.code2Session(code))).toMatchObject({ errcode: 40163, retryClass: 'U' });
    expect(await refusalOf(api.code2Session('unknown'))).toMatchObject({ errcode: 40029 });
  });

  it('reads a phone number whichever way the country comes, and only of its own appid', async () => {
    for (const countryCode of ['86', 86]) {
      const { code } = await env.wechat.phoneCode('13800138000', { countryCode });
      expect(await api.phoneNumber(code)).toEqual({
        e164: '+8613800138000',
        national: '13800138000',
        countryCode: '86',
      });
    }
    const { code } = await env.wechat.phoneCode('13800138000', { appid: 'wxffffffffffffffff' });
    expect(await refusalOf(api.phoneNumber(code))).toMatchObject({ errcode: 40013, retryClass: 'P' });
  });

  it('checks text, and says when the person was last seen too long ago', async () => {
    const check = (content: string) => api.checkText({ openid, scene: 2, content });
    expect(await check('有违规词的话')).toMatchObject({ suggest: 'risky', label: 20006 });
    expect(await check('有待审词的话')).toMatchObject({ suggest: 'review', label: 20001 });
    await expect(check('长'.repeat(2501))).rejects.toThrow(RangeError);
    await env.wechat.advance(2 * 60 * 60 * 1000 + 1);
    expect(await refusalOf(check('路灯坏了'))).toMatchObject({ errcode: 61010, retryClass: 'U' });
  });

  it('sends a message as often as it was subscribed to, and keeps the id whole', async () => {
    await env.wechat.subscribe(openid, TEMPLATE);
    const { msgid } = await api.sendSubscribeMessage(message());
    expect(msgid).toMatch(/^19888108123243\d{5}$/);
    expect(Number.isSafeInteger(Number(msgid))).toBe(false);
    expect((await env.wechat.messages()).find((one) => one.openid === openid)).toMatchObject({
      msgid,
      state: 'formal',
    });
    expect(await refusalOf(api.sendSubscribeMessage(message()))).toMatchObject({ errcode: 43101 });
    const long = { ...message(), data: { ...message().data, thing1: '长'.repeat(21) } };
    expect((await refusalOf(api.sendSubscribeMessage(long))).errmsg).toContain('data.thing1.value');
  });

  it('lists the templates', async () => {
    expect(await api.templates()).toContainEqual(
      expect.objectContaining({ id: TEMPLATE, title: '纪要确认提醒', kind: 'once' }),
    );
  });

  it('gets codes as pictures, and refuses what WeChat would refuse', async () => {
    const picture = await api.codeUnlimited({ scene: 'topic=1', page: 'pages/home/index', width: 300 });
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    for (const bad of [
      { scene: 'a&b' },
      { scene: '一' },
      { scene: 'a%20' },
      { scene: 'a'.repeat(33) },
      { scene: '' },
      { scene: 'a', page: '/pages/home/index' },
      { scene: 'a', page: 'pages/home/index?x=1' },
      { scene: 'a', width: 100 },
    ]) {
      await expect(api.codeUnlimited(bad)).rejects.toThrow(RangeError);
    }
    expect(await api.urlLink({ path: 'pages/home/index', query: 'a=1' })).toMatch(/^https:\/\/wxaurl\.cn\//);
    expect(await api.scheme({ path: 'pages/home/index', days: 1 })).toMatch(/^weixin:\/\//);
    await expect(api.urlLink({ path: 'pages/home/index', days: 31 })).rejects.toThrow(RangeError);
  });

  it('lets a code open a page that only a version before release has', async () => {
    const { wechat } = env.app.get<{ wechat: { envVersion: string } }>(CONFIG);
    const page = 'packages/new/index';
    await env.wechat.app({ pages: ['pages/home/index'] });
    await expect(api.codeUnlimited({ scene: 'a', page })).rejects.toMatchObject({ errcode: 41030 });
    wechat.envVersion = 'trial';
    try {
      expect((await api.codeUnlimited({ scene: 'a', page })).length).toBeGreaterThan(0);
    } finally {
      wechat.envVersion = 'release';
      await env.wechat.app({ pages: null });
    }
  });

  it('leaves nothing secret in what may be logged', async () => {
    const secret = randomBytes(24).toString('hex');
    await env.wechat.fault({ path: TEXT, errcode: 40003, errmsg: `invalid ${secret} of 13800138000` });
    const error = await refusalOf(calls[TEXT]?.() ?? Promise.reject());
    expect(error.message).not.toContain(secret);
    expect(error.message).not.toContain('13800138000');
  });
});

describe.each(DATABASES)('the access token on %s', (kind) => {
  let env: WechatEnvironment;
  beforeEach(async () => {
    env = await createWechatEnvironment(kind, { logLevel: 'silent' });
  });
  afterEach(() => env.stop());

  it('is fetched once however many ask, and kept encrypted', async () => {
    const tokens = env.app.get(TokenProvider);
    const got = new Set(await Promise.all(Array.from({ length: 20 }, () => tokens.get())));
    expect([got.size, await env.wechat.calls(TOKEN)]).toEqual([1, [0]]);
    const [row] = await env.database.read.query('SELECT sealed, expires_at FROM wechat_tokens');
    expect(row.sealed).not.toContain([...got][0]);
    expect(Number(row.expires_at) - env.clock.now()).toBeLessThanOrEqual((7200 - 300) * 1000);
    env.clock.advance(6901 * 1000);
    await tokens.get();
    expect(await env.wechat.calls(TOKEN)).toEqual([0, 0]);
  });

  it('is exchanged once when WeChat no longer takes it, by itself and without force', async () => {
    const api = env.app.get(WechatApi);
    await api.templates();
    const { appId: appid, secret, apiBase } = env.wechat.config;
    const body = JSON.stringify({ grant_type: 'client_credential', appid, secret, force_refresh: true });
    await fetch(`${apiBase}${TOKEN}`, { method: 'POST', body });
    expect(await api.templates()).not.toHaveLength(0);
    expect(await env.wechat.calls('/wxaapi/newtmpl/gettemplate')).toEqual([0, 40001, 0]);
  });

  it('can be had again after fetching failed', async () => {
    const tokens = env.app.get(TokenProvider) as StableToken;
    await env.wechat.fault({ path: TOKEN, errcode: 40164 });
    await expect(tokens.get()).rejects.toMatchObject({ errcode: 40164 });
    expect(await tokens.get()).toMatch(/^[\w-]{100,}$/);
  });

  it('may be as long as WeChat says it can become, and longer', async () => {
    const token = 'x'.repeat(2000);
    const client = env.app.get(WechatClient);
    const call = client.call.bind(client);
    client.call = async (what) => (what.path === TOKEN ? { access_token: token, expires_in: 7200 } : call(what));
    const tokens = env.app.get(TokenProvider);
    expect([await tokens.get(), await tokens.get()]).toEqual([token, token]);
  });

  it('is not made up where an answer has none', async () => {
    const client = env.app.get(WechatClient);
    client.call = async () => ({ expires_in: 7200 });
    await expect(env.app.get(TokenProvider).get()).rejects.toMatchObject({ retryClass: 'P' });
  });

  it('is shared by the servers of one database', async () => {
    const other = await createApp(env.app.get(CONFIG), env.clock);
    await other.init();
    try {
      const providers = [env.app.get(TokenProvider), other.get(TokenProvider)];
      // SQLite is one process's; there the two take turns.
      const ask = async (n: number) => {
        const got: Promise<string | null>[] = [];
        for (let i = 0; i < n; i++) {
          const asked = (providers[i % 2] as TokenProvider).get();
          got.push(asked);
          if (kind === 'sqlite') await asked;
        }
        return new Set(await Promise.all(got));
      };
      const first = await ask(10);
      expect([first.size, await env.wechat.calls(TOKEN)]).toEqual([1, [0]]);
      await providers[1]?.drop([...first][0] ?? '');
      expect((await ask(10)).size).toBe(1);
      expect(await env.wechat.calls(TOKEN)).toEqual([0, 0]);
    } finally {
      await other.close();
    }
  });
});
