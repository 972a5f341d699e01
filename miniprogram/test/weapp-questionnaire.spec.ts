import { randomUUID } from 'node:crypto';
import {
  type Created,
  DAY_MS,
  type DemoPerson,
  type Question,
  type QuestionnaireResults,
  type RegionTree,
  type SignedIn,
} from '@consult/shared';
import { Town } from './browser/support/town';
import { type Weapp } from './harness';
import { Phones } from './harness/phones';

const ME = 'pages/me/index';
const FORM = 'packages/questionnaires/detail/index';
const OPEN = 'pages/open/index';
const SIGN_IN = 'packages/me/sign-in/index';
const TOWNSHIP = '青石镇';

const QUESTIONS: Question[] = [
  { id: 'where', kind: 'single', title: '建在哪里好', required: true, options: ['村东', '村西'] },
  { id: 'needs', kind: 'multiple', title: '最需要什么', required: true, options: ['棋桌', '暖气', '热水'] },
  { id: 'words', kind: 'text', title: '还想说什么', required: false, options: [] },
];

// Longer than the harness waits for any one thing, so that it can say what it waited for.
jest.setTimeout(30_000);

describe('a questionnaire in the built mini program, against the running server', () => {
  let town: Town;
  let people: DemoPerson[];
  const phones = new Phones(() => town);

  const call = async <T>(method: string, path: string, body?: object, token?: string): Promise<T> => {
    const response = await fetch(`${town.url}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  const tokenOf = async (role: string): Promise<{ id: string; token: string }> => {
    const person = people.find((one) => one.role === role && one.regionName === TOWNSHIP);
    if (person === undefined) throw new Error(`There is no ${role} of ${TOWNSHIP}`);
    const signIn = { provider: 'demo', credential: person.id };
    return { id: person.id, token: (await call<SignedIn>('POST', '/identity/sign-in', signIn)).token };
  };

  /** An open questionnaire of a research on a new topic; its id and the short name of its page. */
  const ask = async (): Promise<{ id: string; short: string; token: string }> => {
    const [raiser, convener] = [await tokenOf('resident'), await tokenOf('convener')];
    const post = <T>(path: string, body: object, token = convener.token) => call<T>('POST', path, body, token);
    const topic = await post<Created>(
      '/topics',
      {
        title: '村里缺一处老人活动的地方',
        description: '村里老人多，没有一处能坐下来的地方，冬天只能站在路口说话。',
        category: '养老助老',
        community: await communityOf(),
        anonymous: false,
        photos: [],
        submit: true,
      },
      raiser.token,
    );
    await post(`/topics/${topic.id}/accept`, {});
    const research = await post<Created>('/research', {
      topicId: topic.id,
      title: '老人活动场所调研',
      methods: ['questionnaire'],
      leadId: convener.id,
      memberIds: [],
      dueAt: town.now + 10 * DAY_MS,
    });
    await post(`/research/${research.id}/start`, {});
    const form = { title: '活动场所问卷', intro: '想听听大家的。', anonymous: true, questions: QUESTIONS };
    const { id } = await post<Created>(`/research/${research.id}/questionnaires`, {
      ...form,
      closesAt: town.now + 5 * DAY_MS,
    });
    await post(`/questionnaires/${id}/open`, {});
    const link = await post<{ short: string }>('/links', { page: FORM, query: `id=${id}` });
    return { id, short: link.short, token: convener.token };
  };

  const communityOf = async (): Promise<string> => {
    const places = (regions: readonly RegionTree[]): RegionTree[] =>
      regions.flatMap((region) => [region, ...places(region.children)]);
    const regions = places(await call<RegionTree[]>('GET', '/regions'));
    return regions.find(({ name }) => name === TOWNSHIP)?.children[0]?.code ?? '';
  };

  const start = (storage?: Map<string, string>): Promise<Weapp> => phones.start({}, storage);

  beforeAll(async () => {
    town = await Town.start(Date.now(), '');
    people = await call<DemoPerson[]>('GET', '/identity/demo/people');
  }, 30_000);
  afterAll(() => town.stop());
  afterEach(phones.put);

  it('is answered from its code, outlives a kill, and asks who one is only to send it', async () => {
    const { id, short, token } = await ask();
    const app = await start();
    await app.openPage(OPEN, { scene: short });
    await app.waitForPage(FORM);
    await app.waitFor('活动场所问卷');
    await app.waitFor(/这份问卷不记名/);
    await app.press('开始答');
    await app.press('下一题');
    await app.waitFor('这一题要回答');
    await app.press('村西');
    await app.press('下一题');
    await app.waitFor('第 2 题，共 3 题');
    await app.press('暖气');
    // Written down half a second after the last tap.
    await new Promise((resolve) => setTimeout(resolve, 700));
    app.kill();

    const again = await start(app.storage);
    await again.openPage(FORM, { id });
    await again.waitFor('第 2 题，共 3 题');
    await again.waitFor('暖气');
    expect(again.findLabel('暖气，已选')).toHaveLength(1);
    await again.press('下一题');
    await again.fill('还想说什么', '要有靠背的椅子');
    await again.press('提交答卷');
    await again.waitForPage(SIGN_IN);
    await again.press(new RegExp(`^居民，.*，${TOWNSHIP}$`));
    await again.waitForPage(FORM);
    await again.waitFor('您已经答过了，谢谢。每人一份，不能再改。');
    expect([...again.storage.keys()].filter((key) => key.includes(`questionnaire:${id}`))).toEqual([]);

    // One sheet was taken in; of an anonymous questionnaire not even the office sees what it says.
    const detail = await call<{ answers: number }>('GET', `/questionnaires/${id}`, undefined, token);
    expect(detail.answers).toBe(1);
    const results = await call<QuestionnaireResults>('GET', `/questionnaires/${id}/results`, undefined, token);
    expect(results).toEqual({ shown: false, minimum: 5, openUntil: expect.any(Number) });
  });

  it('says that a second sheet does not count, on another phone of the same person', async () => {
    const { id } = await ask();
    const raiser = await tokenOf('resident');
    const answers = [
      { questionId: 'where', values: ['0'] },
      { questionId: 'needs', values: ['1'] },
    ];
    await call('POST', `/questionnaires/${id}/answers`, { answers }, raiser.token);
    const app = await start();
    await app.openPage(ME);
    await app.press('登录');
    await app.waitForPage(SIGN_IN);
    await app.press(new RegExp(`^居民，.*，${TOWNSHIP}$`));
    await app.waitForPage(ME);
    await app.openPage(FORM, { id });
    await app.waitFor('您已经答过了，谢谢。每人一份，不能再改。');
    expect(app.findText('开始答')).toEqual([]);
  });
});
