import { CONSENT_DOCUMENTS, CONSENTS, type SignedIn } from '@consult/shared';
import { WechatApi } from '../../src/wechat/wechat-api.js';
import { Client } from './client.js';
import type { TestEnvironment } from './environment.js';

/** Has WeChat's API answer at once: a login code is its openid after `code-of-`, a phone code is the number. */
export function fakeWechat(env: TestEnvironment): void {
  Object.assign(env.app.get(WechatApi), {
    isOn: true,
    code2Session: async (code: string) => ({ openid: code.replace('code-of-', '') }),
    checkText: async () => ({ suggest: 'pass', label: 100, traceId: 'trace' }),
    phoneNumber: async (code: string) => ({ e164: `+86${code}`, national: code, countryCode: '86' }),
  } satisfies Partial<WechatApi>);
}

/** Somebody who came by WeChat. */
export async function wechatPerson(env: TestEnvironment, openid: string): Promise<{ id: string; client: Client }> {
  const { visitor } = env.cast;
  const body = { provider: 'wechat', credential: `code-of-${openid}` };
  const signedIn = await visitor.ok(visitor.post<SignedIn>('/identity/sign-in', body));
  return { id: signedIn.me.id, client: new Client(env.url, signedIn) };
}

/** The same, having agreed to everything, living in a township, with a phone number. */
export async function settledPerson(env: TestEnvironment, openid: string, township: string, phone: string) {
  const person = await wechatPerson(env, openid);
  await consentToAll(person.client);
  await person.client.ok(person.client.put('/me/home-township', { township }));
  await person.client.ok(person.client.post('/me/phone', { code: phone }));
  return person;
}

export async function consentToAll(client: Client): Promise<void> {
  for (const document of CONSENT_DOCUMENTS) {
    const { version } = CONSENTS[document];
    await client.ok(client.post('/me/consents', { document, version }));
  }
}
