import type { LivePoint, LiveTurn } from '../live/live.contract.js';
import { MINUTES_LIMITS } from './minutes.rules.js';
import { saySpeechLength, speechesOf, speechGroups, speechText, unwrittenSpeeches } from './minutes.speeches.js';

const who = (name: string | null, participantId = name ?? '无名') => ({
  participantId,
  name,
  category: 'resident' as const,
});
const point = (name: string | null, text: string, over: Partial<LivePoint> = {}): LivePoint => ({
  ...{ pointId: text, itemId: null, who: who(name), text, isTask: false, at: 1, taken: true },
  ...over,
});
const turn = (name: string, itemId: string | null, since: number, until: number | null): LiveTurn => ({
  ...{ who: who(name), itemId, since: since * 1000, until: until === null ? null : until * 1000 },
});
const item = (id: string) => ({ id, title: id, minutes: null, items: [] });
const PROGRAMME = [{ ...item('a'), items: [item('b')] }, item('c')];

describe('Speeches that minutes begin with', () => {
  it('are the points that were taken, by the category where somebody wants no name, without what is to be done', () => {
    const points = [point('王芳', '先装扶手'), point(null, '再修台阶'), point('李强', '月底修好', { isTask: true })];
    expect(speechesOf({ points, turns: [] }, [])).toStrictEqual([
      { speaker: '王芳', text: '先装扶手' },
      { speaker: '居民/利益相关方', text: '再修台阶' },
    ]);
  });

  it('call a guest by what they are, whether they had the floor or a point of theirs was taken', () => {
    const guest = (name: string) => ({ ...who(name), category: 'expert' as const, guest: true as const });
    const turns = [{ ...turn('王秀英', 'c', 0, 60), who: guest('王秀英') }];
    const points = [point('赵一鸣', '钱从公益金出', { who: guest('赵一鸣') })];
    const speeches = speechesOf({ points, turns }, PROGRAMME);
    expect(speeches.map(({ speaker }) => speaker)).toEqual(['专家', '专家']);
  });

  it('name everybody who had the floor, item by item in the order in which they had it, with the time of all their turns', () => {
    const turns = [
      turn('前', null, 0, 5),
      turn('甲', 'c', 10, 70),
      turn('乙', 'b', 100, 130),
      turn('丙', 'b', 130, 150),
      turn('乙', 'b', 150, 190),
      turn('乙', 'c', 200, 201),
      turn('丁', 'gone', 300, null),
    ];
    expect(speechesOf({ points: [], turns }, PROGRAMME)).toStrictEqual([
      { speaker: '前', text: '', seconds: 5 },
      { speaker: '丁', text: '', seconds: 0 },
      { speaker: '乙', text: '', item: 1, seconds: 70 },
      { speaker: '丙', text: '', item: 1, seconds: 20 },
      { speaker: '甲', text: '', item: 2, seconds: 60 },
      { speaker: '乙', text: '', item: 2, seconds: 1 },
    ]);
  });

  it('have nobody twice of whom a point of that item was taken, and the words where they spoke', () => {
    const turns = [turn('甲', 'c', 10, 20), turn('乙', 'c', 20, 50), turn('甲', 'b', 60, 90)];
    const points = [
      point('乙', '扶手要装', { itemId: 'c', at: 1_000 }),
      point('乙', '台阶也修', { itemId: 'c', at: 90_000 }),
      point('甲', '没说哪一项', { at: 95_000 }),
      point('甲', '只写没说', { itemId: 'a', at: 2_000 }),
    ];
    expect(speechesOf({ points, turns }, PROGRAMME)).toStrictEqual([
      { speaker: '甲', text: '只写没说', item: 0 },
      { speaker: '甲', text: '', item: 1, seconds: 30 },
      { speaker: '甲', text: '没说哪一项', item: 2, seconds: 10 },
      { speaker: '乙', text: '扶手要装', item: 2, seconds: 30 },
      { speaker: '乙', text: '台阶也修', item: 2 },
    ]);
  });

  it('tell two people of one name apart', () => {
    const turns = [turn('王芳', 'c', 0, 60), { ...turn('王芳', 'c', 60, 90), who: who('王芳', '另一位') }];
    const points = [point('王芳', '先装扶手', { itemId: 'c' })];
    expect(speechesOf({ points, turns }, PROGRAMME).map(({ text, seconds }) => [text, seconds])).toEqual([
      ['先装扶手', 60],
      ['', 30],
    ]);
  });

  it('are no more than minutes hold: what was written stays', () => {
    const many = Array.from({ length: MINUTES_LIMITS.itemsMax }, (_, i) => turn(`${i}`, 'b', i, i + 1));
    const speeches = speechesOf({ points: [point('甲', '后写的', { itemId: 'c' })], turns: many }, PROGRAMME);
    expect(speeches).toHaveLength(MINUTES_LIMITS.itemsMax);
    expect(speeches[MINUTES_LIMITS.itemsMax - 1]).toMatchObject({ speaker: '甲', text: '后写的' });
  });
});

describe('Speeches as they are shown', () => {
  it('stand under their items without the times of these, and those of no item by themselves', () => {
    const speech = (text: string, item?: number) => ({ speaker: '甲', text, ...(item !== undefined && { item }) });
    const programme = ['一、签到（9:00–09:10）', '二、讨论（方案）'];
    const all = [speech('1'), speech('2', 0), speech('3', 1), speech('4', 1), speech('5'), speech('6', 9)];
    const groups = speechGroups(all, programme).map(({ title, speeches }) => [
      title,
      ...speeches.map(({ index, speech: { text } }) => `${index} ${text}`),
    ]);
    expect(groups).toEqual([
      [null, '0 1'],
      ['一、签到', '1 2'],
      ['二、讨论（方案）', '2 3', '3 4'],
      ['其他发言', '4 5', '5 6'],
    ]);
    expect(speechGroups([], programme)).toEqual([]);
  });

  it.each([
    [undefined, null],
    [0, '发言不到 1 分钟'],
    [59, '发言不到 1 分钟'],
    [60, '发言约 1 分钟'],
    [150, '发言约 3 分钟'],
  ])('of %s seconds took as long as people say', (seconds, said) => {
    expect(saySpeechLength(seconds === undefined ? {} : { seconds })).toBe(said);
  });

  it('say who spoke and how long, then what', () => {
    expect(speechText({ speaker: '王芳', text: '先装扶手', item: 1 })).toBe('王芳：先装扶手');
    expect(speechText({ speaker: '王芳', text: '先装扶手', seconds: 150 })).toBe('王芳（发言约 3 分钟）：先装扶手');
  });

  it('are unwritten where somebody is named and nothing is said', () => {
    const all = [
      { speaker: '甲', text: ' ' },
      { speaker: '', text: '' },
      { speaker: '乙', text: '好' },
    ];
    expect(unwrittenSpeeches(all)).toBe(1);
  });
});
