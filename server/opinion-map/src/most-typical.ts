import type { Division } from './division.js';
import { adjustedRandIndex } from './rand-index.js';

/**
 * The division that is on average most like all of them; of equals the one with the higher silhouette, then the first.
 * @param divisions of the same people into equally many groups
 * @returns null where there are none
 */
export function mostTypical(divisions: Division[]): Division | null {
  const different = countSame(divisions);
  let best: Division | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const { one } of different) {
    const likeness = different.reduce(
      (sum, { one: other, times }) => sum + times * adjustedRandIndex(one.group, other.group, one.k, other.k),
      0,
    );
    const isBetter =
      likeness > most + 1e-9 || (likeness > most - 1e-9 && one.silhouette > (best?.silhouette ?? 0) + 1e-9);
    if (isBetter) {
      most = likeness;
      best = one;
    }
  }
  return best;
}

/** Each division once, numbered alike, with how often it came about. */
function countSame(divisions: Division[]): { one: Division; times: number }[] {
  const different = new Map<string, { one: Division; times: number }>();
  for (const one of divisions) {
    const key = inOrderOfAppearance(one);
    const known = different.get(key);
    if (known) known.times += 1;
    else different.set(key, { one, times: 1 });
  }
  return [...different.values()];
}

function inOrderOfAppearance({ k, group }: Division): string {
  const names = new Int16Array(k).fill(-1);
  let next = 0;
  let text = '';
  for (const g of group) {
    if ((names[g] as number) < 0) names[g] = next++;
    text += names[g];
  }
  return text;
}
