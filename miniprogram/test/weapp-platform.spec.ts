import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Town } from './browser/support/town';
import { type Weapp } from './harness';
import { Phones } from './harness/phones';

const DIST = path.resolve(__dirname, '../dist/weapp');
const PHOTO = path.resolve(__dirname, '../src/assets/tabs/home.png');
const ME = 'pages/me/index';
const RAISE = 'packages/topics/raise/index';
const SIGN_IN = 'packages/me/sign-in/index';

jest.setTimeout(30_000);

const json = <T>(name: string): T => JSON.parse(readFileSync(path.join(DIST, name), 'utf8')) as T;

describe('what the built mini program declares', () => {
  it('has every colour and picture of its theme, light and dark', () => {
    const app = readFileSync(path.join(DIST, 'app.json'), 'utf8');
    const theme = json<Record<'light' | 'dark', Record<string, string>>>('theme.json');
    const named = [...app.matchAll(/"@(\w+)"/g)].map(([, name]) => name ?? '');
    expect(named.length).toBeGreaterThan(10);
    const pictures = new Set(readdirSync(path.join(DIST, 'assets/tabs')));
    for (const set of [theme.light, theme.dark]) {
      expect(named.filter((name) => set[name] === undefined)).toEqual([]);
      const missing = Object.values(set).filter(
        (value) => value.endsWith('.png') && !pictures.has(path.basename(value)),
      );
      expect(missing).toEqual([]);
    }
  });

  it('asks for no more than choosing a place, in words that WeChat takes', () => {
    const app = json<{ requiredPrivateInfos: string[]; permission: Record<string, { desc: string }> }>('app.json');
    expect(app.requiredPrivateInfos).toEqual(['chooseLocation']);
    expect(app.permission['scope.userLocation']?.desc.length).toBeLessThanOrEqual(30);
  });
});

describe('the mini program in WeChat', () => {
  let town: Town;
  const phones = new Phones(() => town);
  const { start } = phones;
  const signIn = async (app: Weapp): Promise<void> => {
    await app.openPage(ME);
    await app.press('登录');
    await app.waitForPage(SIGN_IN);
    await app.press(/^居民，.*，青石镇$/);
    await app.waitForPage(ME);
  };

  beforeAll(async () => {
    town = await Town.start(Date.now(), '');
  }, 30_000);
  afterAll(() => town.stop());
  afterEach(phones.put);

  it('is read as a visitor where signing in by WeChat fails, and uses a code once', async () => {
    const app = await start({ loginCodes: ['a-code', 'another'] });
    await app.waitFor('我要提议题');
    expect(app.phone.state.loginCodes).toEqual(['another']);
    expect(app.storage.has('session')).toBe(false);
  });

  it('asks for another code when the answer to the first was lost', async () => {
    await town.goDown();
    const app = await start({ loginCodes: ['a-code', 'another', 'a-third'] });
    try {
      await app.waitFor('网络不通，请检查后重试');
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(app.phone.state.loginCodes).toEqual(['a-third']);
    } finally {
      await town.comeBack();
    }
  });

  it('renews a session that ran out without a word, once for all that ask, and ends one that cannot be renewed', async () => {
    const app = await start();
    await signIn(app);
    const tokenOf = () =>
      (JSON.parse(app.storage.get('session') ?? '{}') as { tokens: { token: string } | null }).tokens;
    const first = tokenOf()?.token;
    await town.setClock(town.now + 3 * 3_600_000);
    await app.openPage('packages/topics/mine/index');
    await app.waitFor('我提出的');
    await app.waitFor(/还没有/);
    const second = tokenOf()?.token;
    expect(second).toBeDefined();
    expect(second).not.toBe(first);

    await town.setClock(town.now + 400 * 86_400_000);
    await app.openPage(ME);
    await app.waitFor('还没有登录');
    expect(tokenOf()).toBeNull();
  });

  it('draws its letters as large as the phone does', async () => {
    const app = await start({ fontSizeSetting: 23.8 });
    expect(String(app.tree().children[0]?.attributes.style)).toMatch(/--type-scale: ?1\.4/);
  });

  it('lets a public page be shared, and shows it in 朋友圈 with nothing to fill in', async () => {
    const app = await start({ scene: 1154, loginCodes: ['never-used'] });
    await app.waitFor('征集');
    expect(app.findText('我要提议题')).toEqual([]);
    expect(app.phone.state.loginCodes).toEqual(['never-used']);
    const share = (name: string) => (app.page().instance[name] as (from: object) => unknown)({});
    expect(share('onShareAppMessage')).toMatchObject({ path: '/pages/home/index', imageUrl: '/assets/share.png' });
    expect(share('onShareTimeline')).toMatchObject({ imageUrl: '/assets/share.png' });
  });

  it('takes a point on the map with its words, and leaves the form alone when the map is left', async () => {
    const chosenPlace = { name: '北庄村小学', address: '青石镇北庄村', latitude: 33.1, longitude: 119.2 };
    const app = await start({ chosenPlace });
    await signIn(app);
    await app.openPage(RAISE);
    await app.press('在地图上选');
    await app.waitFor('已在地图上选好');
    expect(app.findLabel('具体地点').map(({ attributes }) => attributes.value)).toEqual(['北庄村小学']);
    app.phone.state.chosenPlace = null;
    await app.press('重新选点');
    await app.waitFor('已在地图上选好');
    await app.fill('具体地点', '');
    expect(app.findText('已在地图上选好')).toEqual([]);
  });

  it('opens the check-in from a scanned code, and says so where it is another code', async () => {
    const app = await start({ scanned: { result: 'https://elsewhere.example/?a=1' } });
    await app.openPage('packages/sessions/mine/index');
    await app.press('扫码签到');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(app.log).toContain('toast: 这不是签到码，请扫会场门口的码');
    app.phone.state.scanned = { result: `${town.url}/packages/sessions/check-in/index?session=S1&token=T1` };
    await app.press('扫码签到');
    expect((await app.waitForPage('packages/sessions/check-in/index')).query).toMatchObject({
      session: 'S1',
      token: 'T1',
    });
  });

  it('leads whoever opens a page that is no more to the first one, and says so', async () => {
    const app = await start({ path: 'packages/nowhere/index' });
    await app.waitForPage('pages/home/index');
    expect(app.log).toContain('toast: 没有找到要看的页面，已回到首页');
  });

  it('opens where a mini-program code leads, scanned from within or by WeChat itself', async () => {
    const phone = await start({ loginCodes: [] });
    await signIn(phone);
    const { tokens } = JSON.parse(phone.storage.get('session') ?? '{}') as { tokens: { token: string } };
    const answer = await fetch(`${town.url}/api/v1/links`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${tokens.token}`,
        'idempotency-key': 'a-link-to-the-door',
      },
      body: JSON.stringify({ page: 'packages/sessions/check-in/index', query: 'session=S1&token=T1' }),
    });
    const { short } = (await answer.json()) as { short: string };
    phone.phone.state.scanned = { result: '', path: `pages/open/index?scene=${encodeURIComponent(short)}` };
    await phone.openPage('packages/sessions/mine/index');
    await phone.press('扫码签到');
    const opened = await phone.waitForPage('packages/sessions/check-in/index');
    expect(opened.query).toMatchObject({ session: 'S1', token: 'T1' });

    const launched = await start({ path: 'pages/open/index', query: { scene: encodeURIComponent(short) } });
    expect((await launched.waitForPage('packages/sessions/check-in/index')).query).toMatchObject({ token: 'T1' });
  });

  it('asks for consent where WeChat needs it, and goes on once it is given', async () => {
    const app = await start({ privacyAgreed: false });
    await signIn(app);
    await app.openPage(RAISE);
    app.chooseFiles([PHOTO]);
    await app.press('添加照片');
    await app.waitFor('隐私保护提示');
    await app.press('查看《用户隐私保护指引》');
    expect(app.log).toContain('privacy contract');
    const agree = app.findLabel('同意')[0];
    if (!agree) throw new Error('There is no button to agree');
    app.fire('agreeprivacyauthorization', agree, {});
    await app.waitFor('1/9');
    expect(app.findText('隐私保护提示')).toEqual([]);
  });

  it('keeps working when consent is refused, and answers everything that waited', async () => {
    const app = await start({ privacyAgreed: false });
    await signIn(app);
    await app.openPage(RAISE);
    app.chooseFiles([PHOTO, PHOTO]);
    await app.press('添加照片');
    await app.waitFor('隐私保护提示');
    await app.press('不同意');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(app.log).toContain('toast: 需要先同意隐私保护指引才能用。不同意也不影响其他功能');
    await app.fill('标题', '照样可以写');
    await app.press('添加照片');
    await app.waitFor('隐私保护提示');
  });
});
