import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startStandin, wantsStandin } from '../lib/standin.mjs';

const cases = [
  ['the plain demo', {}, true],
  ['the demo asked for', { IDENTITY: 'demo' }, true],
  ['production', { NODE_ENV: 'production' }, false],
  ['another way to sign in', { IDENTITY: 'wechat' }, false],
  ['WeChat itself', { WX_MODE: 'self' }, false],
  ['no WeChat', { WX_MODE: '' }, false],
];
for (const [what, env, wanted] of cases) {
  test(`${what} ${wanted ? 'gets' : 'gets no'} stand-in for WeChat`, () => assert.equal(wantsStandin(env), wanted));
}

test('it says where it and the server are, and is gone when it was stopped', async () => {
  const { env, stop } = await startStandin({ PORT: '3000', HOST: '0.0.0.0' });
  assert.match(env.WX_API_BASE, /^http:\/\/127\.0\.0\.1:\d+$/);
  assert.match(env.WX_PUSH_AES_KEY, /^[0-9a-f]{43}$/);
  assert.equal(env.PUBLIC_URL, 'http://127.0.0.1:3000');
  assert.equal((await fetch(`${env.WX_API_BASE}/_standin/messages`)).status, 200);
  await stop();
  assert.equal(await fetch(env.WX_API_BASE).catch(() => 'gone'), 'gone');
});
