import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { standIn } from './support.mjs';

const MINUTE = 60_000;
let wx;
before(async () => {
  wx = await standIn();
});
after(() => wx.stop());
beforeEach(() => wx.control('/reset'));

test('a login code is good once and for five minutes, and its answer is labelled text/plain', async () => {
  const { code, openid } = await wx.control('/login-codes', { unionid: 'u' });
  const session = await wx.login(code);
  assert.deepEqual([session.openid, session.unionid, 'errcode' in session], [openid, 'u', false]);
  assert.equal((await wx.login(code)).errcode, 40163);
  const late = await wx.control('/login-codes');
  await wx.control('/clock', { advanceMs: 5 * MINUTE + 1 });
  assert.equal((await wx.login(late.code)).errcode, 40029);
  assert.equal((await wx.send('/sns/jscode2session', undefined, 'GET')).type, 'text/plain');
});

test('credentials are asked for one by one', async () => {
  const { code } = await wx.control('/login-codes');
  const refusals = [
    [{ appid: '' }, 41002],
    [{ secret: '' }, 41004],
    [{ appid: 'wx1' }, 40013],
    [{ secret: 'no' }, 40125],
    [{ js_code: '' }, 41008],
  ];
  for (const [over, errcode] of refusals) assert.equal((await wx.login(code, over)).errcode, errcode);
  const blocked = await wx.control('/login-codes', { blocked: true });
  assert.equal((await wx.login(blocked.code)).errcode, 40226);
});

test('a phone code is another kind of code, good once, and of one app', async () => {
  const phone = (code) =>
    wx.fetchToken().then(({ access_token }) => wx.call('/wxa/business/getuserphonenumber', { code }, access_token));
  const { code } = await wx.control('/phone-codes', { phone: '13800138000' });
  const { phone_info: info } = await phone(code);
  assert.deepEqual([info.purePhoneNumber, info.watermark.appid], ['13800138000', wx.appId]);
  assert.equal((await phone(code)).errcode, 40029);
  assert.equal((await phone((await wx.control('/login-codes')).code)).errcode, 40029);
  const other = await wx.control('/phone-codes', { phone: '13800138000', appid: 'wxffffffffffffffff' });
  assert.equal((await phone(other.code)).errcode, 40013);
});

test('the token stays the same until its last five minutes, in which both are good', async () => {
  const check = (token) => wx.json(`/wxaapi/newtmpl/gettemplate?access_token=${token}`, undefined, 'GET');
  const first = await wx.fetchToken();
  assert.equal((await wx.fetchToken()).access_token, first.access_token);
  await wx.control('/clock', { advanceMs: 7200_000 - 299_000 });
  const second = await wx.fetchToken();
  assert.notEqual(second.access_token, first.access_token);
  assert.equal((await check(first.access_token)).errcode, 0);
  assert.equal((await check(second.access_token)).errcode, 0);
  await wx.control('/clock', { advanceMs: 5 * MINUTE });
  assert.equal((await check(first.access_token)).errcode, 42001);
  assert.equal((await check('')).errcode, 41001);
  assert.equal((await check('short')).errcode, 40014);
  assert.equal((await check('x'.repeat(100))).errcode, 40001);
});

test('forced mode kills the old token, at most every thirty seconds and twenty times a day', async () => {
  const first = await wx.fetchToken();
  const force = () => wx.fetchToken({ force_refresh: true });
  const second = await force();
  assert.notEqual(second.access_token, first.access_token);
  const check = await wx.json(`/wxaapi/newtmpl/gettemplate?access_token=${first.access_token}`, undefined, 'GET');
  assert.equal(check.errcode, 40001);
  assert.equal((await force()).errcode, 45011);
  for (let i = 1; i < 20; i++) {
    await wx.control('/clock', { advanceMs: 30_000 });
    assert.equal((await force()).errcode, undefined);
  }
  await wx.control('/clock', { advanceMs: 30_000 });
  assert.equal((await force()).errcode, 45009);
});

test('what is wrong with a request is said as WeChat says it', async () => {
  const { access_token: token } = await wx.fetchToken();
  const path = `/wxa/msg_sec_check?access_token=${token}`;
  assert.equal((await wx.json(path, undefined, 'GET')).errcode, 43002);
  assert.equal((await wx.json(path, '')).errcode, 44002);
  assert.equal((await wx.json(path, '{')).errcode, 47001);
  assert.equal((await wx.json(path, '[]')).errcode, 47001);
  assert.match((await wx.json(path, '')).errmsg, / rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
  assert.equal((await wx.send('/nothing', '{}')).status, 404);
});

test('a fault comes as often as asked, and a limit holds', async () => {
  await wx.control('/faults', { path: '/cgi-bin/stable_token', errcode: -1, times: 2 });
  assert.deepEqual(
    [(await wx.fetchToken()).errcode, (await wx.fetchToken()).errcode, (await wx.fetchToken()).errcode],
    [-1, -1, undefined],
  );
  await wx.control('/faults', { path: '/cgi-bin/stable_token', status: 502 });
  assert.equal((await wx.send('/cgi-bin/stable_token', '{}')).status, 502);
  await wx.control('/faults', { path: '/cgi-bin/stable_token', drop: true });
  await assert.rejects(wx.fetchToken());
  await wx.control('/limits', { path: '/cgi-bin/stable_token', span: 'day', limit: 1 });
  assert.equal((await wx.fetchToken()).errcode, undefined);
  assert.equal((await wx.fetchToken()).errcode, 45009);
});
