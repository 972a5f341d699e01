import { describeGroups } from './description.js';
import { tabulate } from './votes.js';

/** Statements: 0 all agree, 1 splits the groups, 2 all disagree, 3 mostly passed, 4 splits but is hidden. */
const SIX: Record<number, number[]> = {
  0: [1, 1, -1, 0, 1],
  1: [1, -1, -1, 0, -1],
};
const groups = Array.from({ length: 24 }, (_, i) => (i < 12 ? 0 : i < 22 ? 1 : -1));
const rows = groups.flatMap((_, person) => new Array(5).fill(person));
const votes = groups.flatMap((group) => SIX[Math.max(group, 0)] as number[]);
const table = tabulate({
  participants: 24,
  statements: 5,
  rows: Int32Array.from(rows),
  columns: Int32Array.from(rows, (_, i) => i % 5),
  votes: Int8Array.from(votes),
});
const described = describeGroups(table, groups, 2, Uint8Array.of(0, 0, 0, 0, 1));

test('consensus multiplies what each group is expected to do, and passes count as seen', () => {
  const expected = [(13 / 14) * (11 / 12), (13 / 14) * (1 / 12), (1 / 14) * (1 / 12), (1 / 14) * (1 / 12)];
  expected.forEach((value, s) => {
    expect(described.consensus[s]).toBeCloseTo(value, 12);
  });
  expect(described.dissent[2]).toBeCloseTo((13 / 14) * (11 / 12), 12);
});

test('who is in no group counts for the majority only', () => {
  expect(described.counts.seen[0]).toBe(12);
  expect(described.all.seen[0]).toBe(24);
});

test('a group is told by what it holds and the other does not, hidden statements left aside', () => {
  expect(described.representative[0]).toEqual([expect.objectContaining({ statement: 1, side: 'agree' })]);
  expect(described.representative[1]?.map(({ statement, side }) => [statement, side])).toContainEqual([1, 'disagree']);
  const { share, lift } = described.representative[0]?.[0] ?? { share: 0, lift: 0 };
  expect(share).toBeCloseTo(13 / 14, 12);
  expect(lift).toBeCloseTo(13 / 14 / (1 / 12), 12);
});

test('the majority agrees and disagrees with what most of everybody does', () => {
  expect(described.majority).toEqual({ agree: [0], disagree: [2] });
});

test('what divides is what the groups lean apart on', () => {
  expect(described.divisive).toEqual([1]);
});

test('of one group nothing is representative, as there are no others', () => {
  expect(describeGroups(table, new Array(24).fill(0), 1, new Uint8Array(5)).representative).toEqual([[]]);
});
