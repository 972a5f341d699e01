import { aboveHalf, likelyShare, shareDifference } from './proportions.js';

test('two shares are apart as in the example of the reference', () => {
  expect(shareDifference(15, 24, 56, 71)).toBeCloseTo(-1.5141, 4);
});

test('equal shares are not apart, and neither are two that are whole', () => {
  expect(shareDifference(4, 9, 9, 19)).toBeCloseTo(0, 12);
  expect(shareDifference(7, 7, 3, 3)).toBe(0);
});

test('a share without votes is one half', () => {
  expect(likelyShare(0, 0)).toBe(0.5);
  expect(likelyShare(3, 4)).toBeCloseTo(4 / 6, 12);
});

test('how far a share is above one half grows with the votes', () => {
  expect(aboveHalf(0, 0)).toBe(1);
  expect(aboveHalf(9, 9)).toBeCloseTo(Math.sqrt(10), 12);
  expect(aboveHalf(99, 99)).toBeCloseTo(10, 12);
  expect(aboveHalf(0, 9)).toBeLessThan(0);
});
