import { meanSilhouette, silhouettes } from './silhouette.js';

const APART = [
  [0, 1, 3, 4],
  [1, 0, 3, 4],
  [3, 3, 0, 2],
  [4, 4, 2, 0],
];
const distance = (i: number, j: number): number => APART[i]?.[j] as number;

test('the example of the reference', () => {
  const cluster = Int32Array.of(0, 0, 1, 1);
  expect(silhouettes(distance, cluster, 2)[0]).toBeCloseTo(0.71428, 4);
  expect(meanSilhouette(distance, cluster, 2)).toBeCloseTo(0.5654, 3);
});

test('who is alone has 0', () => {
  expect(silhouettes(distance, Int32Array.of(0, 1, 1, 1), 2)[0]).toBe(0);
});

test('where all are at one place, and where there is one cluster or nobody, it is 0', () => {
  expect(meanSilhouette(() => 0, Int32Array.of(0, 0, 1, 1), 2)).toBe(0);
  expect(meanSilhouette(distance, Int32Array.of(0, 0, 0, 0), 1)).toBe(0);
  expect(meanSilhouette(distance, new Int32Array(0), 2)).toBe(0);
});
