import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { encrypt, sign } from '../src/push-crypto.mjs';
import { standIn } from './support.mjs';

const OPENID = `o${'a'.repeat(27)}`;
let wx;
let token;
let receiver;
let received;
let answerOf;
before(async () => {
  receiver = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    if (request.method === 'GET') return response.writeHead(request.url === '/gone.jpg' ? 404 : 200).end('picture');
    received.push({ url: new URL(request.url, 'http://x'), body: JSON.parse(Buffer.concat(chunks)) });
    response.end(answerOf(received.length));
  });
  await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  wx = await standIn();
});
after(async () => {
  receiver.close();
  receiver.closeAllConnections();
  await wx.stop();
});
const here = () => `http://127.0.0.1:${receiver.address().port}`;
beforeEach(async () => {
  received = [];
  answerOf = () => 'success';
  await wx.control('/reset');
  await wx.control('/push', { url: `${here()}/push`, token: 'AAAAA', aesKey: null, format: 'json' }, 'PUT');
  await wx.control('/callbacks', { delayMs: 0 });
  token = (await wx.fetchToken()).access_token;
});
const checkText = (over) =>
  wx.call('/wxa/msg_sec_check', { version: 2, openid: OPENID, scene: 2, content: '路灯', ...over }, token);
const checkImage = (over) =>
  wx.call(
    '/wxa/media_check_async',
    { version: 2, openid: OPENID, scene: 2, media_type: 2, media_url: `${here()}/a.jpg`, ...over },
    token,
  );
const arrived = async (count) => {
  for (const until = Date.now() + 3_000; received.length < count && Date.now() < until; ) await sleep(10);
  assert.equal(received.length, count);
};

test('text is checked for people who were active within two hours', async () => {
  assert.equal((await checkText()).errcode, 61010);
  await wx.control('/active', { openid: OPENID });
  assert.deepEqual((await checkText()).result, { suggest: 'pass', label: 100 });
  assert.deepEqual((await checkText({ content: '有违规词' })).result, { suggest: 'risky', label: 20006 });
  assert.deepEqual((await checkText({ title: '有待审词' })).result, { suggest: 'review', label: 20001 });
  await wx.control('/clock', { advanceMs: 2 * 60 * 60_000 + 1 });
  token = (await wx.fetchToken()).access_token;
  assert.equal((await checkText()).errcode, 61010);
});

test('a check says what is wrong with it', async () => {
  await wx.control('/active', { openid: OPENID });
  assert.equal((await checkText({ openid: 'no' })).errcode, 40003);
  assert.equal((await checkText({ scene: 5 })).errcode, 40129);
  assert.equal((await checkText({ content: '' })).errcode, 44002);
  assert.equal((await checkText({ content: '长'.repeat(2501) })).errcode, 40097);
  assert.equal((await checkImage({ media_type: 3 })).errcode, 40004);
  assert.equal((await checkImage({ media_url: 'no' })).errcode, 40097);
  assert.equal((await checkImage()).errcode, 0);
  assert.equal((await checkImage()).errcode, 87020);
  await arrived(1);
});

test('the verdict on a picture comes later, signed, by the rules that were set', async () => {
  await wx.control('/active', { openid: OPENID });
  await wx.control('/image-rules', { contains: 'bad', suggest: 'risky', label: 20002 });
  const bad = await checkImage({ media_url: `${here()}/bad.jpg` });
  await arrived(1);
  const { url, body } = received[0];
  const { signature, timestamp, nonce } = Object.fromEntries(url.searchParams);
  assert.equal(signature, sign('AAAAA', timestamp, nonce));
  assert.deepEqual(
    [body.Event, body.trace_id, body.result.suggest, body.version],
    ['wxa_media_check', bad.trace_id, 'risky', 2],
  );
  await checkImage({ media_url: `${here()}/gone.jpg` });
  await arrived(2);
  assert.equal(received[1].body.errcode, -1008);
});

test('an event comes twice, or when it is let go, or up to three times until it is taken', async () => {
  await wx.control('/callbacks', { times: 2, hold: true });
  await wx.control('/events', { Event: 'one', FromUserName: OPENID });
  await sleep(50);
  assert.equal(received.length, 0);
  assert.equal((await wx.control('/callbacks/flush')).count, 1);
  assert.equal(received.length, 2);
  answerOf = (count) => (count === 5 ? 'success' : 'no');
  await wx.control('/push', { Event: 'two' });
  assert.equal(received.length, 5);
});

test('in secure mode the event is sealed and the seal is signed', async () => {
  await wx.control('/push', { url: `${here()}/push`, token: 'AAAAA', aesKey: 'A'.repeat(43), format: 'json' }, 'PUT');
  await wx.control('/push', { Event: 'one' });
  const { url, body } = received[0];
  assert.equal(body.Event, undefined);
  const { timestamp, nonce, msg_signature: signature } = Object.fromEntries(url.searchParams);
  assert.equal(signature, sign('AAAAA', timestamp, nonce, body.Encrypt));
});

test('sealing and signing give what WeChat’s own example has', () => {
  const sealed = encrypt(
    'A'.repeat(43),
    'wxba5fad812f8e6fb9',
    '{"demo_resp":"good luck"}',
    Buffer.from('707722b803182950'),
  );
  assert.equal(sealed, 'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==');
  assert.equal(sign('AAAAA', '1713424427', '415670741', sealed), '1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1');
  assert.equal(sign('AAAAA', '1714036504', '1514711492'), 'f464b24fc39322e44b38aa78f5edd27bd1441696');
});
