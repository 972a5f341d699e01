import {
  BLOCK_SIZE,
  blockOf,
  both,
  either,
  isEmpty,
  noBits,
  offsetOf,
  offsetsIn,
  readBits,
  setBit,
  standingAt,
  without,
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
    expect(bytes.length).toBeLessThanOrEqual(BLOCK_SIZE / 8);
  });

  it('are read whatever the driver gives for them', () => {
    const bytes = Uint8Array.from(writeBits(of(3, 70)));
    expect(offsetsIn(readBits(bytes.buffer))).toEqual([70, 3]);
  });

  it('are set and taken out one by one', () => {
    const bits = of(5, 31, 6_000);
    setBit(bits, 31, false);
    expect(offsetsIn(bits)).toEqual([6_000, 5]);
    setBit(bits, 5, false);
    setBit(bits, 6_000, false);
    expect(isEmpty(bits)).toBe(true);
  });

  it('are joined with those of another', () => {
    const [a, b] = [of(1, 31, 900), of(31, 32, 900)];
    expect(offsetsIn(both(a, b))).toEqual([900, 31]);
    expect(offsetsIn(either(a, b))).toEqual([900, 32, 31, 1]);
    expect(offsetsIn(without(a, b))).toEqual([1]);
    expect(offsetsIn(a)).toEqual([900, 31, 1]);
  });

  it('have the same standing wherever it is made of', () => {
    for (const standing of [0, 1, BLOCK_SIZE - 1, BLOCK_SIZE, 2 ** 30 + 77, 2 ** 31 - 1]) {
      expect(standingAt(blockOf(standing), offsetOf(standing))).toBe(standing);
    }
  });
});
