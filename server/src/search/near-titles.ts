import { atLeast, offsetsStored, standingAt, storedBits } from './search-bits.js';

/** In so many titles of a township a word tells little. */
const COMMON = 2_000;
const NEAR_WORDS = 12;

/** Which titles of a block have a word, as they are stored. */
export interface NearBlock {
  readonly word: string;
  readonly block: number;
  readonly bits: Buffer;
}

/**
 * The standings of those titles that have most of the words, and of equal ones the highest; words that stand in very many
 * titles tell nothing, unless there are no others.
 */
export function mostShared(blocks: readonly NearBlock[], limit: number): number[] {
  const counts = new Map<string, number>();
  for (const { word, bits } of blocks) counts.set(word, (counts.get(word) ?? 0) + atLeast(storedBits(bits)));
  const telling = tellingOf(counts);
  const shared = new Map<number, number>();
  for (const { block, bits } of blocks.filter(({ word }) => telling.has(word))) {
    for (const offset of offsetsStored(storedBits(bits))) {
      const standing = standingAt(Number(block), offset);
      shared.set(standing, (shared.get(standing) ?? 0) + 1);
    }
  }
  const bySharing: number[][] = [];
  for (const [standing, words] of shared) {
    bySharing[words] ??= [];
    bySharing[words].push(standing);
  }
  const best: number[] = [];
  for (let words = bySharing.length - 1; words > 0 && best.length < limit; words -= 1) {
    best.push(...(bySharing[words] ?? []).sort((a, b) => b - a).slice(0, limit - best.length));
  }
  return best;
}

function tellingOf(counts: ReadonlyMap<string, number>): Set<string> {
  const rarest = [...counts].sort(([one, a], [other, b]) => a - b || (one < other ? -1 : 1));
  const telling = rarest.filter(([, count], i) => count < COMMON || i === 0).slice(0, NEAR_WORDS);
  return new Set(telling.map(([word]) => word));
}
