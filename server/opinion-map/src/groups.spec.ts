import { groupsOf, leastSize } from './groups.js';
import { randomFrom } from './random.js';

function around(places: [x: number, y: number, people: number][]): Float64Array {
  const random = randomFrom(4);
  return Float64Array.from(
    places.flatMap(([x, y, people]) => Array.from({ length: people }, () => [x + random(), y + random()]).flat()),
  );
}

test.each([
  [2, [30, 20]],
  [3, [40, 30, 20]],
  [4, [40, 30, 20, 10]],
  [5, [60, 50, 40, 30, 20]],
])('%i crowds apart from each other are that many groups, the largest first', (k, sizes) => {
  const points = around(
    sizes.map((people, i) => [6 * Math.cos((2 * Math.PI * i) / k), 6 * Math.sin((2 * Math.PI * i) / k), people]),
  );
  const found = groupsOf(points);
  expect(found).toMatchObject({ k, sizes });
  expect(Array.from(found.group)).toEqual(sizes.flatMap((people, group) => new Array(people).fill(group)));
});

test('one person far away is counted to the nearest crowd', () => {
  const found = groupsOf(
    around([
      [0, 0, 40],
      [5, 0, 30],
      [30, 0, 1],
    ]),
  );
  expect(found).toMatchObject({ k: 2, sizes: [40, 31] });
});

test('a group has one in a hundred people, and at least three unless there are but few people', () => {
  expect([4, 8, 12, 100, 300, 301, 1000].map(leastSize)).toEqual([2, 2, 3, 3, 3, 4, 10]);
});
