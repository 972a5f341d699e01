import path from 'node:path';
import { textOf, type Weapp, type WeappNode, walk } from './harness';
import { DETAIL, LAMPS, ME, RAISE, RAISED, Raising, SIGN_IN, TOWNSHIP } from './harness/raising';

const PHOTO = path.resolve(__dirname, '../src/assets/tabs/home.png');

// Longer than the harness waits for any one thing, so that it can say what it waited for.
jest.setTimeout(30_000);

describe('a topic in the built mini program, against the running server', () => {
  let stage: Raising;
  beforeAll(async () => {
    stage = await Raising.begin();
  }, 30_000);
  afterAll(() => stage.town.stop());
  afterEach(() => stage.phones.put());

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

  it('asks a visitor who they are, goes on from there, and knows them when it is opened again', async () => {
    const app = await stage.start();
    await app.press('我要提议题');
    await app.waitForPage(SIGN_IN);
    await app.press(new RegExp(`^居民，.*，${TOWNSHIP}$`));
    await app.waitForPage(RAISE);
    app.kill();

    const again = await stage.start(app.storage);
    await again.openPage(ME);
    await again.waitFor(`${TOWNSHIP} 居民`);
  });

  it('raises a topic with a photo: says what comes next, and lists it under 我提出的', async () => {
    const app = await stage.start();
    const name = await stage.signIn(app, '居民');
    await stage.open(app);
    await stage.write(app, LAMPS);
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
    const picture = await fetch(`${stage.town.url}${shown.pathname}${shown.search}`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);

    await stage.mine(app);
    await app.waitFor('我提出的');
    await app.waitFor(LAMPS.title);
  });

  it('lets a neighbour co-sign it, from what reads alike while they type', async () => {
    const raiser = await stage.start();
    await stage.signIn(raiser, '居民');
    const id = await stage.raise(raiser, { ...LAMPS, title: '集市边上的厕所冬天不开门' });
    await stage.accept(id);
    // The worker brings into the search what there is to be like.
    await stage.town.work();

    const neighbour = await stage.start();
    await stage.signIn(neighbour, '居民', 1);
    await stage.open(neighbour);
    await neighbour.fill('标题', '集市厕所冬天不开门');
    await neighbour.press('附议“集市边上的厕所冬天不开门”');
    await neighbour.waitFor('已附议');

    await stage.mine(neighbour);
    await neighbour.press('我附议的');
    await neighbour.press(/集市边上的厕所冬天不开门/);
    await neighbour.waitForPage(DETAIL);
    await neighbour.waitFor('已附议，撤回');
    await neighbour.press('已附议，撤回');
    await neighbour.waitFor('我也附议');
  });

  it('says in Chinese, at its field, what the server refuses, and takes it once it is mended', async () => {
    const app = await stage.start();
    await stage.signIn(app, '居民');
    await stage.open(app);
    await app.fill('标题', '路灯');
    await app.fill('怎么回事', LAMPS.description);
    await app.press('提交议题');
    await app.waitFor('填写的内容有误，请检查后再提交');
    expect(wrongFields(app)).toEqual({ 标题: '请填写 4 到 40 个字', 类别: '请选择', '村（社区）': '请选择' });
    expect(app.page().route).toBe(RAISE);

    await stage.write(app, { ...LAMPS, title: '路灯太暗，看不清路' });
    await app.press('提交议题');
    await app.waitForPage(RAISED);
  });

  it('makes one topic of ten taps', async () => {
    const app = await stage.start();
    await stage.signIn(app, '居民');
    await stage.open(app);
    await stage.write(app, { ...LAMPS, title: '河边护栏断了一截' });
    const submit = await app.waitFor('提交议题');
    for (let tap = 0; tap < 10; tap++) app.tap(submit);
    await app.waitForPage(RAISED);
    await stage.mine(app);
    await app.waitFor('河边护栏断了一截');
    expect(app.findText('河边护栏断了一截')).toHaveLength(1);
  });

  it('keeps what was written when the app is killed, and forgets it once it is sent', async () => {
    const app = await stage.start();
    await stage.signIn(app, '居民');
    await stage.open(app);
    await stage.write(app, LAMPS);
    await new Promise((resolve) => setTimeout(resolve, 600));
    app.kill();

    const again = await stage.start(app.storage);
    await stage.open(again);
    await again.waitFor('已找回您上次没写完的内容');
    expect(again.findLabel('标题').map(({ attributes }) => attributes.value)).toEqual([LAMPS.title]);
    await again.press('提交议题');
    await again.waitForPage(RAISED);
    again.kill();

    const afterwards = await stage.start(again.storage);
    await stage.open(afterwards);
    await afterwards.waitFor('怎么回事');
    expect(afterwards.findText('已找回您上次没写完的内容')).toEqual([]);
  });
});
