import { isSamePlace, type SessionClash, sayClash } from './session.clashes.js';

const CLASH: SessionClash = {
  id: 'a',
  title: '停车位协商会',
  startsAt: 0,
  endsAt: 1,
  samePlace: false,
  people: [],
  peopleCount: 0,
};

describe('clashes of sessions', () => {
  it('know a room by its name, however it is typed', () => {
    expect(isSamePlace(' 社区 ２楼Ａ室', '社区2楼a室 ')).toBe(true);
    expect(isSamePlace('社区二楼', '社区三楼')).toBe(false);
    expect(isSamePlace(' ', '')).toBe(false);
  });

  it('say the room and the people, a sentence each', () => {
    expect(sayClash({ ...CLASH, samePlace: true, people: ['张三'], peopleCount: 1 })).toEqual([
      '同一时间这里已有“停车位协商会”',
      '张三同一时间要参加“停车位协商会”',
    ]);
    expect(sayClash({ ...CLASH, title: null, samePlace: true })).toEqual(['同一时间这里已有另一场协商']);
    expect(sayClash({ ...CLASH, people: ['张三', '李四'], peopleCount: 12 })).toEqual([
      '张三、李四等 12 人同一时间要参加“停车位协商会”',
    ]);
  });
});
