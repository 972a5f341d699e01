import type { MinutesDetail } from '@consult/shared';
import { callerOf, draftMinutes } from './browser/support/draft-minutes';
import { Town } from './browser/support/town';
import type { Weapp } from './harness';
import { Phones } from './harness/phones';

const ME = 'pages/me/index';
const SIGN_IN = 'packages/me/sign-in/index';
const EDIT = 'packages/minutes/edit/index';
const TOWNSHIP = '沿河街道';

// Longer than the harness waits for any one thing, so that it can say what it waited for.
jest.setTimeout(60_000);

describe('writing minutes in the built mini program, against the running server', () => {
  let town: Town;
  let id: string;
  const phones = new Phones(() => town);

  const signIn = async (app: Weapp): Promise<void> => {
    await app.openPage(ME);
    await app.press('登录');
    await app.waitForPage(SIGN_IN);
    await app.press(new RegExp(`^政协委员，.*，${TOWNSHIP}$`));
    await app.waitForPage(ME);
  };
  const kept = async (): Promise<MinutesDetail> =>
    (await callerOf(town, 'convener')).call<MinutesDetail>('GET', `/minutes/${id}`);

  beforeAll(async () => {
    town = await Town.start(Date.now(), '');
    id = await draftMinutes(town, (at) => town.setClock(at));
  }, 60_000);
  afterAll(() => town.stop());
  afterEach(phones.put);

  it('saves by itself, keeps what was typed without a server through a kill, and joins it with what others wrote', async () => {
    const app = await phones.start();
    await signIn(app);
    await app.openPage(EDIT, { id });
    await app.waitFor('自动保存');
    await app.fill('情况说明', '院内老人占三成。');
    await app.waitFor(/已保存 \d\d:\d\d/);
    expect((await kept()).situation).toBe('院内老人占三成。');

    await town.goDown();
    await app.fill('情况说明', '院内老人占三成。没有活动的地方。');
    await app.waitFor('没有网络，已存在本机');
    app.kill();
    await town.comeBack();
    const convener = await callerOf(town, 'convener');
    const { revision, ...before } = await kept();
    await convener.call('PUT', `/minutes/${id}`, {
      situation: before.situation,
      points: [{ speaker: '居民代表', text: '先装扶手。' }],
      departmentAnswers: [],
      consensus: [],
      dissent: [],
      noDissent: false,
      tasks: [],
      photos: [],
      revision,
    });

    const again = await phones.start({}, app.storage);
    await again.openPage(EDIT, { id });
    await again.waitFor('已恢复上次没有保存的内容。');
    await again.waitFor('发言 1');
    await again.waitFor(/已保存 \d\d:\d\d/);
    expect(await kept()).toMatchObject({
      situation: '院内老人占三成。没有活动的地方。',
      points: [{ speaker: '居民代表', text: '先装扶手。' }],
    });
  });
});
