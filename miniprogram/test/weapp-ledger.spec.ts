import { type CaseDetail, type Created, DAY_MS } from '@consult/shared';
import { Caller } from './browser/support/api';
import { handedOut, kept, PROMISE, TOWNSHIP } from './browser/support/promise';
import { Town } from './browser/support/town';
import type { Weapp } from './harness';
import { Phones } from './harness/phones';

const LEDGER = 'packages/ledger/list/index';
const BOARD = 'packages/figures/board/index';
const ROWS = 'packages/figures/rows/index';
const SEARCH = 'packages/search/search/index';
const CASES = 'packages/cases/list/index';
const CASE = 'packages/cases/detail/index';
const OPEN_DATA = 'packages/open-data/list/index';
const TASK = 'packages/tasks/detail/index';
const TOPIC = 'packages/topics/detail/index';
const OPEN_ONE = '在院门口加装一处坡道';
const LESSON = '把两边的人都请到现场，先看再谈。';

// Longer than the harness waits for any one thing, so that it can say what it waited for.
jest.setTimeout(60_000);

describe('what everybody can look up, in the built mini program', () => {
  let town: Town;
  let openId = '';
  const phones = new Phones(() => town);

  const open = async (route: string, query: Record<string, string> = {}): Promise<Weapp> => {
    const app = await phones.start();
    await app.openPage(route, query);
    return app;
  };

  beforeAll(async () => {
    const setClock = (moment: number) => town.setClock(moment);
    // What is told below takes 26 days.
    town = await Town.start(Date.now() - 27 * DAY_MS, '');
    const { topicId } = await kept(town, setClock);
    const convener = await Caller.of(town, 'convener', TOWNSHIP);
    const { id } = await convener.post<Created>('/cases', { topicId });
    const { title, revision } = await convener.get<CaseDetail>(`/cases/${id}`);
    const text = { background: '院里老人多。', process: '开了一次协商会。', turningPoints: ['旧车棚空着。'] };
    const rest = { result: '活动室建成开放。', lessons: LESSON, photos: [], revision };
    await convener.put(`/cases/${id}`, { title, ...text, ...rest });
    await convener.post(`/cases/${id}/submit`);
    await (await Caller.of(town, 'county_office', '城东区')).post(`/cases/${id}/feature`);
    ({ id: openId } = await handedOut(town, setClock, OPEN_ONE));
  }, 60_000);
  afterAll(() => town.stop());
  afterEach(phones.put);

  it('the ledger lists promises under numbers that add up, and is narrowed by them and by field', async () => {
    const app = await open(LEDGER);
    await app.waitFor(PROMISE);
    await app.waitFor(OPEN_ONE);
    await app.waitUntil(() => app.findLabel(/^全部承诺 2 件/).length === 1, 'the number of all promises');
    await app.press('时限内 1 件');
    await app.waitFor('没有更多了');
    await app.waitUntil(() => app.findText(PROMISE).length === 0, 'only what is in time');
    await app.waitFor(OPEN_ONE);
    await app.press('全部承诺 2 件');
    await app.waitFor(PROMISE);
    await app.press(/^类别：/);
    await app.press('养老助老');
    await app.waitUntil(() => app.findLabel('类别：养老助老').length === 1, 'the category to be chosen');
    await app.waitFor(PROMISE);
  });

  it('a promise is sent to a chat with an address that opens it', async () => {
    const app = await open(TASK, { id: openId });
    await app.waitFor(OPEN_ONE);
    // Called on the page, as WeChat calls it.
    const shared = (app.page().instance.onShareAppMessage as (from: object) => { path: string; title: string })({});
    expect(shared.title).toBe(OPEN_ONE);
    const [route = '', search] = shared.path.slice(1).split('?');
    const other = await phones.start({ path: route, query: Object.fromEntries(new URLSearchParams(search)) });
    await other.waitFor(OPEN_ONE);
    await other.waitFor('最初承诺');
  });

  it('a number of the dashboard leads to its rows', async () => {
    const app = await open(BOARD, { open: '1' });
    await app.waitFor('收到的议题，如今在哪里');
    await app.press(`${TOWNSHIP}，时限内 1 件`);
    await app.waitForPage(ROWS);
    await app.waitFor('共 1 件');
    await app.waitFor(OPEN_ONE);
  });

  it('a search finds a topic by two characters and opens it', async () => {
    const app = await open(SEARCH);
    await app.fill('搜议题、纪要、成果', '养老');
    await app.press(/^议题：沿西社区某号院配套建设养老设施/);
    await app.waitForPage(TOPIC);
    await app.waitFor('怎么回事');
  });

  it('a case is read, and open data are taken along as an address', async () => {
    const app = await open(CASES);
    await app.press(/沿西社区/);
    await app.waitForPage(CASE);
    await app.waitFor(LESSON);
    const data = await open(OPEN_DATA);
    await data.press(/^下载沿河街道议题.*Excel/);
    await data.waitUntil(() => data.log.some((line) => line.startsWith('copied: ')), 'the address to be copied');
    const copied = data.log.find((line) => line.startsWith('copied: ')) ?? '';
    const { pathname, search } = new URL(copied.slice('copied: '.length));
    const file = await fetch(`${town.url}${pathname}${search}`);
    expect(await file.text()).toContain('沿西社区某号院配套建设养老设施');
    data.phone.state.copies = false;
    await data.press(/^下载沿河街道议题.*Excel/);
    const said = 'toast: 没能复制，请在电脑浏览器里打开“开放数据”再下载';
    await data.waitUntil(() => data.log.includes(said), 'to be told what to do instead');
  });
});
