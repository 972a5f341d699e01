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

/** @param stored as written by `writeBits`, in whatever the driver gives for it */
export function readBits(stored: Buffer | ArrayBuffer): Bits {
  const bytes = Buffer.from(stored as ArrayBuffer);
  const bits = noBits();
  if (bytes.length === BYTES) new Uint8Array(bits.buffer).set(bytes);
  else for (let i = 0; i < bytes.length; i += 2) setBit(bits, bytes.readUInt16LE(i), true);
  return bits;
}

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

// Written out: a function called for each number takes several times as long.
export function both(a: Bits, b: Bits): Bits {
  const bits = noBits();
  for (let i = 0; i < NUMBERS; i += 1) bits[i] = (a[i] as number) & (b[i] as number);
  return bits;
}

export function either(a: Bits, b: Bits): Bits {
  const bits = noBits();
  for (let i = 0; i < NUMBERS; i += 1) bits[i] = (a[i] as number) | (b[i] as number);
  return bits;
}

export function without(a: Bits, b: Bits): Bits {
  const bits = noBits();
  for (let i = 0; i < NUMBERS; i += 1) bits[i] = (a[i] as number) & ~(b[i] as number);
  return bits;
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
