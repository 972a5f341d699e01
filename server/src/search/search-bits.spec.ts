import {
  atLeast,
  type Bits,
  BLOCK_SIZE,
  blockOf,
  common,
  isEmpty,
  lessen,
  narrowBy,
  noBits,
  offsetOf,
  offsetsIn,
  offsetsStored,
  readBits,
  type StoredBits,
  setBit,
  standingAt,
  storedBits,
  widen,
  widenBy,
  writeBits,
} from './search-bits.js';

const of = (...offsets: number[]) => {
  const bits = noBits();
  for (const offset of offsets) setBit(bits, offset, true);
  return bits;
};
const every = (step: number) => Array.from({ length: Math.ceil(BLOCK_SIZE / step) }, (_, i) => i * step);

describe('The texts of a word', () => {
  it.each([
    ['none', []],
    ['the first and the last', [0, BLOCK_SIZE - 1]],
    ['neighbours over a border of numbers', [31, 32, 63, 64]],
    ['few', every(1_000)],
    ['as many as a list is shorter for', every(17)],
    ['as many as it is not shorter for', every(16)],
    ['all', every(1)],
  ])('come back as they were written: %s', (_, offsets) => {
    const bytes = writeBits(of(...offsets));
    expect(offsetsIn(readBits(bytes)).reverse()).toEqual(offsets);
    expect(offsetsStored(bytes).reverse()).toEqual(offsets);
    expect(atLeast(bytes)).toBeLessThanOrEqual(offsets.length);
    expect(bytes.length).toBeLessThanOrEqual(BLOCK_SIZE / 8);
  });

  it('are read whatever the driver gives for them', () => {
    const bytes = Uint8Array.from(writeBits(of(3, 70)));
    expect(offsetsIn(readBits(storedBits(bytes.buffer)))).toEqual([70, 3]);
  });

  it('are set and taken out one by one', () => {
    const bits = of(5, 31, 6_000);
    setBit(bits, 31, false);
    expect(offsetsIn(bits)).toEqual([6_000, 5]);
    setBit(bits, 5, false);
    setBit(bits, 6_000, false);
    expect(isEmpty(bits)).toBe(true);
  });

  describe.each([
    ['few', [31, 32, 900]],
    ['many', [31, 32, 900, ...every(8).filter((offset) => offset > 1_000)]],
  ])('are joined with those of another that has %s', (_, others) => {
    const own = [1, 31, 900];

    it('by what both have, by one of the two, and by what the other has not', () => {
      const stored = writeBits(of(...others));
      for (const [join, joinBits, left] of [
        [(bits: Bits, one: StoredBits) => common([one], bits), narrowBy, [31, 900]],
        [widen, widenBy, [...new Set([...own, ...others])].sort((a, b) => a - b)],
      ] as const) {
        const [bits, same] = [of(...own), of(...own)];
        join(bits, stored);
        joinBits(same, of(...others));
        expect(offsetsIn(bits).reverse()).toEqual(left);
        expect(same).toEqual(bits);
      }
      const bits = of(...own);
      expect([lessen(bits, of(...others)), offsetsIn(bits)]).toEqual([true, [1]]);
    });

    it('and say when nothing is left', () => {
      expect(common([writeBits(of(...others))], of(1, 33))).toBeNull();
      expect(narrowBy(of(1, 33), of(...others))).toBe(false);
      expect(lessen(of(31, 900), of(...others))).toBe(false);
      expect(common([writeBits(of(BLOCK_SIZE - 1))], of(BLOCK_SIZE - 1))).toEqual(of(BLOCK_SIZE - 1));
    });
  });

  it('of several words are those that all of them have, few or many, with what was found before or without', () => {
    const words = [every(2), every(3), every(5), every(700), every(1_400), [0, 4_200, BLOCK_SIZE - 2]];
    const before = every(7);
    for (const some of [[0], [0, 1], [3], [0, 3], [4, 3], [5, 0], [3, 5, 1, 0], [2, 1, 0], [0, 1, 2, 3, 4, 5]]) {
      const chosen = some.map((i) => words[i] as number[]);
      const stored = chosen.map((offsets) => writeBits(of(...offsets)));
      const inAll = (first: readonly number[], others: readonly (readonly number[])[]) => {
        const sets = others.map((offsets) => new Set(offsets));
        return first.filter((offset) => sets.every((set) => set.has(offset)));
      };
      const [first = [], ...rest] = chosen;
      expect(common(stored)).toEqual(of(...inAll(first, rest)));
      expect(common(stored, of(...before))).toEqual(of(...inAll(before, chosen)));
    }
    expect(common([writeBits(of(1, 2)), writeBits(of(3, 4))])).toBeNull();
    expect(common([])).toBeNull();
    expect(common([], of(9))).toEqual(of(9));
  });

  it('have the same standing wherever it is made of', () => {
    for (const standing of [0, 1, BLOCK_SIZE - 1, BLOCK_SIZE, 2 ** 30 + 77, 2 ** 31 - 1]) {
      expect(standingAt(blockOf(standing), offsetOf(standing))).toBe(standing);
    }
  });
});
