import { Town } from './browser/support/town';
import { type Weapp } from './harness';
import { Phones } from './harness/phones';

const ME = 'pages/me/index';
const SIGN_IN = 'packages/me/sign-in/index';
const RAISE = 'packages/topics/raise/index';
const RAISED = 'packages/topics/raised/index';
const DETAIL = 'packages/topics/detail/index';
const LIST = 'packages/me/messages/index';
const TOWNSHIP = '青石镇';
const TITLE = '村口到小学的路没有路灯';

jest.setTimeout(30_000);

describe('messages in the built mini program, against the running server', () => {
  let town: Town;
  const phones = new Phones(() => town);
  const start = async (role: string): Promise<Weapp> => {
    const app = await phones.start();
    await app.openPage(ME);
    await app.press('登录');
    await app.waitForPage(SIGN_IN);
    await app.press(new RegExp(`^${role}，.*，${TOWNSHIP}$`));
    await app.waitForPage(ME);
    return app;
  };

  beforeAll(async () => {
    town = await Town.start(Date.now(), '');
  }, 30_000);
  afterAll(() => town.stop());
  afterEach(phones.put);

  it('tell the raiser that the convener has accepted, open the topic, and are read', async () => {
    const raiser = await start('居民');
    await raiser.openPage(RAISE);
    await raiser.fill('标题', TITLE);
    await raiser.fill('怎么回事', '冬天放学天已经黑了，孩子走这段路看不清，前几天有人摔了一跤。');
    await raiser.press('农村道路');
    await raiser.press('北庄村');
    await raiser.press('提交议题');
    const id = (await raiser.waitForPage(RAISED)).query.id ?? '';
    await town.work();

    const convener = await start('召集人');
    await convener.press('消息，1 条未读');
    await convener.waitForPage(LIST);
    await convener.press(/^未读，有新议题待审核/);
    await convener.waitForPage(DETAIL);
    expect(convener.page().query).toMatchObject({ id });
    await convener.press('受理');
    await convener.waitFor('进入议题库，所有人都能看到，可以附议。');
    const confirm = convener.findLabel('受理').at(-1);
    if (confirm) convener.tap(confirm);
    await convener.waitFor('等召集人筛选议题');
    await town.work();

    await raiser.openPage(ME);
    await raiser.openPage(LIST);
    await raiser.waitFor('1 条未读');
    await raiser.waitFor('议题已受理');
    await raiser.press(new RegExp(`^未读，议题已受理，.*${TITLE}`));
    await raiser.waitForPage(DETAIL);
    await raiser.waitFor(TITLE);
    await raiser.openPage(LIST);
    await raiser.waitFor('议题已受理');
    expect(raiser.findLabel(/^未读/)).toEqual([]);
  });
});
