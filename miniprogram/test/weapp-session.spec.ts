import type { Created, SessionDetail, SessionDraws } from '@consult/shared';
import { callerOf } from './browser/support/draft-minutes';
import { Town } from './browser/support/town';
import type { Weapp } from './harness';
import { Phones } from './harness/phones';

const TOWNSHIP = '沿河街道';
const ME = 'pages/me/index';
const SIGN_IN = 'packages/me/sign-in/index';
const SESSION = 'packages/sessions/detail/index';
const DRAW = 'packages/sessions/draw/index';
const HOUR_MS = 60 * 60 * 1000;
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

jest.setTimeout(60_000);

describe('a session that is announced, in the built mini program', () => {
  let town: Town;
  let id = '';
  let startsAt = 0;
  const phones = new Phones(() => town);
  const convener = () => callerOf(town, 'convener');

  beforeAll(async () => {
    town = await Town.start(Date.now(), '');
    startsAt = town.now + 26 * HOUR_MS;
    id = await announced(town, startsAt);
  }, 60_000);
  afterAll(() => town.stop());
  afterEach(phones.put);

  const signedIn = async (role: string): Promise<Weapp> => {
    const app = await phones.start();
    await app.openPage(ME);
    await app.press('登录');
    await app.waitForPage(SIGN_IN);
    await app.press(new RegExp(`^${role}，.*，${TOWNSHIP}$`));
    await app.waitForPage(ME);
    return app;
  };

  it('goes into the phone’s calendar, and its papers open in WeChat’s viewer or as a page', async () => {
    const app = await signedIn('居民');
    await app.openPage(SESSION, { id });
    await app.press('加入日历');
    await app.waitFor('协商议题');
    expect(app.log).toContain(`calendar: 电动车充电棚选址协商会 ${Math.floor(startsAt / 1000)} 沿河街道 东关社区二楼`);

    await app.press('打开材料选址比较表');
    await until(() => app.log.some((line) => line === `document: pdf wxfile://tmp/${PDF.length}-bytes`));
    await app.press('打开材料有关规定');
    await app.waitFor('充电棚离住宅不少于六米。');
  });

  it('is one tap away by telephone for who takes part, and for nobody else', async () => {
    const visitor = await phones.start();
    await visitor.openPage(SESSION, { id });
    await visitor.waitFor('协商议题');
    expect(visitor.findText('打电话参会')).toEqual([]);
    const member = await signedIn('政协委员');
    await member.openPage(SESSION, { id });
    await member.press('打电话参会');
    expect(member.log).toContain('calls: 03755551234,,318204567#');
  });

  it('draws among those who are willing, and everybody reads the result', async () => {
    const office = await convener();
    await office.call('POST', `/sessions/${id}/draws`, { quotas: [{ category: 'resident', count: 1 }] });
    const app = await signedIn('居民');
    await app.openPage(SESSION, { id });
    await app.press('我愿意参加抽取');
    await app.press('确定');
    await app.waitFor(/已有 1 人愿意参加/);

    await office.call('POST', `/sessions/${id}/draws/draw`);
    const { items } = await office.call<SessionDraws>('GET', `/sessions/${id}/draws`);
    expect(items[0]).toMatchObject({ state: 'drawn', drawn: [1] });
    await app.openPage(DRAW, { id });
    await app.waitFor('1 抽中');
    await app.press('懂电脑的，可以自己重算');
    await app.waitFor(String(items[0]?.seed));
  });

  it('moves elsewhere without being put off, and everybody reads why', async () => {
    const app = await signedIn('召集人');
    await app.openPage(SESSION, { id });
    await app.press('变更安排');
    await app.press('确认变更');
    await app.waitFor('请写明为什么变更');
    await app.fill('地点', '西关社区一楼');
    await app.fill('变更原因', '二楼正在装修');
    await app.press('确认变更');
    await app.waitFor(`${TOWNSHIP} 西关社区一楼`);
    const visitor = await phones.start();
    await visitor.openPage(SESSION, { id });
    await visitor.waitFor(/二楼正在装修/);
    const after = await (await convener()).call<SessionDetail>('GET', `/sessions/${id}`);
    // What the form of this format does not show stays as it was.
    expect(after).toMatchObject({ state: 'announced', startsAt, dialIn: '0375-5551234,,318204567#' });
  });

  async function until(isSo: () => boolean): Promise<void> {
    const end = Date.now() + 5_000;
    while (!isSo()) {
      if (Date.now() > end) throw new Error(`did not come about: ${isSo}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
});

/** A remote session of 沿河街道 with two papers and a number to dial in; the member has a seat. */
async function announced(town: Town, startsAt: number): Promise<string> {
  const [convener, member, resident] = [
    await callerOf(town, 'convener'),
    await callerOf(town, 'member'),
    await callerOf(town, 'resident'),
  ];
  const { id: topicId } = await resident.call<Created>('POST', '/topics', {
    title: '电动车停放与充电棚选址',
    description: '飞线充电从三楼拉到一楼，都同意建充电棚，可建在谁家窗前一直没说拢。',
    category: '公共安全',
    community: '419902001001',
    anonymous: false,
    photos: [],
    submit: true,
  });
  await convener.call('POST', `/topics/${topicId}/accept`);
  const { id } = await convener.call<Created>('POST', '/sessions', {
    title: '电动车充电棚选址协商会',
    topicIds: [topicId],
    format: 'micro',
    startsAt,
    endsAt: startsAt + 2 * HOUR_MS,
    place: '东关社区二楼',
    meetingNumber: '318204567',
    dialIn: '0375-5551234,,318204567#',
    questions: ['充电棚建在哪里'],
    programme: [{ id: 'speak', title: '各方发言', minutes: 40, items: [] }],
    seats: 10,
    chairId: convener.id,
    recorderId: convener.id,
    signatoryIds: [convener.id],
  });
  const { id: fileId } = await convener.upload<Created>('/material-files', '选址比较表.pdf', PDF);
  for (const paper of [
    { title: '选址比较表', audience: 'public', fileId },
    { title: '有关规定', audience: 'public', text: '充电棚离住宅不少于六米。' },
  ]) {
    await convener.call('POST', `/sessions/${id}/materials`, paper);
  }
  await convener.call('POST', `/sessions/${id}/announce`);
  await member.call('POST', `/sessions/${id}/sign-up`, { category: 'member' });
  return id;
}
