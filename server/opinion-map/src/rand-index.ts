/**
 * The adjusted Rand index: how alike two divisions of the same items are, whatever their parts are called. 1 is the
 * same, 0 is what chance would give.
 * @param k parts of the first, numbered 0 … k - 1
 * @param l parts of the second
 */
export function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>, k: number, l: number): number {
  const both = new Float64Array(k * l);
  const ofA = new Float64Array(k);
  const ofB = new Float64Array(l);
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as number;
    const y = b[i] as number;
    both[x * l + y] = (both[x * l + y] as number) + 1;
    ofA[x] = (ofA[x] as number) + 1;
    ofB[y] = (ofB[y] as number) + 1;
  }
  const together = pairs(both);
  const expected = (pairs(ofA) * pairs(ofB)) / Math.max((a.length * (a.length - 1)) / 2, 1);
  const most = (pairs(ofA) + pairs(ofB)) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

const pairs = (counts: Float64Array): number => counts.reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
