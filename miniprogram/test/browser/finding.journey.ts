import type { Created, TaskDetail, TopicDetail } from '@consult/shared';
import { Caller } from './support/api';
import type { People, Person, Who } from './support/people';
import { kept, PROMISE, TOWNSHIP } from './support/promise';
import { journey } from './support/steps';

const CONVENER: Who = { role: '召集人', place: TOWNSHIP, desk: true };
const NEIGHBOUR: Who = { role: '居民', place: TOWNSHIP, second: true };
const COUNTY: Who = { role: '县政协', place: '城东区', desk: true };
const COMMUNITY = '419902001002';
const TOPICS = {
  lamp: { title: '三号院的路灯坏了半个月', category: '人居环境' },
  sameLamp: { title: '3号院门口路灯不亮', category: '人居环境' },
  rain: { title: '126号楼前积水没过脚面', category: '人居环境' },
  stairs: { title: '楼道堆满旧家具', category: '公共安全' },
} as const;
const SEARCH = '/packages/search/search/index';
const FIELD = '搜议题、纪要、成果';
const LESSON = '把两边的人都请到现场，先看再谈。';

describe('finding what was said before', () => {
  const { step } = journey(Date.parse('2026-06-03T10:00+08:00'));
  let closedTopic = '';
  const ids: Record<string, string> = {};

  /** What is found, by title, once it is there. */
  const find = async ({ screen }: Person, words: string, title: string): Promise<void> => {
    await screen.fill(FIELD, words);
    await screen.rowOf(title).waitFor();
  };
  const gone = ({ screen }: Person, title: string) => screen.rowOf(title).waitFor({ state: 'hidden' });
  const raise = async (people: People): Promise<void> => {
    const resident = await Caller.of(people.town, 'resident', TOWNSHIP);
    const convener = await Caller.of(people.town, 'convener', TOWNSHIP);
    for (const [key, topic] of Object.entries(TOPICS)) {
      const description = '住在这里的人天天从这里走，晚上看不清，下雨更难走，想请大家商量着办。';
      const body = { ...topic, description, community: COMMUNITY, anonymous: false, photos: [], submit: true };
      const { id } = await resident.post<Created>('/topics', body);
      await convener.post(`/topics/${id}/accept`);
      ids[key] = id;
    }
    // Found once the worker has come by.
    await people.town.work();
  };

  step(
    'two characters find a topic; numbers are found however they are written, or with a digit wrong',
    async (people) => {
      ({ topicId: closedTopic } = await kept(people.town, (moment) => people.until(moment)));
      await raise(people);
      const visitor = await people.visitor(SEARCH);
      await find(visitor, '路灯', TOPICS.lamp.title);
      await visitor.screen.rowOf(TOPICS.sameLamp.title).waitFor();
      await gone(visitor, TOPICS.stairs.title);
      for (const words of ['三号院', '3号院']) {
        await find(visitor, words, TOPICS.lamp.title);
        await visitor.screen.rowOf(TOPICS.sameLamp.title).waitFor();
        await gone(visitor, TOPICS.rain.title);
      }
      await find(visitor, '128号楼', TOPICS.rain.title);
      await visitor.screen.sees('数字相近');
    },
  );

  step('what is found is narrowed by kind and category, and widened again where nothing is left', async (people) => {
    const visitor = await people.visitor(SEARCH);
    await find(visitor, '养老设施', '沿西社区某号院配套建设养老设施');
    await visitor.screen.tap('协商成果');
    await visitor.screen.rowOf(/^协商成果：/).waitFor();
    await gone(visitor, '沿西社区某号院配套建设养老设施');
    await visitor.screen.tap('全部');
    await find(visitor, '积水', TOPICS.rain.title);
    await visitor.screen.pick('类别', '公共安全');
    await visitor.screen.sees('没有找到“积水”');
    await visitor.screen.tap('在全县不限条件再找');
    await visitor.screen.rowOf(TOPICS.rain.title).waitFor();
    await visitor.screen.openRow(TOPICS.rain.title);
    await visitor.screen.sees('等召集人筛选议题');
    await people.open(visitor, SEARCH);
    await visitor.screen.tap('再找“积水”');
    await visitor.screen.rowOf(TOPICS.rain.title).waitFor();
  });

  step('the code of a promise leads to the promise, and says which topic it came out of', async (people) => {
    const convener = await Caller.of(people.town, 'convener', TOWNSHIP);
    const { tasks } = await convener.get<TopicDetail>(`/topics/${closedTopic}`);
    const { code } = await convener.get<TaskDetail>(`/tasks/${tasks[0]?.id}`);
    const { screen } = await people.visitor(SEARCH);
    await screen.fill(FIELD, code);
    await screen.sees('来自议题：沿西社区某号院配套建设养老设施');
    await screen.openRow(PROMISE);
    await screen.sees('承办事项', PROMISE);
  });

  step('at a desk the / key leads to the search from anywhere but from within a field', async (people) => {
    const { screen, page } = await people.as(CONVENER);
    for (const place of ['议题', '我的'] as const) {
      await screen.goTo(place);
      await page.keyboard.press('/');
      await page.locator(`input[aria-label="${FIELD}"]:focus`).waitFor();
      await page.keyboard.type('旧家具');
      await screen.rowOf(TOPICS.stairs.title).waitFor();
      await page.keyboard.type('/');
      expect(await screen.valueOf(FIELD)).toBe('旧家具/');
      await page.goBack();
    }
  });

  step('whoever writes of it again is shown what is like it and why, and joins it', async (people) => {
    const resident = await people.as(NEIGHBOUR);
    const { screen } = resident;
    await people.open(resident, '/packages/topics/raise/index');
    await screen.fill('标题', '三号院的路灯又坏了');
    await screen.choose('类别', TOPICS.lamp.category);
    await screen.sees('有人提过相近的事', /都提到：.*路灯/);
    await screen.tap(`附议“${TOPICS.lamp.title}”`);
    await screen.sees('已附议');
  });

  step('the convener is shown which topic is like this one and why, merges them, and takes it back', async (people) => {
    const convener = await people.as(CONVENER);
    const { screen } = convener;
    await people.open(convener, `/packages/topics/detail/index?id=${ids.sameLamp}`);
    await screen.sees('件相近的议题', '是同一件事的话，可以并案', /都提到：.*路灯/);
    await screen.move('并案', {
      fill: async (sheet) => {
        await sheet.sees(/都提到：.*路灯.*；同一社区；同一类别/);
        await sheet.tap(new RegExp(`^${TOPICS.lamp.title}，.*都提到`));
        await sheet.fill('理由', '说的是同一盏灯');
      },
    });
    await screen.sees('已并案');
    const visitor = await people.visitor(`/packages/topics/detail/index?id=${ids.sameLamp}`);
    await visitor.screen.sees('已并案', '说的是同一盏灯', '那一件现在的状态：议题库');
    await screen.move('撤销并案');
    await screen.sees('等召集人筛选议题');
    await people.open(visitor, `/packages/topics/detail/index?id=${ids.sameLamp}`);
    await visitor.screen.sees('等召集人筛选议题');
    // Straight from what reads like it.
    await screen.move(`并入“${TOPICS.lamp.title}”`, { title: '并案', confirm: '并案' });
    await screen.sees('已并案');
    await screen.move('撤销并案');
    await screen.sees('等召集人筛选议题');
  });

  step('an address that is no page leads to the first page, and that is said', async (people) => {
    const { page, screen } = await people.visitor('/packages/nowhere/index');
    await screen.sees('没有找到要看的页面，已回到首页', '我要提议题');
    await page.waitForURL((url) => url.pathname === '/pages/home/index');
    await page.context().close();
  });

  step('a finished topic is written up as a case, and sent to the county', async (people) => {
    const convener = await people.as(CONVENER);
    const { screen } = convener;
    await people.open(convener, `/packages/topics/detail/index?id=${closedTopic}`);
    await screen.tap('整理成案例');
    await screen.fill('缘起', '院里六十岁以上的老人占三成，没有一处能坐下来的地方。');
    await screen.fill('经过', '请住户、物业和民政局一起到现场，开了一次协商会。');
    // What is known of the topic stands there already.
    expect(await screen.valueOf('转折点第 1 条')).toBe('在院内建一处老年活动室');
    await screen.fill('可借鉴的做法', LESSON);
    await screen.tap('保存');
    await screen.openRow('整理中');
    await screen.move('报送案例');
    await screen.sees('待县政协审看');
  });

  step('the county chooses it, and everybody reads it', async (people) => {
    const county = await people.as(COUNTY);
    await county.screen.goTo('我的');
    await county.screen.tap('案例库');
    await county.screen.tap('待县政协审看');
    await county.screen.openRow('沿西社区');
    await county.screen.sees(LESSON);
    await county.screen.move('选入案例库');
    await county.screen.sees('已入选案例库');
    const { screen } = await people.visitor('/packages/cases/list/index');
    await screen.openRow('沿西社区');
    await screen.sees('缘起', '可借鉴的做法', LESSON, /入选案例库/);
  });
});
