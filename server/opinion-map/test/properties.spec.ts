import fc from 'fast-check';
import { type OpinionMap, opinionMap } from '../src/opinion-map.js';
import { adjustedRandIndex } from '../src/rand-index.js';
import { input, type Planted, permutation, planted, type Triple } from './planted.js';

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const crowds = fc
  .record({ sizes: fc.array(fc.integer({ min: 12, max: 30 }), { minLength: 2, maxLength: 3 }), seed: seeds })
  .map(({ sizes, seed }) => planted(sizes, { seed }));
/** Crowds that fall into no clear groups: the hardest for whatever must not depend on chance. */
const muddles = fc
  .record({ people: fc.integer({ min: 16, max: 60 }), seed: seeds })
  .map(({ people, seed }) => planted([people], { noise: 0.4, statements: 25, seed }));
const RUNS = { numRuns: 6 };
/** For what holds of clear crowds but not of every one: the same crowds each time. */
const SAME = { numRuns: 8, seed: 1 };

const likeness = (a: OpinionMap, b: OpinionMap): number =>
  adjustedRandIndex(shifted(a.groups), shifted(b.groups), a.k + 1, b.k + 1);
const shifted = (groups: Int16Array): Int16Array => groups.map((group) => group + 1);

describe('a map of opinions', () => {
  test('does not depend on the order in which votes come', () => {
    fc.assert(
      fc.property(fc.oneof(crowds, muddles), seeds, (crowd, seed) => {
        const mixed = permutation(crowd.votes.length, seed).map((i) => crowd.votes[i] as Triple);
        expect(opinionMap(input({ ...crowd, votes: mixed }))).toEqual(opinionMap(input(crowd)));
      }),
      RUNS,
    );
  });

  test('does not depend on who people are, nor on the order in which they come', () => {
    fc.assert(
      fc.property(fc.oneof(crowds, muddles), seeds, (crowd, seed) => {
        const names = permutation(crowd.people, seed);
        const renamed = crowd.votes.map(([person, s, vote]): Triple => [names[person] as number, s, vote]);
        const before = opinionMap(input(crowd));
        const after = opinionMap(input({ ...crowd, votes: renamed }));
        expect(Array.from(before.groups)).toEqual(names.map((name) => after.groups[name]));
        expect(after.sizes).toEqual(before.sizes);
        expect(after.consensus).toEqual(before.consensus);
      }),
      RUNS,
    );
  });

  test('has the same groups when the statements stand in another order', () => {
    fc.assert(
      fc.property(crowds, seeds, (crowd, seed) => {
        const places = permutation(crowd.statements, seed);
        const moved = crowd.votes.map(([person, s, vote]): Triple => [person, places[s] as number, vote]);
        expect(likeness(opinionMap(input(crowd)), opinionMap(input({ ...crowd, votes: moved })))).toBeGreaterThan(0.98);
      }),
      SAME,
    );
  });

  test('has the same groups when a statement is there twice', () => {
    fc.assert(
      fc.property(crowds, fc.integer({ min: 0, max: 59 }), (crowd, twin) => {
        const copies = crowd.votes.filter(([, s]) => s === twin);
        const votes = [...crowd.votes, ...copies.map(([person, , vote]): Triple => [person, crowd.statements, vote])];
        const twice = opinionMap(input({ ...crowd, votes, statements: crowd.statements + 1 }));
        expect(likeness(opinionMap(input(crowd)), twice)).toBeGreaterThan(0.9);
      }),
      SAME,
    );
  });

  test('numbers its groups from the largest and counts everybody who takes part', () => {
    fc.assert(
      fc.property(fc.oneof(crowds, muddles), (crowd) => {
        const { sizes, groups, k } = opinionMap(input(crowd));
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        expect(sizes).toEqual(Array.from({ length: k }, (_, g) => groups.filter((group) => group === g).length));
      }),
      RUNS,
    );
  });

  const trolls: [string, (s: number, seed: number) => number][] = [
    ['disagrees with everything', () => -1],
    ['agrees with everything', () => 1],
    ['answers at random', (s, seed) => (((s + 1) * 7919 * seed) % 3) - 1],
  ];
  test.each(trolls)('gives no group to one person who %s', (_, answer) => {
    fc.assert(
      fc.property(fc.oneof(crowds, muddles), seeds, (crowd, seed) => {
        const votes = Array.from({ length: crowd.statements }, (_, s): Triple => [crowd.people, s, answer(s, seed)]);
        const map = opinionMap(input({ ...crowd, people: crowd.people + 1, votes: [...crowd.votes, ...votes] }));
        expect(Math.min(...map.sizes)).toBeGreaterThan(1);
      }),
      RUNS,
    );
  });

  test.each([
    ['two', [40, 30]],
    ['two, one of them small', [70, 8]],
    ['three', [40, 30, 20]],
  ] as [string, number[]][])('finds %s planted groups, with half of the votes missing', (_, sizes) => {
    for (let seed = 1; seed <= 5; seed++) {
      const crowd = planted(sizes, { seed });
      const { groups, k } = opinionMap(input(crowd));
      expect(k).toBe(sizes.length);
      expect(adjustedRandIndex(groups, crowd.truth, k, k)).toBeGreaterThan(0.9);
    }
  });

  test('leaves a troll in a clear crowd where the others would have been without', () => {
    const crowd: Planted = planted([40, 30], { seed: 3 });
    const troll = Array.from({ length: crowd.statements }, (_, s): Triple => [crowd.people, s, -1]);
    const map = opinionMap(input({ ...crowd, people: crowd.people + 1, votes: [...crowd.votes, ...troll] }));
    expect(adjustedRandIndex(map.groups.slice(0, -1), crowd.truth, map.k, 2)).toBeGreaterThan(0.9);
  });
});
