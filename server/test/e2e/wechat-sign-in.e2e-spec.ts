import { randomBytes } from 'node:crypto';
import type { Me, SignedIn } from '@consult/shared';
import { exchangeKeys } from '../../src/common/crypto/exchange-keys.js';
import { FieldCipher } from '../../src/common/crypto/field-cipher.js';
import { readConfig } from '../../src/config/config.js';
import { readDataKeys } from '../../src/config/data-keys.config.js';
import { SEALED_FIELDS } from '../../src/database/sealed-fields.js';
import { Client } from '../support/client.js';
import { DATABASES } from '../support/environment.js';
import { PLACE, topicInput } from '../support/topics.js';
import { createWechatEnvironment, type WechatEnvironment } from '../support/wechat.js';
import { consentToAll } from '../support/wechat-person.js';

const APP_ID = 'wx0123456789abcdef';

describe.each(DATABASES)('signing in by WeChat on %s', (kind) => {
  let env: WechatEnvironment;
  beforeAll(async () => {
    env = await createWechatEnvironment(kind);
  });
  afterAll(() => env.stop());

  const signIn = (credential: string, headers: Record<string, string> = {}) =>
    fetch(`${env.url}/api/v1/identity/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomBytes(8).toString('hex'), ...headers },
      body: JSON.stringify({ provider: 'wechat', credential, device: '微信 · 测试手机' }),
    });

  async function arrive(openid?: string): Promise<{ client: Client; me: Me }> {
    const { code } = await env.wechat.loginCode(openid === undefined ? {} : { openid });
    const signedIn = (await (await signIn(code)).json()) as SignedIn;
    return { client: new Client(env.url, signedIn), me: signedIn.me };
  }

  it('takes a login code once, and knows the person again by the next one', async () => {
    const { code, openid } = await env.wechat.loginCode();
    const first = await signIn(code);
    expect(first.status).toBe(200);
    const { me } = (await first.json()) as SignedIn;
    expect(await (await signIn(code)).json()).toMatchObject({ code: 'WECHAT.AGAIN' });
    expect(await (await signIn('made-up')).json()).toMatchObject({ code: 'WECHAT.AGAIN' });
    expect((await arrive(openid)).me.id).toBe(me.id);
    expect((await arrive()).me.id).not.toBe(me.id);
  });

  it.each([
    [40029, 409, 'WECHAT.AGAIN'],
    [40163, 409, 'WECHAT.AGAIN'],
    [40226, 409, 'WECHAT.REFUSED'],
    [45011, 503, 'WECHAT.BUSY'],
    [-1, 503, 'WECHAT.BUSY'],
  ])('says in words what WeChat’s %i means for who comes', async (errcode, status, code) => {
    const { code: credential } = await env.wechat.loginCode();
    await env.wechat.fault({ path: '/sns/jscode2session', errcode, times: errcode === -1 ? 3 : 1 });
    const answer = await signIn(credential);
    expect([answer.status, await answer.json()]).toMatchObject([status, { code }]);
  });

  it('keeps no session key anywhere', async () => {
    const columns: string[] = env.database.read.connection.entityMetadatas.flatMap((entity) =>
      entity.columns.map(({ databaseName }) => databaseName),
    );
    expect(columns.filter((name) => /session_?key/i.test(name))).toEqual([]);
  });

  it('believes no header that says who asks, outside WeChat’s cloud', async () => {
    const headers = { 'x-wx-openid': 'o-somebody-else', 'x-wx-source': 'wx_client', 'x-wx-appid': APP_ID };
    expect((await signIn('any-word', headers)).status).toBe(409);
  });

  it('leaves no transaction open while WeChat takes its time', async () => {
    const { code } = await env.wechat.loginCode();
    await env.wechat.fault({ path: '/sns/jscode2session', delayMs: 500, times: 1 });
    const slow = signIn(code);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const resident = await env.cast.one('resident', PLACE.township);
    const before = Date.now();
    expect((await resident.client.post('/topics', topicInput())).status).toBe(201);
    expect(Date.now() - before).toBeLessThan(400);
    expect((await slow).status).toBe(200);
  });

  it('binds the number of the phone button, of the mainland, and each code once', async () => {
    const { client } = await arrive();
    await consentToAll(client);
    const { code } = await env.wechat.phoneCode('13712345678');
    expect(await client.ok(client.post<Me>('/me/phone', { code }))).toMatchObject({ phone: '137****5678' });
    expect(await client.refusal(client.post('/me/phone', { code }))).toMatchObject({ code: 'WECHAT.AGAIN' });
    const abroad = await env.wechat.phoneCode('91234567', { countryCode: 852 });
    expect(await client.refusal(client.post('/me/phone', { code: abroad.code }))).toMatchObject({
      code: 'PHONE.NOT_SUPPORTED',
    });
  });

  it('keeps every number readable and findable when the keys are exchanged', async () => {
    const rows = async () =>
      (await env.database.read.query('SELECT person_id, phone, lookup FROM phones ORDER BY person_id')) as {
        person_id: string;
        phone: string;
        lookup: string;
      }[];
    const before = await rows();
    const demo = readConfig({}).dataKeys.byId.get('demo')?.toString('base64');
    const keys = `fresh:${randomBytes(32).toString('base64')},demo:${demo}`;
    const cipher = new FieldCipher({ dataKeys: readDataKeys(keys, false) });
    const read = () => before.map(({ person_id, phone }) => cipher.open(phone, `phones.phone.${person_id}`));
    const numbers = read();
    const changed = await env.database.write(async (db) => {
      const counts: number[] = [];
      for (const field of SEALED_FIELDS) counts.push(await exchangeKeys(db, cipher, field));
      return counts;
    });
    expect(changed[0]).toBe(before.length);
    const after = await rows();
    expect(after.every(({ phone }) => phone.startsWith('fresh.'))).toBe(true);
    expect(after.map(({ person_id, phone }) => cipher.open(phone, `phones.phone.${person_id}`))).toEqual(numbers);
    expect(after.map(({ lookup }) => lookup)).toEqual(before.map(({ lookup }) => lookup));
    for (const field of SEALED_FIELDS) {
      expect(await env.database.write((db) => exchangeKeys(db, cipher, field))).toBe(0);
    }
  });
});

describe('signing in inside WeChat’s cloud', () => {
  it('goes by the header that the cloud sets, and by nothing else', async () => {
    const env = await createWechatEnvironment('sqlite', {}, { mode: 'cloudrun', appId: APP_ID, secret: null });
    try {
      const signIn = (headers: Record<string, string>) =>
        fetch(`${env.url}/api/v1/identity/sign-in`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': 'a-key-of-its-own', ...headers },
          body: JSON.stringify({ provider: 'wechat', credential: 'cloud' }),
        });
      const from = { 'x-wx-source': 'wx_client', 'x-wx-appid': APP_ID };
      const answers = await Promise.all([1, 2].map(() => signIn({ ...from, 'x-wx-openid': 'o-cloud-person' })));
      const ids = await Promise.all(answers.map(async (answer) => ((await answer.json()) as SignedIn).me.id));
      expect(new Set(ids).size).toBe(1);
      expect((await signIn({ ...from, 'x-wx-openid': 'o-other' })).status).toBe(200);
      for (const headers of [{ 'x-wx-openid': 'o-cloud-person' }, from, { ...from, 'x-wx-openid': '' }]) {
        expect((await signIn(headers)).status).toBeGreaterThanOrEqual(400);
      }
    } finally {
      await env.stop();
    }
  });
});
