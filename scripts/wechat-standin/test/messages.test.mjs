import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { isGoodValue } from '../src/template-fields.mjs';
import { standIn } from './support.mjs';

const OPENID = `o${'b'.repeat(27)}`;
const TEMPLATE = 'standin-minutes-'.padEnd(43, '0');
const DATA = { thing1: { value: '路灯协商会' }, time2: { value: '2026年6月15日 18:00' }, thing3: { value: '请过目' } };
let wx;
let token;
before(async () => {
  wx = await standIn();
});
after(() => wx.stop());
beforeEach(async () => {
  await wx.control('/reset');
  token = (await wx.fetchToken()).access_token;
});
const send = (over = {}) =>
  wx.call('/cgi-bin/message/subscribe/send', { touser: OPENID, template_id: TEMPLATE, data: DATA, ...over }, token);
const subscribe = (accept = 1) => wx.control('/subscriptions', { openid: OPENID, templateId: TEMPLATE, accept });

test('each acceptance is good for one message', async () => {
  assert.equal((await send()).errcode, 43101);
  await subscribe(2);
  assert.deepEqual([(await send()).errcode, (await send()).errcode, (await send()).errcode], [0, 0, 43101]);
  await subscribe(5);
  await wx.control('/subscriptions', { openid: OPENID, templateId: TEMPLATE, reject: true });
  assert.equal((await send()).errcode, 43101);
});

test('the id of a message is larger than a number can hold', async () => {
  await subscribe();
  const text = (
    await wx.send(
      `/cgi-bin/message/subscribe/send?access_token=${token}`,
      JSON.stringify({ touser: OPENID, template_id: TEMPLATE, data: DATA }),
    )
  ).content.toString();
  const [, digits] = /"msgid":(\d+)}/.exec(text);
  assert.notEqual(String(Number(digits)), digits);
  assert.equal((await wx.control('/messages', undefined, 'GET'))[0].msgid, digits);
});

test('a message says what is wrong with it', async () => {
  await subscribe(9);
  assert.equal((await send({ touser: 'no' })).errcode, 40003);
  assert.equal((await send({ template_id: 'no' })).errcode, 40037);
  assert.equal((await send({ page: '/pages/home/index' })).errcode, 41030);
  assert.equal((await send({ page: 'packages/minutes/detail/index?id=1' })).errcode, 0);
  assert.equal((await send({ data: { ...DATA, thing1: { value: '违规词' } } })).errcode, 45168);
  for (const data of [{ ...DATA, thing1: { value: '' } }, { ...DATA, thing9: { value: '多余' } }, {}]) {
    const { errcode, errmsg } = await send({ data });
    assert.equal(errcode, 47003);
    assert.match(errmsg, /data\.thing[19]\.value/);
  }
});

test('two messages to one person at once are refused', async () => {
  await subscribe(2);
  await wx.control('/sending', { ms: 50 });
  const codes = await Promise.all([send(), send()]);
  assert.deepEqual(codes.map(({ errcode }) => errcode).sort(), [0, 43108]);
});

const values = [
  ['thing1', ['路', '字'.repeat(20)], ['', '字'.repeat(21), '两\n行']],
  ['number2', ['1', '-3.5', '9'.repeat(32)], ['一', '1,000', '9'.repeat(33)]],
  ['letter3', ['abcXYZ'], ['ab1', 'a'.repeat(33)]],
  ['symbol4', ['***'], ['a', '******']],
  ['character_string5', ['A-1/b'], ['中文', 'a'.repeat(33)]],
  ['time6', ['15:01', '2019年10月1日 15:01', '15:01~16:30', '23:59:59'], ['25:00', '三点', '2019年10月1日']],
  ['date7', ['2019年10月1日', '2019-10-01', '2019/10/01 15:01'], ['十月一日', '15:01']],
  ['amount8', ['100', '¥100.5', '100元'], ['一百元', '12345678901']],
  ['phone_number9', ['+86-0766-66888866'], ['电话', '1'.repeat(18)]],
  ['car_number10', ['粤A8Z888挂'], ['粤A8Z888888']],
  ['name11', ['张三', 'Zhang San'], ['张'.repeat(11)]],
  ['phrase12', ['配送中', '五个字词语'], ['六个字的词语', 'abc']],
  ['unknown13', [], ['x']],
];
for (const [field, good, bad] of values) {
  test(`${field} takes what WeChat takes`, () => {
    for (const value of good) assert.ok(isGoodValue(field, value), value);
    for (const value of bad) assert.ok(!isGoodValue(field, value), value);
  });
}

test('an enum takes its own words alone', () => {
  assert.ok(isGoodValue('phrase1', '通过', ['通过', '退回']));
  assert.ok(!isGoodValue('phrase1', '其他', ['通过', '退回']));
});

test('a code is a picture, or JSON with the same status', async () => {
  const code = (body) => wx.send(`/wxa/getwxacodeunlimit?access_token=${token}`, JSON.stringify(body));
  const good = await code({ scene: 'a=1', page: 'pages/home/index' });
  assert.equal(good.content.subarray(1, 4).toString(), 'PNG');
  const refusals = [
    [{ scene: 'a&b' }, 40129],
    [{}, 40129],
    [{ scene: 'a'.repeat(33) }, 40169],
    [{ scene: 'a', page: '/pages/home/index' }, 41030],
    [{ scene: 'a', width: 100 }, 40097],
    [{ scene: 'a', env_version: 'beta' }, 40097],
  ];
  for (const [body, errcode] of refusals) {
    const { status, content } = await code(body);
    assert.deepEqual([status, JSON.parse(content).errcode], [200, errcode]);
  }
  await wx.control('/app', { pages: ['pages/home/index'] });
  assert.equal(JSON.parse((await code({ scene: 'a', page: 'pages/new/index' })).content).errcode, 41030);
  assert.equal(
    (await code({ scene: 'a', page: 'pages/new/index', check_path: false })).content.subarray(1, 4).toString(),
    'PNG',
  );
});

test('a link lives thirty days at most, and only of a released app', async () => {
  const link = (body) => wx.call('/wxa/generate_urllink', { expire_type: 1, expire_interval: 30, ...body }, token);
  assert.match((await link({ path: 'pages/home/index' })).url_link, /^https:/);
  assert.equal((await link({ expire_interval: 31 })).errcode, 85401);
  assert.equal((await link({ path: '/x' })).errcode, 40165);
  assert.equal((await link({ query: 'a'.repeat(1025) })).errcode, 40212);
  assert.equal((await link({ env_version: 'beta' })).errcode, 85402);
  await wx.control('/app', { released: false });
  assert.equal((await link({})).errcode, 85079);
  await wx.control('/app', { released: true });
  await wx.control('/limits', { path: '/wxa/generatescheme', span: 'day', limit: 0 });
  assert.equal((await link({})).errcode, 44993);
});
