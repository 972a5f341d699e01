import {
  chineseNumber,
  DEFAULT_PROGRAMME,
  PROGRAMME_LIMITS,
  type ProgrammeItem,
  plannedMinutes,
  programmeItem,
  programmeOf,
  programmeProblem,
  programmeTitles,
} from './session.programme.js';

const item = (id: string, minutes: number | null, items: ProgrammeItem[] = []): ProgrammeItem => ({
  id,
  title: `第${id}项`,
  minutes,
  items,
});

describe('A programme', () => {
  it('follows the eight usual steps', () => {
    expect(DEFAULT_PROGRAMME).toHaveLength(8);
    expect(DEFAULT_PROGRAMME.length).toBeLessThanOrEqual(PROGRAMME_LIMITS.itemsMax);
    expect(programmeOf(DEFAULT_PROGRAMME, (i) => `i${i}`)[7]).toEqual({
      id: 'i7',
      title: '确认任务',
      minutes: null,
      items: [],
    });
  });

  it('is numbered on two levels, the second anew in each item', () => {
    const programme = [item('a', 5), item('b', null, [item('b1', 1), item('b2', 2)]), item('c', 3, [item('c1', null)])];
    expect(programmeTitles(programme)).toEqual([
      '一、第a项',
      '二、第b项',
      '（一）第b1项',
      '（二）第b2项',
      '三、第c项',
      '（一）第c1项',
    ]);
    expect(programmeItem(programme, 'b2')?.minutes).toBe(2);
    expect(programmeItem(programme, 'd')).toBeUndefined();
  });

  it('takes as long as its items, those without a length as long as their parts', () => {
    expect(plannedMinutes([])).toBe(0);
    expect(plannedMinutes([item('a', 10), item('b', null, [item('b1', 5), item('b2', null)])])).toBe(15);
    expect(plannedMinutes([item('a', 30, [item('a1', 50)])])).toBe(30);
  });

  it('says what is wrong with it', () => {
    expect(programmeProblem([])).toBe('至少写一项议程');
    expect(programmeProblem([item('a', null, [{ ...item('b', null), title: ' ' }])])).toBe('请写明每一项议程');
    expect(programmeProblem([{ ...item('a', null), title: '长'.repeat(61) }])).toBe('每项最多 60 字');
    expect(programmeProblem([item('a', null, [item('a', null)])])).toBe('议程有重复，请重新填写');
    expect(programmeProblem([item('a', null, [item('b', null)])])).toBeNull();
  });

  it('counts in Chinese up to ninety-nine', () => {
    expect([1, 9, 10, 11, 19, 20, 21, 99].map(chineseNumber)).toEqual([
      '一',
      '九',
      '十',
      '十一',
      '十九',
      '二十',
      '二十一',
      '九十九',
    ]);
  });
});
