/*
 * Which texts of a block have a word, as bits. A block is 32,768 standings; the same 1,024 numbers of 32 bits say of each
 * whether it has the word, so that two words are joined by 1,024 operations, however many texts have them.
 */

export const BLOCK_SIZE = 32_768;
const NUMBERS = BLOCK_SIZE / 32;
const BYTES = BLOCK_SIZE / 8;

export type Bits = Uint32Array;

export const noBits = (): Bits => new Uint32Array(NUMBERS);
export const blockOf = (standing: number): number => Math.floor(standing / BLOCK_SIZE);
export const offsetOf = (standing: number): number => standing % BLOCK_SIZE;
export const standingAt = (block: number, offset: number): number => block * BLOCK_SIZE + offset;

/** What stands in the database for the bits of one word in one block, see writeBits. */
export type StoredBits = Uint8Array;

/** @param found in whatever the driver gives for it */
export const storedBits = (found: Buffer | ArrayBuffer): StoredBits =>
  ArrayBuffer.isView(found) ? found : new Uint8Array(found);

export const readBits = (stored: StoredBits): Bits => decode(stored, noBits());

/** Joins go through this one, so that none has to make 4,096 bytes and throw them away. */
const other = noBits();

function decode(stored: StoredBits, bits: Bits): Bits {
  if (stored.length === BYTES) new Uint8Array(bits.buffer).set(stored);
  else {
    bits.fill(0);
    for (let i = 0; i < stored.length; i += 2) setBit(bits, offsetAt(stored, i), true);
  }
  return bits;
}

const offsetAt = (stored: StoredBits, i: number): number => (stored[i] as number) | ((stored[i + 1] as number) << 8);

/** All 4,096 bytes, or two bytes for each offset where that is shorter; little-endian, as every machine of ours is. */
export function writeBits(bits: Bits): Buffer {
  const offsets = offsetsIn(bits).reverse();
  if (2 * offsets.length >= BYTES) return Buffer.from(bits.buffer);
  const bytes = Buffer.alloc(2 * offsets.length);
  for (const [i, offset] of offsets.entries()) bytes.writeUInt16LE(offset, 2 * i);
  return bytes;
}

export function setBit(bits: Bits, offset: number, on: boolean): void {
  const [i, bit] = [offset >>> 5, 1 << (offset & 31)];
  bits[i] = on ? (bits[i] ?? 0) | bit : (bits[i] ?? 0) & ~bit;
}

/** So few texts are looked for one by one in what others have: sooner done than 1,024 operations for each of these. */
const FEW = 128;

/** What all of them have and, where it is given, what was found before, which is changed. @returns null: nothing */
export function common(words: readonly StoredBits[], before?: Bits): Bits | null {
  const [fewest, ...others] = [...words].sort((a, b) => a.length - b.length);
  if (fewest === undefined) return before ?? null;
  if (fewest.length > 2 * FEW) {
    const bits = before ?? readBits(fewest);
    return (before === undefined ? others : words).every((stored) => narrow(bits, stored)) ? bits : null;
  }
  const isInAll = (offset: number) =>
    (before === undefined || hasBit(before, offset)) && others.every((stored) => hasOffset(stored, offset));
  const left = offsetsStored(fewest).filter(isInAll);
  if (left.length === 0) return null;
  const bits = before?.fill(0) ?? noBits();
  for (const offset of left) setBit(bits, offset, true);
  return bits;
}

const hasBit = (bits: Bits, offset: number): boolean => (((bits[offset >>> 5] as number) >>> (offset & 31)) & 1) === 1;

function hasOffset(stored: StoredBits, offset: number): boolean {
  if (stored.length === BYTES) return (((stored[offset >>> 3] as number) >>> (offset & 7)) & 1) === 1;
  let [from, to] = [0, stored.length / 2];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (offsetAt(stored, 2 * middle) < offset) from = middle + 1;
    else to = middle;
  }
  return 2 * from < stored.length && offsetAt(stored, 2 * from) === offset;
}

// Written out: a function called for each number takes several times as long.

/** Leaves what the other has as well. @returns whether that is anything */
function narrow(bits: Bits, stored: StoredBits): boolean {
  return narrowBy(bits, decode(stored, other));
}

/** The same by bits. */
export function narrowBy(bits: Bits, others: Bits): boolean {
  let left = 0;
  for (let i = 0; i < NUMBERS; i += 1) left |= bits[i] = (bits[i] as number) & (others[i] as number);
  return left !== 0;
}

/** Adds what the other has. */
export function widen(bits: Bits, stored: StoredBits): void {
  if (stored.length === BYTES) widenBy(bits, decode(stored, other));
  else for (let i = 0; i < stored.length; i += 2) setBit(bits, offsetAt(stored, i), true);
}

/** The same by bits. */
export function widenBy(bits: Bits, others: Bits): void {
  for (let i = 0; i < NUMBERS; i += 1) bits[i] = (bits[i] as number) | (others[i] as number);
}

/** Takes away what the others have. @returns whether anything is left */
export function lessen(bits: Bits, others: Bits): boolean {
  let left = 0;
  for (let i = 0; i < NUMBERS; i += 1) left |= bits[i] = (bits[i] as number) & ~(others[i] as number);
  return left !== 0;
}

export function isEmpty(bits: Bits): boolean {
  for (let i = 0; i < NUMBERS; i += 1) if (bits[i] !== 0) return false;
  return true;
}

/** Highest first. */
export function offsetsIn(bits: Bits): number[] {
  const offsets: number[] = [];
  for (let i = NUMBERS - 1; i >= 0; i -= 1) {
    for (let number = bits[i] as number; number !== 0; ) {
      const bit = 31 - Math.clz32(number);
      offsets.push(32 * i + bit);
      number &= ~(1 << bit);
    }
  }
  return offsets;
}

/** So many texts have the word, or where they are many at least so many: known without looking. */
export const atLeast = (stored: StoredBits): number => stored.length / 2;

/** The offsets of what is stored, highest first. */
export function offsetsStored(stored: StoredBits): number[] {
  if (stored.length === BYTES) return offsetsIn(decode(stored, other));
  const offsets: number[] = [];
  for (let i = stored.length - 2; i >= 0; i -= 2) offsets.push(offsetAt(stored, i));
  return offsets;
}
