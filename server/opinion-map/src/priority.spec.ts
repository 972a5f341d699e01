import { priority } from './priority.js';

test('a statement that nobody has seen', () => {
  expect(priority({ agree: 0, disagree: 0, seen: 0 }, 0)).toBeCloseTo((0.5 * 0.5 * 9) ** 2, 12);
});

test('a statement that has been seen', () => {
  const newness = 1 + 8 * 2 ** -2;
  expect(priority({ agree: 6, disagree: 2, seen: 10 }, 1.5)).toBeCloseTo((0.75 * 2.5 * (7 / 12) * newness) ** 2, 12);
});

test('what is passed, disagreed with or often seen comes later; what tells people apart comes sooner', () => {
  const usual = priority({ agree: 6, disagree: 2, seen: 10 }, 1);
  expect(priority({ agree: 6, disagree: 0, seen: 10 }, 1)).toBeLessThan(usual);
  expect(priority({ agree: 2, disagree: 6, seen: 10 }, 1)).toBeLessThan(usual);
  expect(priority({ agree: 60, disagree: 20, seen: 100 }, 1)).toBeLessThan(usual);
  expect(priority({ agree: 6, disagree: 2, seen: 10 }, 2)).toBeGreaterThan(usual);
});
