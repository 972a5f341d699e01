import { adjustedRandIndex } from './rand-index.js';

test('the same division has 1, whatever its parts are called', () => {
  expect(adjustedRandIndex([0, 0, 1, 1], [1, 1, 0, 0], 2, 2)).toBe(1);
});

test('a known example', () => {
  expect(adjustedRandIndex([0, 0, 1, 1], [0, 0, 1, 2], 2, 3)).toBeCloseTo(0.5714285714, 9);
});

test('divisions that have nothing to do with each other have about 0 or less', () => {
  expect(adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1], 2, 2)).toBeCloseTo(-0.5, 9);
});

test('where all are together in both, they are the same', () => {
  expect(adjustedRandIndex([0, 0, 0], [0, 0, 0], 1, 1)).toBe(1);
});
