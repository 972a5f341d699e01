/**
 * Numbers that look random and are the same every time (the generator called mulberry32).
 * @param seed any whole number
 * @returns gives the next one, 0 ≤ x < 1
 */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @returns the items in another order, every one as likely (Fisher and Yates) */
export function shuffle(items: Int32Array, random: () => number): Int32Array {
  const shuffled = items.slice();
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const item = shuffled[i] as number;
    shuffled[i] = shuffled[j] as number;
    shuffled[j] = item;
  }
  return shuffled;
}
