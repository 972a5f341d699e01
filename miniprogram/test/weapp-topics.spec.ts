import { createServer } from 'node:http';
import path from 'node:path';
import { Town } from './browser/support/town';
import { textOf, type Weapp, type WeappNode, walk } from './harness';
import { Phones } from './harness/phones';

const PHOTO = path.resolve(__dirname, '../src/assets/tabs/home.png');

const HOME = 'pages/home/index';
const ME = 'pages/me/index';
const RAISE = 'packages/topics/raise/index';
const RAISED = 'packages/topics/raised/index';
const DETAIL = 'packages/topics/detail/index';
const SIGN_IN = 'packages/me/sign-in/index';

const TOWNSHIP = '青石镇';
const COMMUNITY = '北庄村';
const LAMPS = {
  title: '村口到小学的路没有路灯',
  description: '冬天放学天已经黑了，孩子走这段路看不清，前几天有人摔了一跤。',
};

// Longer than the harness waits for any one thing, so that it can say what it waited for.
jest.setTimeout(30_000);

describe('a topic in the built mini program, against the running server', () => {
  let town: Town;
  const phones = new Phones(() => town);

  /** The app on a new phone, or on one that an earlier run left its storage on. */
  const start = async (storage?: Map<string, string>): Promise<Weapp> => {
    const app = await phones.start({}, storage);
    return app;
  };

  /** Signs in from 我的. @param who which of several with that role, from 0 */
  const signIn = async (app: Weapp, role: string, who = 0): Promise<string> => {
    await app.openPage(ME);
    await app.press('登录');
    await app.waitForPage(SIGN_IN);
    const label = new RegExp(`^${role}，.*，${TOWNSHIP}$`);
    await app.waitFor(TOWNSHIP);
    const person = app.findLabel(label)[who];
    if (!person) throw new Error(`There is no ${role} number ${who} of ${TOWNSHIP} to be`);
    app.tap(person);
    await app.waitForPage(ME);
    return String(person.attributes['aria-label']).split('，')[1] ?? '';
  };

  const startRaising = async (app: Weapp): Promise<void> => {
    await app.openPage(HOME);
    await app.press('我要提议题');
    await app.waitForPage(RAISE);
  };

  const write = async (app: Weapp, { title, description }: typeof LAMPS): Promise<void> => {
    await app.fill('标题', title);
    await app.fill('怎么回事', description);
    await app.press('农村道路');
    await app.press(COMMUNITY);
  };

  /** Raises a topic; its id. */
  const raise = async (app: Weapp, topic: typeof LAMPS): Promise<string> => {
    await startRaising(app);
    await write(app, topic);
    await app.press('提交议题');
    return (await app.waitForPage(RAISED)).query.id ?? '';
  };

  const accept = async (id: string): Promise<void> => {
    const convener = await start();
    await signIn(convener, '召集人');
    await convener.openPage(DETAIL, { id });
    await convener.press('受理');
    await convener.waitFor('进入议题库，所有人都能看到，可以附议。');
    const confirm = convener.findLabel('受理').at(-1);
    if (confirm) convener.tap(confirm);
    await convener.waitFor('等召集人筛选议题');
  };

  /** What is said at each field that is wrong, by its label. */
  const wrongFields = (app: Weapp): Record<string, string> => {
    const part = (field: WeappNode, name: string) =>
      [...walk(field)]
        .filter(({ className }) => className.split(' ').includes(name))
        .map(textOf)
        .join('');
    const fields = [...walk(app.tree())].filter(({ className }) => className.split(' ').includes('field--wrong'));
    return Object.fromEntries(fields.map((field) => [part(field, 'field__label'), part(field, 'field__error')]));
  };

  const until = async (met: () => boolean): Promise<void> => {
    for (let look = 0; look < 200 && !met(); look += 1) await new Promise((resolve) => setTimeout(resolve, 25));
  };

  const mine = async (app: Weapp): Promise<void> => {
    await app.openPage(ME);
    await app.press('我的议题');
  };

  beforeAll(async () => {
    town = await Town.start(Date.now(), '');
  }, 30_000);
  afterAll(() => town.stop());
  afterEach(phones.put);

  it('asks a visitor who they are, goes on from there, and knows them when it is opened again', async () => {
    const app = await start();
    await app.press('我要提议题');
    await app.waitForPage(SIGN_IN);
    await app.press(new RegExp(`^居民，.*，${TOWNSHIP}$`));
    await app.waitForPage(RAISE);
    app.kill();

    const again = await start(app.storage);
    await again.openPage(ME);
    await again.waitFor(`${TOWNSHIP} 居民`);
  });

  it('raises a topic with a photo: says what comes next, and lists it under 我提出的', async () => {
    const app = await start();
    const name = await signIn(app, '居民');
    await startRaising(app);
    await write(app, LAMPS);
    app.chooseFiles([PHOTO]);
    await app.press('添加照片');
    await app.waitFor('1/9');
    await app.press('提交议题');

    await app.waitForPage(RAISED);
    await app.waitFor('议题已提交');
    await app.waitFor(LAMPS.title);
    await app.waitFor(/召集人.*前审核议题/);
    await app.press('查看这件议题');
    await app.waitForPage(DETAIL);
    await app.waitFor(LAMPS.description);
    await app.waitFor(`${name} 今天提出`);
    await app.waitFor('待审核');
    const pictures = [...walk(app.tree())].filter(({ tag }) => tag === 'image');
    expect(pictures).toHaveLength(1);
    const shown = new URL(String(pictures[0]?.attributes.src));
    const picture = await fetch(`${town.url}${shown.pathname}${shown.search}`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);

    await mine(app);
    await app.waitFor('我提出的');
    await app.waitFor(LAMPS.title);
  });

  it('goes on with photos that a kill cut off, and lets what waits be changed or given up', async () => {
    const app = await start();
    await signIn(app, '居民', 1);
    await startRaising(app);
    await write(app, { ...LAMPS, title: '桥头的反光镜碎了' });
    await town.goDown();
    app.chooseFiles([PHOTO]);
    await app.press('添加照片');
    await app.waitFor('重试');
    await new Promise((resolve) => setTimeout(resolve, 600));
    app.kill();
    await town.comeBack();

    const again = await start(app.storage);
    await startRaising(again);
    await again.waitFor('1/9');
    await town.goDown();
    await again.press('提交议题');
    await again.waitForPage('packages/me/outbox/index');
    await again.press('修改');
    await again.waitFor('它可能已经送达，只是没收到回音');
    await again.press('仍要修改');
    await again.waitForPage(RAISE);
    await again.waitFor('1/9');
    expect(again.findLabel('标题').map(({ attributes }) => attributes.value)).toEqual(['桥头的反光镜碎了']);
    await again.press('提交议题');
    await again.waitForPage('packages/me/outbox/index');
    await again.press('不发了');
    await again.waitFor('它可能已经送达');
    const confirm = again.findLabel('不发了').at(-1);
    if (confirm) again.tap(confirm);
    await again.waitFor('没有等着发送的内容');
    await town.comeBack();
  });

  it('does not send a form behind the back of a photo that failed: again, or without it', async () => {
    const app = await start();
    await signIn(app, '居民');
    await startRaising(app);
    await write(app, { ...LAMPS, title: '广场的健身器材松动了' });
    await town.goDown();
    try {
      app.chooseFiles([PHOTO]);
      await app.press('添加照片');
      await app.waitFor('重试');
      await app.press('提交议题');
      await app.waitFor('有 1 张照片没有传上去，还没有提交');
    } finally {
      await town.comeBack();
    }
    const retry = app.findLabel('重试').at(-1);
    if (retry) app.tap(retry);
    await app.waitFor('1/9');
    await town.goDown();
    try {
      app.chooseFiles([PHOTO]);
      await app.press('添加照片');
      await app.waitFor('重试');
    } finally {
      await town.comeBack();
    }
    await app.press('提交议题');
    await app.press('不带这张照片');
    await app.waitForPage(RAISED);
    await app.press('查看这件议题');
    await app.waitFor('广场的健身器材松动了');
    expect([...walk(app.tree())].filter(({ tag }) => tag === 'image')).toHaveLength(1);
  });

  it('keeps a co-signature that was given without a network, and counts it once', async () => {
    const raiser = await start();
    await signIn(raiser, '居民');
    const id = await raise(raiser, { ...LAMPS, title: '村卫生室周末没人' });
    await accept(id);
    const neighbour = await start();
    await signIn(neighbour, '居民', 1);
    await neighbour.openPage(DETAIL, { id });
    await neighbour.waitFor('我也附议');
    await town.goDown();
    try {
      await neighbour.press('我也附议');
      await neighbour.waitFor('附议待发送');
      await neighbour.waitFor('待发送 1 条');
    } finally {
      await town.comeBack();
    }
    neighbour.phone.tell('networkStatusChange', { isConnected: false, networkType: 'none' });
    neighbour.phone.tell('networkStatusChange', { isConnected: true, networkType: 'wifi' });
    await until(() => neighbour.log.includes('toast: 附议已送达：村卫生室周末没人'));
    const reader = await start();
    await reader.openPage(DETAIL, { id });
    await reader.waitFor(/1\s*人附议/);
  });

  it('lets a neighbour co-sign it, from what reads alike while they type', async () => {
    const raiser = await start();
    await signIn(raiser, '居民');
    const id = await raise(raiser, { ...LAMPS, title: '集市边上的厕所冬天不开门' });
    await accept(id);
    // The worker brings into the search what there is to be like.
    await town.work();

    const neighbour = await start();
    await signIn(neighbour, '居民', 1);
    await startRaising(neighbour);
    await neighbour.fill('标题', '集市厕所冬天不开门');
    await neighbour.press('附议“集市边上的厕所冬天不开门”');
    await neighbour.waitFor('已附议');

    await mine(neighbour);
    await neighbour.press('我附议的');
    await neighbour.press(/集市边上的厕所冬天不开门/);
    await neighbour.waitForPage(DETAIL);
    await neighbour.waitFor('已附议，撤回');
    await neighbour.press('已附议，撤回');
    await neighbour.waitFor('我也附议');
  });

  it('says in Chinese, at its field, what the server refuses, and takes it once it is mended', async () => {
    const app = await start();
    await signIn(app, '居民');
    await startRaising(app);
    await app.fill('标题', '路灯');
    await app.fill('怎么回事', LAMPS.description);
    await app.press('提交议题');
    await app.waitFor('填写的内容有误，请检查后再提交');
    expect(wrongFields(app)).toEqual({ 标题: '请填写 4 到 40 个字', 类别: '请选择', '村（社区）': '请选择' });
    expect(app.page().route).toBe(RAISE);

    await write(app, { ...LAMPS, title: '路灯太暗，看不清路' });
    await app.press('提交议题');
    await app.waitForPage(RAISED);
  });

  it('makes one topic of ten taps', async () => {
    const app = await start();
    await signIn(app, '居民');
    await startRaising(app);
    await write(app, { ...LAMPS, title: '河边护栏断了一截' });
    const submit = await app.waitFor('提交议题');
    for (let tap = 0; tap < 10; tap++) app.tap(submit);
    await app.waitForPage(RAISED);
    await mine(app);
    await app.waitFor('河边护栏断了一截');
    expect(app.findText('河边护栏断了一截')).toHaveLength(1);
  });

  it('keeps what was written when the app is killed, and forgets it once it is sent', async () => {
    const app = await start();
    await signIn(app, '居民');
    await startRaising(app);
    await write(app, LAMPS);
    await new Promise((resolve) => setTimeout(resolve, 600));
    app.kill();

    const again = await start(app.storage);
    await startRaising(again);
    await again.waitFor('已找回您上次没写完的内容');
    expect(again.findLabel('标题').map(({ attributes }) => attributes.value)).toEqual([LAMPS.title]);
    await again.press('提交议题');
    await again.waitForPage(RAISED);
    again.kill();

    const afterwards = await start(again.storage);
    await startRaising(afterwards);
    await afterwards.waitFor('怎么回事');
    expect(afterwards.findText('已找回您上次没写完的内容')).toEqual([]);
  });

  it('says that the network is down, keeps what is handed in through a kill, and sends it once when it is back', async () => {
    const reader = await start();
    let writer = await start();
    await signIn(writer, '居民', 1);
    await startRaising(writer);
    await write(writer, { ...LAMPS, title: '雨天公交站积水很深' });

    await town.goDown();
    try {
      await reader.openPage('packages/plans/list/index');
      await reader.waitFor('网络不通，请检查后重试');
      await writer.press('提交议题');
      await writer.waitForPage('packages/me/outbox/index');
      await writer.waitFor('提议题：雨天公交站积水很深');
      await writer.openPage(HOME);
      await writer.waitFor('待发送 1 条');
      writer.kill();
      writer = await start(writer.storage);
      await writer.waitFor('待发送 1 条');
    } finally {
      await town.comeBack();
    }

    await reader.press('重试');
    await reader.waitFor(/还没有.*计划|协商计划/);
    expect(reader.findText('网络不通')).toEqual([]);
    writer.phone.tell('networkStatusChange', { isConnected: false, networkType: 'none' });
    await writer.waitFor('现在没有网络');
    writer.phone.tell('networkStatusChange', { isConnected: true, networkType: 'wifi' });
    await until(() => writer.findText('待发送').length === 0);
    expect(writer.log).toContain('toast: 提议题已送达：雨天公交站积水很深');
    await mine(writer);
    await writer.waitFor('雨天公交站积水很深');
    expect(writer.findText('雨天公交站积水很深')).toHaveLength(1);
  });

  it('keeps what is handed in while a proxy answers for a server that is away, and says so in Chinese', async () => {
    const writer = await start();
    await signIn(writer, '居民', 1);
    await startRaising(writer);
    await write(writer, { ...LAMPS, title: '菜市场门口排水沟没有盖' });
    const reader = await start();

    await town.goDown();
    const proxy = createServer((_request, response) => {
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html>502 Bad Gateway</html>');
    });
    await new Promise<void>((resolve) => proxy.listen(Number(new URL(town.url).port), resolve));
    try {
      await writer.press('提交议题');
      await writer.waitForPage('packages/me/outbox/index');
      await writer.waitFor('提议题：菜市场门口排水沟没有盖');
      await reader.openPage('packages/plans/list/index');
      await reader.waitFor('系统正在启动，请稍后再试');
    } finally {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
      await town.comeBack();
    }

    await writer.press('现在就发');
    await until(() => writer.log.includes('toast: 提议题已送达：菜市场门口排水沟没有盖'));
    await mine(writer);
    await writer.waitFor('菜市场门口排水沟没有盖');
    expect(writer.findText('菜市场门口排水沟没有盖')).toHaveLength(1);
  });

  it('takes a topic also where the phone keeps nothing more', async () => {
    const app = await start();
    await signIn(app, '居民', 1);
    app.storage.set('other', JSON.stringify('x'.repeat(10 * 1024 * 1024 - 4_000)));
    expect(await raise(app, { ...LAMPS, title: '河堤护栏断了', description: '护栏断了三处。'.repeat(280) })).not.toBe(
      '',
    );
    expect([...app.storage.keys()].filter((key) => key.startsWith('draft:'))).toEqual([]);
  });
});
