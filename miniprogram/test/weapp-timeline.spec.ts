import type { Page, SessionSummary, TaskSummary } from '@consult/shared';
import { Town } from './browser/support/town';
import { type Weapp } from './harness';
import { Phones } from './harness/phones';

const TOWNSHIP = '419902001';
/** Whatever needs a sign-in, a form or another page. */
const DEEDS = /^(我要提议题|我也附议|我要报名|报名候补|我来评议|分享|内容有问题？举报|看地图|提出异议|意见反馈)$/;

jest.setTimeout(60_000);

describe('opened from 朋友圈, as a single page', () => {
  let town: Town;
  const phones = new Phones(() => town);
  beforeAll(async () => {
    town = await Town.start(Date.now(), '', null, true);
  }, 300_000);
  afterAll(() => town.stop());
  afterEach(phones.put);

  const open = async (scene: number, route: string, query: Record<string, string>): Promise<Weapp> => {
    const app = await phones.start({ scene, path: route, query });
    return app;
  };
  const list = async <T extends { id: string }>(route: string): Promise<T[]> => {
    const answer = await fetch(`${town.url}/api/v1/${route}region=${TOWNSHIP}&limit=50`);
    return ((await answer.json()) as Page<T>).items;
  };
  const running = async (): Promise<string> => {
    const tasks = await list<TaskSummary>('tasks?');
    return tasks.find(({ state }) => state === 'evaluating')?.id ?? '';
  };
  const announced = async (): Promise<string> => {
    const sessions = await list<SessionSummary>('sessions?when=upcoming&');
    return sessions.find(({ state }) => state === 'announced')?.id ?? '';
  };
  const first = (route: string) => async () => (await list(route))[0]?.id ?? '';

  it.each([
    ['the first page', 'pages/home/index', null, '最新议题', '我要提议题'],
    ['the list of topics', 'pages/topics/index', null, '议题库', '我要提议题'],
    ['a topic', 'packages/topics/detail/index', first('topics?'), '怎么回事', '我也附议'],
    ['a session', 'packages/sessions/detail/index', announced, '协商议题', '我要报名'],
    ['a task in evaluation', 'packages/tasks/detail/index', running, '居民评议', '我来评议'],
    ['minutes', 'packages/minutes/detail/index', first('minutes?'), '协商结果', '分享'],
    ['an outcome', 'packages/outcomes/detail/index', first('outcomes?'), '办理进程', '分享'],
  ] as const)('%s can be read, and offers nothing that cannot be done there', async (_, route, find, shows, deed) => {
    const query: Record<string, string> = find ? { id: await find() } : {};
    const usual = await open(1001, route, query);
    await usual.waitFor(shows);
    await usual.waitFor(deed);
    const single = await open(1154, route, query);
    await single.waitFor(shows);
    expect(single.findText(DEEDS)).toEqual([]);
  });
});
