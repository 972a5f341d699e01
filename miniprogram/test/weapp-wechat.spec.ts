import path from 'node:path';
import { Town } from './browser/support/town';
import { Wechat } from './browser/support/wechat';
import { type Weapp } from './harness';
import type { PhoneState } from './harness/phone';
import { Phones } from './harness/phones';

const PHOTO = path.resolve(__dirname, '../src/assets/tabs/home.png');
const PHOTO_TOO = path.resolve(__dirname, '../src/assets/tabs/me.png');

const HOME = 'pages/home/index';
const ME = 'pages/me/index';
const SETTLE = 'packages/me/settle/index';
const RAISE = 'packages/topics/raise/index';
const RAISED = 'packages/topics/raised/index';
const DETAIL = 'packages/topics/detail/index';
const OUTBOX = 'packages/me/outbox/index';
const SIGN_IN = 'packages/me/sign-in/index';
const MESSAGES = 'packages/me/messages/index';

// Longer than the harness waits for any one thing, so that it can say what it waited for.
jest.setTimeout(40_000);

describe('somebody who comes by WeChat', () => {
  let wechat: Wechat;
  let town: Town;
  const phones = new Phones(() => town);

  const { start } = phones;
  /** Somebody new, with the app just opened. */
  const somebodyNew = async (phone: Partial<PhoneState> = {}) => {
    const { code, openid } = await wechat.loginCode();
    return { app: await start({ loginCodes: [code], ...phone }), openid };
  };

  /** Somebody of 青石镇 in the demo. */
  const somebodyOf = async (role: string): Promise<Weapp> => {
    const app = await start();
    await app.openPage(SIGN_IN);
    await app.press(new RegExp(`^${role}，.*，青石镇$`));
    await app.waitForPage(HOME);
    return app;
  };

  const until = async (met: () => boolean): Promise<void> => {
    for (let look = 0; look < 200 && !met(); look += 1) await new Promise((resolve) => setTimeout(resolve, 25));
  };
  /** Agrees to both documents and says where home is, on the page that asks for it. */
  const settle = async (app: Weapp): Promise<void> => {
    await app.waitForPage(SETTLE);
    await app.press(/^我已阅读并同意/);
    await app.press(/^您住在哪个乡镇（街道）/);
    await app.press(/^青石镇/);
    await app.press('同意并继续');
  };
  const write = async (app: Weapp, title: string): Promise<void> => {
    await app.fill('标题', title);
    await app.fill('怎么回事', '晚上过路的人看不清，前几天有人摔了一跤。');
    await app.press('农村道路');
    await app.press('北庄村');
  };
  const startRaising = async (app: Weapp): Promise<void> => {
    await app.openPage(HOME);
    await app.press('我要提议题');
  };
  /** Presses WeChat's own button for the phone number, and has WeChat answer. */
  const answerPhoneButton = async (app: Weapp, detail: Record<string, unknown>): Promise<void> => {
    await app.waitFor('按规定，提交内容要先实名');
    const button = app.findLabel('用微信手机号绑定')[0];
    if (!button) throw new Error('There is no button to bind the phone number');
    app.fire('getphonenumber', button, detail);
  };
  const countMine = async (app: Weapp, title: string): Promise<number> => {
    await app.openPage(ME);
    await app.press('我的议题');
    await app.waitFor(title);
    return app.findText(title).length;
  };

  beforeAll(async () => {
    wechat = await Wechat.start();
    town = await Town.start(Date.now(), '', wechat.account);
  }, 30_000);
  afterAll(async () => {
    await town.stop();
    await wechat.stop();
  });
  afterEach(phones.put);

  it('is known without a word, and reads all that is public before anything is asked', async () => {
    const { app } = await somebodyNew();
    await until(() => app.storage.has('session'));
    expect(app.page().route).toBe(HOME);
    await app.openPage(ME);
    expect(app.findText('还没有登录')).toEqual([]);
  });

  it('is let in with a second code where the first is spent, and with no third', async () => {
    const spent = await wechat.loginCode();
    const first = await start({ loginCodes: [spent.code] });
    await until(() => first.storage.has('session'));

    const good = await wechat.loginCode();
    const app = await start({ loginCodes: [spent.code, good.code, 'a-third'] });
    await until(() => app.storage.has('session'));
    expect(app.phone.state.loginCodes).toEqual(['a-third']);

    const refused = await start({ loginCodes: [spent.code, 'never-made', 'a-third'] });
    await refused.waitFor('我要提议题');
    await until(() => refused.phone.state.loginCodes.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(refused.phone.state.loginCodes).toEqual(['a-third']);
    expect(refused.storage.has('session')).toBe(false);
  });

  it('raises a topic: settles, binds a phone number, is asked about messages once, and is told when it is accepted', async () => {
    const { app, openid } = await somebodyNew({ privacyAgreed: false });
    await until(() => app.storage.has('session') && app.storage.has('subscribe-templates'));
    await startRaising(app);
    await settle(app);
    await app.waitForPage(RAISE);
    await write(app, '北庄村口缺一盏路灯');
    app.chooseFiles([PHOTO, PHOTO_TOO]);
    await app.press('添加照片');
    await app.waitFor('隐私保护提示');
    const agree = app.findLabel('同意')[0];
    if (!agree) throw new Error('There is no button to agree');
    app.fire('agreeprivacyauthorization', agree, {});
    await app.waitFor('2/9');

    await app.press('提交议题');
    await answerPhoneButton(app, { code: await wechat.phoneCode('13800010001'), errMsg: 'getPhoneNumber:ok' });
    const raised = await app.waitForPage(RAISED);
    await app.waitFor('议题已提交');
    const asked = app.log.filter((line) => line.startsWith('subscribe: '));
    expect(asked).toHaveLength(1);
    const templates = asked[0]?.replace('subscribe: ', '').split(',') ?? [];
    expect(templates).toHaveLength(3);
    for (const template of templates) await wechat.subscribed(openid, template);
    expect(await countMine(app, '北庄村口缺一盏路灯')).toBe(1);
    await town.work();

    const convener = await somebodyOf('召集人');
    await convener.openPage(DETAIL, { id: raised.query.id ?? '' });
    await convener.press('受理');
    await convener.waitFor('进入议题库，所有人都能看到，可以附议。');
    const confirm = convener.findLabel('受理').at(-1);
    if (confirm) convener.tap(confirm);
    await convener.waitFor('等召集人筛选议题');
    await town.work();

    await app.openPage(HOME);
    await app.openPage(MESSAGES);
    await app.waitFor('北庄村口缺一盏路灯');
    expect(app.findLabel(/^未读，.*北庄村口缺一盏路灯/).length).toBeGreaterThan(0);
    const sent = (await wechat.messages()).filter((message) => message.openid === openid);
    expect(sent.map(({ templateId }) => templates.includes(templateId))).toContain(true);
  });

  it('stays free to read and write where the number is refused or cannot be had, and sends the same once it is bound', async () => {
    const { app } = await somebodyNew();
    await until(() => app.storage.has('session'));
    await startRaising(app);
    await settle(app);
    await app.waitForPage(RAISE);
    await write(app, '河边护栏断了一截');
    await app.press('提交议题');
    await answerPhoneButton(app, { errMsg: 'getPhoneNumber:fail user deny' });
    await app.waitFor('您没有允许使用手机号');
    await answerPhoneButton(app, { errMsg: 'getPhoneNumber:fail', errno: 1400001 });
    await app.waitFor('手机号验证次数已用完');
    await app.press('暂不绑定');
    await app.waitFor('请先绑定手机号再提交');
    expect(app.page().route).toBe(RAISE);
    expect(app.findLabel('标题').map(({ attributes }) => attributes.value)).toEqual(['河边护栏断了一截']);
    await app.openPage(HOME);
    await app.waitFor('征集');
    // So soon after the first, a tap on the same button would be the same tap.
    await new Promise((resolve) => setTimeout(resolve, 700));

    await startRaising(app);
    await app.waitFor('已找回您上次没写完的内容');
    await app.press('提交议题');
    await answerPhoneButton(app, { code: 'a-code-that-never-was', errMsg: 'getPhoneNumber:ok' });
    await app.waitFor('微信的授权已失效，请重新操作一次');
    await answerPhoneButton(app, { code: await wechat.phoneCode('13800010002'), errMsg: 'getPhoneNumber:ok' });
    await app.waitForPage(RAISED);
    expect(await countMine(app, '河边护栏断了一截')).toBe(1);
  });

  it('keeps what was handed in without a network until the number is bound, says so, and sends it exactly once', async () => {
    let { app } = await somebodyNew();
    await until(() => app.storage.has('session'));
    await startRaising(app);
    await settle(app);
    await app.waitForPage(RAISE);
    await write(app, '雨天公交站积水很深');
    await town.goDown();
    try {
      await app.press('提交议题');
      await app.waitForPage(OUTBOX);
      await app.waitFor('还没有收到回音');
    } finally {
      await town.comeBack();
    }
    await app.press('现在就发');
    await app.waitFor('还没有发出：要先绑定手机号');
    await app.waitFor('待发送 1 条，1 条要您处理');
    app.kill();

    app = await start({}, app.storage);
    await app.openPage(OUTBOX);
    await app.press('去绑定手机号');
    await answerPhoneButton(app, { errMsg: 'getPhoneNumber:fail user deny' });
    await app.press('暂不绑定');
    await app.waitFor('还没有发出：要先绑定手机号');
    await app.press('去绑定手机号');
    await answerPhoneButton(app, { code: await wechat.phoneCode('13800010003'), errMsg: 'getPhoneNumber:ok' });
    await app.waitFor('没有等着发送的内容');
    expect(app.log).toContain('toast: 提议题已送达：雨天公交站积水很深');
    expect(await countMine(app, '雨天公交站积水很深')).toBe(1);
  });
});
