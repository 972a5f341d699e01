import type { Created } from '@consult/shared';
import { Caller } from './support/api';
import type { People, Person } from './support/people';
import { kept, TOWNSHIP } from './support/promise';
import { journey } from './support/steps';

const COMMUNITY = '419902001002';
const TOPICS = {
  lamp: { title: '三号院的路灯坏了半个月', category: '人居环境' },
  sameLamp: { title: '3号院门口路灯不亮', category: '人居环境' },
  rain: { title: '126号楼前积水没过脚面', category: '人居环境' },
  stairs: { title: '楼道堆满旧家具', category: '公共安全' },
} as const;
const SEARCH = '/packages/search/search/index';
const FIELD = '搜议题、纪要、成果';

describe('finding what was said before', () => {
  const { step } = journey(Date.parse('2026-06-03T10:00+08:00'));

  /** What is found, by title, once it is there. */
  const find = async ({ screen }: Person, words: string, title: string): Promise<void> => {
    await screen.fill(FIELD, words);
    await screen.rowOf(title).waitFor();
  };
  const gone = ({ screen }: Person, title: string) => screen.rowOf(title).waitFor({ state: 'hidden' });
  const raise = async (people: People): Promise<void> => {
    const resident = await Caller.of(people.town, 'resident', TOWNSHIP);
    const convener = await Caller.of(people.town, 'convener', TOWNSHIP);
    for (const topic of Object.values(TOPICS)) {
      const description = '住在这里的人天天从这里走，晚上看不清，下雨更难走，想请大家商量着办。';
      const body = { ...topic, description, community: COMMUNITY, anonymous: false, photos: [], submit: true };
      const { id } = await resident.post<Created>('/topics', body);
      await convener.post(`/topics/${id}/accept`);
    }
  };

  step(
    'two characters find a topic; numbers are found however they are written, or with a digit wrong',
    async (people) => {
      await kept(people.town, (moment) => people.until(moment));
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
});
