import type { GroupCounts } from './counts.js';

/**
 * Group-informed consensus: the product over all groups of (voted so + 1) ÷ (saw it + 2). It is high only where every
 * group agrees, however small it is; passes count as having seen it.
 * @param side who agrees or who disagrees
 * @returns one value per statement, 0 … 1
 */
export function consensus(
  counts: GroupCounts,
  k: number,
  statements: number,
  side: 'agree' | 'disagree' = 'agree',
): Float64Array {
  const product = new Float64Array(statements).fill(1);
  for (let group = 0; group < k; group++) {
    for (let s = 0; s < statements; s++) {
      const at = group * statements + s;
      const share = ((counts[side][at] as number) + 1) / ((counts.seen[at] as number) + 2);
      product[s] = (product[s] as number) * share;
    }
  }
  return product;
}
