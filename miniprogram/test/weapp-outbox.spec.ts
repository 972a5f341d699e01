import { createServer } from 'node:http';
import path from 'node:path';
import { walk } from './harness';
import { DETAIL, HOME, LAMPS, RAISE, RAISED, Raising } from './harness/raising';

const PHOTO = path.resolve(__dirname, '../src/assets/tabs/home.png');

// Longer than the harness waits for any one thing, so that it can say what it waited for.
jest.setTimeout(30_000);

describe('a topic in the built mini program, while the server is away', () => {
  let stage: Raising;
  beforeAll(async () => {
    stage = await Raising.begin();
  }, 30_000);
  afterAll(() => stage.town.stop());
  afterEach(() => stage.phones.put());

  const until = async (met: () => boolean): Promise<void> => {
    for (let look = 0; look < 200 && !met(); look += 1) await new Promise((resolve) => setTimeout(resolve, 25));
  };

  it('goes on with photos that a kill cut off, and lets what waits be changed or given up', async () => {
    const app = await stage.start();
    await stage.signIn(app, '居民', 1);
    await stage.open(app);
    await stage.write(app, { ...LAMPS, title: '桥头的反光镜碎了' });
    await stage.town.goDown();
    app.chooseFiles([PHOTO]);
    await app.press('添加照片');
    await app.waitFor('重试');
    await new Promise((resolve) => setTimeout(resolve, 600));
    app.kill();
    await stage.town.comeBack();

    const again = await stage.start(app.storage);
    await stage.open(again);
    await again.waitFor('1/9');
    await stage.town.goDown();
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
    await stage.town.comeBack();
  });

  it('does not send a form behind the back of a photo that failed: again, or without it', async () => {
    const app = await stage.start();
    await stage.signIn(app, '居民');
    await stage.open(app);
    await stage.write(app, { ...LAMPS, title: '广场的健身器材松动了' });
    await stage.town.goDown();
    try {
      app.chooseFiles([PHOTO]);
      await app.press('添加照片');
      await app.waitFor('重试');
      await app.press('提交议题');
      await app.waitFor('有 1 张照片没有传上去，还没有提交');
    } finally {
      await stage.town.comeBack();
    }
    const retry = app.findLabel('重试').at(-1);
    if (retry) app.tap(retry);
    await app.waitFor('1/9');
    await stage.town.goDown();
    try {
      app.chooseFiles([PHOTO]);
      await app.press('添加照片');
      await app.waitFor('重试');
    } finally {
      await stage.town.comeBack();
    }
    await app.press('提交议题');
    await app.press('不带这张照片');
    await app.waitForPage(RAISED);
    await app.press('查看这件议题');
    await app.waitFor('广场的健身器材松动了');
    expect([...walk(app.tree())].filter(({ tag }) => tag === 'image')).toHaveLength(1);
  });

  it('keeps a co-signature that was given without a network, and counts it once', async () => {
    const raiser = await stage.start();
    await stage.signIn(raiser, '居民');
    const id = await stage.raise(raiser, { ...LAMPS, title: '村卫生室周末没人' });
    await stage.accept(id);
    const neighbour = await stage.start();
    await stage.signIn(neighbour, '居民', 1);
    await neighbour.openPage(DETAIL, { id });
    await neighbour.waitFor('我也附议');
    await stage.town.goDown();
    try {
      await neighbour.press('我也附议');
      await neighbour.waitFor('附议待发送');
      await neighbour.waitFor('待发送 1 条');
    } finally {
      await stage.town.comeBack();
    }
    neighbour.phone.tell('networkStatusChange', { isConnected: false, networkType: 'none' });
    neighbour.phone.tell('networkStatusChange', { isConnected: true, networkType: 'wifi' });
    await until(() => neighbour.log.includes('toast: 附议已送达：村卫生室周末没人'));
    const reader = await stage.start();
    await reader.openPage(DETAIL, { id });
    await reader.waitFor(/1\s*人附议/);
  });

  it('says that the network is down, keeps what is handed in through a kill, and sends it once when it is back', async () => {
    const reader = await stage.start();
    let writer = await stage.start();
    await stage.signIn(writer, '居民', 1);
    await stage.open(writer);
    await stage.write(writer, { ...LAMPS, title: '雨天公交站积水很深' });

    await stage.town.goDown();
    try {
      await reader.openPage('packages/plans/list/index');
      await reader.waitFor('网络不通，请检查后重试');
      await writer.press('提交议题');
      await writer.waitForPage('packages/me/outbox/index');
      await writer.waitFor('提议题：雨天公交站积水很深');
      await writer.openPage(HOME);
      await writer.waitFor('待发送 1 条');
      writer.kill();
      writer = await stage.start(writer.storage);
      await writer.waitFor('待发送 1 条');
    } finally {
      await stage.town.comeBack();
    }

    await reader.press('重试');
    await reader.waitFor(/还没有.*计划|协商计划/);
    expect(reader.findText('网络不通')).toEqual([]);
    writer.phone.tell('networkStatusChange', { isConnected: false, networkType: 'none' });
    await writer.waitFor('现在没有网络');
    writer.phone.tell('networkStatusChange', { isConnected: true, networkType: 'wifi' });
    await until(() => writer.findText('待发送').length === 0);
    expect(writer.log).toContain('toast: 提议题已送达：雨天公交站积水很深');
    await stage.mine(writer);
    await writer.waitFor('雨天公交站积水很深');
    expect(writer.findText('雨天公交站积水很深')).toHaveLength(1);
  });

  it('keeps what is handed in while a proxy answers for a server that is away, and says so in Chinese', async () => {
    const writer = await stage.start();
    await stage.signIn(writer, '居民', 1);
    await stage.open(writer);
    await stage.write(writer, { ...LAMPS, title: '菜市场门口排水沟没有盖' });
    const reader = await stage.start();

    await stage.town.goDown();
    const proxy = createServer((_request, response) => {
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html>502 Bad Gateway</html>');
    });
    await new Promise<void>((resolve) => proxy.listen(Number(new URL(stage.town.url).port), resolve));
    try {
      await writer.press('提交议题');
      await writer.waitForPage('packages/me/outbox/index');
      await writer.waitFor('提议题：菜市场门口排水沟没有盖');
      await reader.openPage('packages/plans/list/index');
      await reader.waitFor('系统正在启动，请稍后再试');
    } finally {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
      await stage.town.comeBack();
    }

    await writer.press('现在就发');
    await until(() => writer.log.includes('toast: 提议题已送达：菜市场门口排水沟没有盖'));
    await stage.mine(writer);
    await writer.waitFor('菜市场门口排水沟没有盖');
    expect(writer.findText('菜市场门口排水沟没有盖')).toHaveLength(1);
  });

  it('takes a topic also where the phone keeps nothing more', async () => {
    const app = await stage.start();
    await stage.signIn(app, '居民', 1);
    app.storage.set('other', JSON.stringify('x'.repeat(10 * 1024 * 1024 - 4_000)));
    expect(
      await stage.raise(app, { ...LAMPS, title: '河堤护栏断了', description: '护栏断了三处。'.repeat(280) }),
    ).not.toBe('');
    expect([...app.storage.keys()].filter((key) => key.startsWith('draft:'))).toEqual([]);
  });
});
