import path from 'node:path';
import { Town } from './browser/support/town';
import { Wechat } from './browser/support/wechat';
import { launch, type Weapp, type WeappNode, walk } from './harness';

const DIST = path.resolve(__dirname, '../dist/weapp');
const PICTURE = path.resolve(__dirname, '../src/assets/tabs/me.png');

const SETTLE = 'packages/me/settle/index';
const ACCOUNT = 'packages/me/account/index';
const ME = 'pages/me/index';

// Longer than the harness waits for any one thing, so that it can say what it waited for.
jest.setTimeout(40_000);

describe('the account of somebody who comes by WeChat', () => {
  let wechat: Wechat;
  let town: Town;
  let app: Weapp;

  beforeAll(async () => {
    wechat = await Wechat.start();
    town = await Town.start(Date.now(), '', wechat.account);
  }, 30_000);
  afterAll(async () => {
    await town.stop();
    await wechat.stop();
  });
  beforeEach(async () => {
    const { code } = await wechat.loginCode();
    app = await launch(DIST, { apiBase: town.url, phone: { loginCodes: [code] } });
    for (let look = 0; look < 200 && !app.storage.has('session'); look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  });
  afterEach(() => {
    app.kill();
    expect(app.errors).toEqual([]);
  });

  const settle = async (): Promise<void> => {
    await app.waitForPage(SETTLE);
    await app.press(/^我已阅读并同意/);
    await app.press(/^您住在哪个乡镇（街道）/);
    await app.press(/^青石镇/);
    await app.press('同意并继续');
  };
  const first = (found: WeappNode[], what: string): WeappNode => {
    if (!found[0]) throw new Error(`There is no ${what}`);
    return found[0];
  };
  const nodeWith = (event: string): WeappNode =>
    first(
      [...walk(app.tree())].filter(({ events, tag }) => events.has(event) && tag === 'form'),
      `form that answers to ${event}`,
    );
  const pictures = () => [...walk(app.tree())].filter(({ className }) => className.includes('avatar__photo'));

  it('asks for consent and a home before the first thing is stored, says what is missing, and goes on where it was', async () => {
    await app.openPage(ACCOUNT);
    await app.waitFor('还没有选，可以不选');
    app.fire('chooseavatar', first(app.findLabel('选头像'), 'button for the avatar'), { avatarUrl: PICTURE });
    await app.waitForPage(SETTLE);
    await app.press('同意并继续');
    await app.waitFor('同意后才能提交内容');
    await app.waitFor('请选择乡镇（街道）');
    await settle();
    await app.waitForPage(ACCOUNT);
    await app.waitFor('青石镇');
    await app.waitFor(/，通过后别人才看得到/);
    expect(pictures()).toHaveLength(1);

    await app.openPage(ME);
    await app.waitFor('青石镇');
    expect(pictures()).toHaveLength(1);
  });

  it('takes the name from the form as WeChat has left it, and shows it as proposed until it has passed', async () => {
    await app.openPage(ACCOUNT);
    await app.press('改称呼');
    await app.waitUntil(() => app.findLabel('称呼').length > 0, 'the field');
    const field = first(app.findLabel('称呼'), 'field');
    expect(field.attributes.type).toBe('nickname');
    app.fire('submit', nodeWith('submit'), { value: { name: '' } });
    await app.waitFor('请填写称呼');
    app.fire('submit', nodeWith('submit'), { value: { name: '青石老秦' } });
    await settle();
    await app.waitForPage(ACCOUNT);
    await app.waitFor(/青石老秦（.*通过后显示）/);
  });
});
