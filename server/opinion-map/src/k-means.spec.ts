import { kMeans } from './k-means.js';
import { randomFrom } from './random.js';

const ones = (count: number): Float64Array => new Float64Array(count).fill(1);

test('points go to the nearest centre and centres to the middle of their points', () => {
  const points = Float64Array.of(0, 0, 2, 0, 10, 0, 12, 0);
  const found = kMeans(points, ones(4), Float64Array.of(0, 0, 2, 0), 20);
  expect(Array.from(found.cluster)).toEqual([0, 0, 1, 1]);
  expect(Array.from(found.centres)).toEqual([1, 0, 11, 0]);
  expect(found.spread).toBe(4);
});

test('a heavy point draws its centre', () => {
  const found = kMeans(Float64Array.of(0, 0, 4, 0), Float64Array.of(3, 1), Float64Array.of(1, 1), 20);
  expect(Array.from(found.centres)).toEqual([1, 0]);
  expect(Array.from(found.weights)).toEqual([4]);
});

test('a cluster that nobody is near is dropped and the rest renumbered', () => {
  const found = kMeans(Float64Array.of(0, 0, 1, 0), ones(2), Float64Array.of(99, 99, 0, 0, 1, 0), 20);
  expect(Array.from(found.cluster)).toEqual([0, 1]);
  expect(Array.from(found.weights)).toEqual([1, 1]);
});

test('it ends after as many rounds as allowed', () => {
  const points = Float64Array.of(0, 0, 2, 0, 10, 0, 12, 0);
  expect(Array.from(kMeans(points, ones(4), Float64Array.of(0, 0, 2, 0), 1).cluster)).toEqual([0, 1, 1, 1]);
});

test('of equally near centres the first wins, wherever it is', () => {
  const centres = Float64Array.of(3, 0, 1, 0, 2, -1, 2, 1);
  expect(Array.from(kMeans(Float64Array.of(2, 0), ones(1), centres, 1).centres)).toEqual([2, 0]);
  expect(Array.from(kMeans(Float64Array.of(2, 0, 3, 0), ones(2), centres, 1).cluster)).toEqual([0, 0]);
});

test('every point has the nearest of many centres', () => {
  const random = randomFrom(9);
  const points = Float64Array.from({ length: 400 }, () => random());
  const centres = Float64Array.from({ length: 60 }, () => random());
  const nearest = Array.from({ length: 200 }, (_, i) => {
    const apart = Array.from({ length: 30 }, (_, c) =>
      Math.hypot(
        (points[i * 2] as number) - (centres[c * 2] as number),
        (points[i * 2 + 1] as number) - (centres[c * 2 + 1] as number),
      ),
    );
    return apart.indexOf(Math.min(...apart));
  });
  // Clusters without anybody are dropped, which keeps the order of the rest.
  const kept = [...new Set(nearest)].sort((a, b) => a - b);
  const found = kMeans(points, ones(200), centres, 1);
  expect(Array.from(found.cluster)).toEqual(nearest.map((c) => kept.indexOf(c)));
});
