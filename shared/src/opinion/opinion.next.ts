/** A statement that somebody has not answered, with its weight by the published rule. */
export interface Candidate {
  readonly id: string;
  /** More than 0 is drawn in proportion; a statement that has no weight yet counts as 1. */
  readonly priority: number | null;
}

/**
 * Draws the next statement, each with the probability of its share of all weights.
 * @param random from 0 up to, not including, 1
 */
export function drawNext<T extends Candidate>(candidates: readonly T[], random: number): T | null {
  const weights = candidates.map(({ priority }) => Math.max(0, priority ?? 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return candidates[Math.floor(random * candidates.length)] ?? null;
  let left = random * total;
  let drawn: T | null = null;
  for (const [i, candidate] of candidates.entries()) {
    const weight = weights[i] ?? 0;
    if (weight === 0) continue;
    // What rounding leaves over falls to the last that can be drawn.
    drawn = candidate;
    left -= weight;
    if (left < 0) break;
  }
  return drawn;
}
