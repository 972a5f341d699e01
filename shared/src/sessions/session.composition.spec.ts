import { type MyTold, NOTHING_TOLD } from '../people/told.js';
import { compositionBand, compositionOf, sayCompositionCount } from './session.composition.js';

const TOPICS = { communities: [{ code: '410402001003', name: '曙北社区' }], categories: ['养老助老'] as const };
const name = (code: string) => (code === '410402001003' ? '曙北社区' : '曙南社区');
const told = (over: Partial<MyTold>): MyTold => ({ ...NOTHING_TOLD, ...over });
const times = (n: number, one: MyTold) => Array.from({ length: n }, () => one);

describe('who is on the list of a session', () => {
  it('says who is missing, and how many told nothing', () => {
    const list = [
      ...times(4, told({ ageBand: '35_59', community: '410402001004' })),
      ...times(3, told({ ageBand: '18_34' })),
      ...times(5, NOTHING_TOLD),
    ];
    expect(compositionOf(list, TOPICS, name).hints).toEqual([
      '还没有 60 岁以上的人',
      '还没有议题所在的曙北社区的人',
      '还没有关心“养老助老”的人',
      '有人没有填写',
    ]);
  });

  it('tells numbers in bands, so that who joins or leaves does not show what they told', () => {
    const bands = [0, 1, 2, 3, 5, 6, 10, 11, 500].map(compositionBand);
    expect(bands).toEqual(['none', 'few', 'few', 'some', 'some', 'several', 'several', 'many', 'many']);
    const list = (n: number) => [...times(n, told({ ageBand: '60_up' })), ...times(4, told({ ageBand: '18_34' }))];
    const { seated: _, ...before } = compositionOf([...list(3), NOTHING_TOLD], TOPICS, name);
    const { seated: __, ...after } = compositionOf([...list(4), NOTHING_TOLD], TOPICS, name);
    expect(after).toEqual(before);
  });

  it('says when most told nothing', () => {
    const list = [...times(3, told({ ageBand: '60_up' })), ...times(4, NOTHING_TOLD)];
    expect(compositionOf(list, TOPICS, name).hints).toContain('一多半的人没有填写');
  });

  it('gives no number for one or two', () => {
    const list = [...times(3, told({ ageBand: '60_up' })), ...times(2, told({ community: '410402001003' }))];
    const { ages, communities, hints } = compositionOf(list, TOPICS, name);
    expect(ages.map(sayCompositionCount)).toEqual(['没有', '没有', '3 到 5 人']);
    expect(communities).toEqual([{ label: '曙北社区', count: 'few' }]);
    expect(communities.map(sayCompositionCount)).toEqual(['少于 3 人']);
    expect(hints).not.toContain('还没有议题所在的曙北社区的人');
  });

  it('says nothing of a list on which almost nobody told anything', () => {
    const list = [...times(2, told({ ageBand: '60_up' })), NOTHING_TOLD];
    expect(compositionOf(list, TOPICS, name)).toEqual({
      seated: 3,
      ages: [],
      communities: [],
      hints: ['填写情况的人还太少，看不出还缺谁'],
    });
    expect(compositionOf([], TOPICS, name).hints).toEqual([]);
  });

  it('misses nobody where everyone is there', () => {
    const all = { community: '410402001003', interests: ['养老助老' as const] };
    const list = (['18_34', '35_59', '60_up'] as const).map((ageBand) => told({ ...all, ageBand }));
    expect(compositionOf(list, TOPICS, name).hints).toEqual([]);
  });
});
