import type { OpinionCounts } from './opinion.rules.js';
import {
  countsOfAll,
  dividing,
  GROUP_MIN,
  groupName,
  mapMissing,
  RING_LABELS,
  ringOf,
  SHOWN_MAX,
  scaleOf,
  shareOf,
  shownGroups,
  spreadOf,
  sumCounts,
  uniting,
  unsettledness,
  unsettledOf,
  type WeighedStatement,
} from './opinion.shown.js';

const counts = (agree: number, disagree: number, pass = 0): OpinionCounts => ({ agree, disagree, pass });

/** A statement of these groups, with the product that the mathematics makes of them. */
function weighed(key: number, ...groups: OpinionCounts[]): WeighedStatement {
  const product = (side: 'agree' | 'disagree') => groups.reduce((all, group) => all * shareOf(group, side), 1);
  return {
    key,
    all: sumCounts(groups),
    groups,
    consensus: product('agree'),
    dissent: product('disagree'),
    groupCount: groups.length,
  };
}

describe('Groups', () => {
  it('are shown from five people on, the others only as a number', () => {
    expect(GROUP_MIN).toBe(5);
    expect(shownGroups([12, 5, 4, 1])).toEqual({ shown: [0, 1], small: 2 });
    expect(shownGroups([])).toEqual({ shown: [], small: 0 });
    expect(shownGroups([0, 5])).toEqual({ shown: [1], small: 0 });
  });

  it('have names of their own', () => {
    expect([0, 1, 4].map(groupName)).toEqual(['甲', '乙', '戊']);
    expect(new Set(Array.from({ length: 12 }, (_, i) => groupName(i))).size).toBe(12);
  });

  it.each([
    ['nobody is outside', 0, 30],
    ['one is', 1, 20],
    ['four are', 4, 20],
    ['five are', 5, 30],
  ])('say nothing of the few who are in none of them where %s', (_, outside, agree) => {
    expect(countsOfAll(counts(30, 0), [counts(12, 0), counts(8, 0)], outside).agree).toBe(agree);
  });

  it('hide nothing of all where none is shown', () => {
    expect(countsOfAll(counts(3, 1), [], 4)).toEqual(counts(3, 1));
  });
});

describe('What is missing for a map', () => {
  const minimum = { people: 15, votes: 5 };

  it.each([
    [0, 0, { reason: 'few_people', people: 15, votes: 5 }],
    [14, 140, { reason: 'few_people', people: 1, votes: 0 }],
    [15, 74, { reason: 'few_votes', people: 0, votes: 1 }],
    [15, 75, null],
    [100, 499, { reason: 'few_votes', people: 0, votes: 1 }],
    [100, 500, null],
  ])('with %p people and %p votes is %p', (people, votes, missing) => {
    expect(mapMissing({ people, votes }, minimum)).toEqual(missing);
  });
});

describe('What unites', () => {
  it('is innermost where nearly all of every group hold it', () => {
    expect(ringOf(weighed(1, counts(19, 0), counts(19, 1)), 'agree')).toMatchObject({ ring: 1, side: 'agree' });
    expect(ringOf(weighed(1, counts(15, 4), counts(15, 5)), 'agree')?.ring).toBe(2);
    expect(ringOf(weighed(1, counts(13, 7), counts(13, 7)), 'agree')?.ring).toBe(3);
    expect(ringOf(weighed(1, counts(11, 9), counts(11, 9)), 'agree')).toBeNull();
    expect(Object.keys(RING_LABELS)).toEqual(['1', '2', '3']);
  });

  it('is further out where one group holds it less, and nowhere where one is against it', () => {
    expect(ringOf(weighed(1, counts(40, 0), counts(13, 7)), 'agree')?.ring).toBe(2);
    expect(ringOf(weighed(1, counts(60, 0), counts(60, 0), counts(4, 6)), 'agree')).toBeNull();
  });

  it('may also be what nobody wants', () => {
    const [found] = uniting([weighed(1, counts(1, 19), counts(0, 20))]);
    expect(found).toMatchObject({ side: 'disagree', ring: 1 });
  });

  it('says nothing by a few answers', () => {
    expect(uniting([weighed(1, counts(4, 0))])).toEqual([]);
    expect(uniting([weighed(1, counts(5, 0))])).toHaveLength(1);
  });

  it('goes from the innermost out, and by how much it is held', () => {
    const all = [
      weighed(1, counts(13, 7), counts(13, 7)),
      weighed(2, counts(18, 2), counts(18, 2)),
      weighed(3, counts(20, 0), counts(20, 0)),
    ];
    expect(uniting(all).map(({ key }) => key)).toEqual([3, 2, 1]);
    const many = Array.from({ length: 20 }, (_, key) => weighed(key, counts(20, 0)));
    expect(uniting(many)).toHaveLength(SHOWN_MAX.unites);
  });

  it('goes by all people where there are no groups', () => {
    const statement = { ...weighed(1), all: counts(18, 2), groupCount: 0 };
    expect(ringOf(statement, 'agree')?.ring).toBe(1);
  });
});

describe('What divides', () => {
  it('is where groups are furthest apart', () => {
    const all = [
      weighed(1, counts(20, 0), counts(0, 20)),
      weighed(2, counts(20, 0), counts(10, 10)),
      weighed(3, counts(20, 0), counts(18, 2)),
    ];
    expect(dividing(all, new Set()).map(({ key }) => key)).toEqual([1, 2]);
    expect(dividing(all, new Set([1])).map(({ key }) => key)).toEqual([2]);
  });

  it('needs two groups with enough answers', () => {
    expect(spreadOf([counts(20, 0)])).toBe(0);
    expect(spreadOf([counts(20, 0), counts(0, 4)])).toBe(0);
    expect(spreadOf([counts(20, 0), counts(0, 5)])).toBeGreaterThan(0.7);
  });

  it('says on which side most people are', () => {
    expect(dividing([weighed(1, counts(6, 0), counts(0, 20))], new Set())).toEqual([{ key: 1, side: 'disagree' }]);
  });
});

describe('What is unsettled', () => {
  it('is what many cannot say, or where sides are even', () => {
    expect(unsettledness(counts(10, 0, 10))).toBe(0.5);
    expect(unsettledness(counts(10, 10))).toBe(1);
    expect(unsettledness(counts(12, 8))).toBeCloseTo(0.8);
    expect(unsettledness(counts(13, 7))).toBeNull();
    expect(unsettledness(counts(0, 0, 5))).toBe(1);
    expect(unsettledness(counts(2, 2))).toBeNull();
  });

  it('is sorted by how open it is, without what is shown elsewhere', () => {
    const all = [weighed(1, counts(12, 8)), weighed(2, counts(10, 10)), weighed(3, counts(20, 0))];
    expect(unsettledOf(all, new Set()).map(({ key }) => key)).toEqual([2, 1]);
    expect(unsettledOf(all, new Set([2])).map(({ key }) => key)).toEqual([1]);
  });
});

describe('The picture', () => {
  it('holds what is furthest out, and is whole also where all stand in the middle', () => {
    expect(scaleOf([{ x: -3, y: 1 }])).toBe(3);
    expect(scaleOf([{ x: 0, y: 0 }])).toBe(1);
    expect(scaleOf([])).toBe(1);
  });
});
