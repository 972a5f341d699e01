import { included } from './included.js';
import { tabulate } from './votes.js';

/** People who voted so often, on the first statements. */
function people(counts: number[], statements = 20) {
  const all = counts.flatMap((count, person) => Array.from({ length: count }, (_, s) => [person, s] as const));
  return tabulate({
    participants: counts.length,
    statements,
    rows: Int32Array.from(all, ([person]) => person),
    columns: Int32Array.from(all, ([, s]) => s),
    votes: new Int8Array(all.length),
  });
}

test('seven votes are enough, and six are not, where fifteen others have seven', () => {
  const taking = included(people([6, ...new Array(15).fill(7), 3]));
  expect(Array.from(taking)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
});

test('with fewer than seven statements it is enough to vote on all', () => {
  expect(included(people([...new Array(16).fill(4), 3], 4))).toHaveLength(16);
});

test('with fewer than fifteen people those who voted most are added, equals together', () => {
  expect(Array.from(included(people([9, 9, ...new Array(12).fill(5), 3, 3, 1, 0])))).toEqual(
    Array.from({ length: 16 }, (_, i) => i),
  );
});

test('who has no vote never takes part', () => {
  expect(Array.from(included(people([2, 0, 1])))).toEqual([0, 2]);
});

test('who was let in earlier stays with a single vote, and with none is not there', () => {
  const counts = [...new Array(15).fill(7), 3, 1, 0];
  const stays = Uint8Array.from(counts, (count) => (count === 1 || count === 0 ? 1 : 0));
  expect(Array.from(included(people(counts), stays))).toEqual([...Array.from({ length: 15 }, (_, i) => i), 16]);
});
