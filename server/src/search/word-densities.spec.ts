import { WordDensities } from './word-densities.js';

describe('How many texts have a word', () => {
  it('is known only of what was read of two blocks or more, and few where the whole index has not many', () => {
    const densities = new WordDensities();
    expect(densities.hasFew('1 槐桥', 100)).toBe(false);
    densities.learn('1 槐桥', 0, 1);
    expect(densities.hasFew('1 槐桥', 100)).toBe(false);
    densities.learn('1 槐桥', 5, 2);
    expect(densities.hasFew('1 槐桥', 100)).toBe(true);
    expect(densities.hasFew('1 槐桥', 200)).toBe(false);
  });

  it('is kept where more was read than now', () => {
    const densities = new WordDensities();
    densities.learn('1 希望', 90_000, 9);
    densities.learn('1 希望', 0, 1);
    expect(densities.hasFew('1 希望', 2)).toBe(false);
    densities.learn('1 希望', 18, 9);
    expect(densities.hasFew('1 希望', 2)).toBe(true);
  });

  it('sorts the rarest first and what nobody read last', () => {
    const densities = new WordDensities();
    densities.learn('a', 900, 3);
    densities.learn('b', 3, 3);
    expect(['c', 'a', 'b'].sort((x, y) => densities.compare(x, y))).toEqual(['b', 'a', 'c']);
  });
});
