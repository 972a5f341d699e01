import { orderByVotes, reorder, tabulate, type VoteInput } from './votes.js';

const votes = (participants: number, statements: number, ...all: [number, number, number][]): VoteInput => ({
  participants,
  statements,
  rows: Int32Array.from(all, ([row]) => row),
  columns: Int32Array.from(all, ([, column]) => column),
  votes: Int8Array.from(all, ([, , vote]) => vote),
});

const rowsOf = ({ participants, start, statement, vote }: ReturnType<typeof tabulate>): string[] =>
  Array.from({ length: participants }, (_, p) =>
    Array.from(statement.subarray(start[p], start[p + 1]), (s, i) => `${s}:${vote[(start[p] as number) + i]}`).join(
      ' ',
    ),
  );

test('votes are sorted by person and statement, also around people without votes', () => {
  const table = tabulate(votes(4, 3, [3, 2, 1], [1, 2, -1], [3, 0, 0], [1, 0, 1]));
  expect(rowsOf(table)).toEqual(['', '0:1 2:-1', '', '0:0 2:1']);
});

test('of two votes on one statement the later counts', () => {
  expect(rowsOf(tabulate(votes(2, 2, [0, 1, 1], [1, 0, 1], [0, 1, -1], [0, 0, 0], [0, 1, 0])))).toEqual([
    '0:0 1:0',
    '0:1',
  ]);
});

test('people stand in an order that only their votes decide', () => {
  const a = tabulate(votes(3, 2, [0, 0, 1], [0, 1, 1], [1, 0, -1], [2, 0, 1]));
  const b = tabulate(votes(3, 2, [2, 0, 1], [2, 1, 1], [0, 0, -1], [1, 0, 1]));
  expect(rowsOf(reorder(a, orderByVotes(a)))).toEqual(rowsOf(reorder(b, orderByVotes(b))));
});
