import { kMeans } from './k-means.js';

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
