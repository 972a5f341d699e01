import type { Count } from './counts.js';

/** Of statements about the consultation itself, which are shown to everybody early. */
export const META_PRIORITY = 49;

/**
 * How much it is worth to show a statement next: many agree, few pass, it tells people apart, or it has hardly been seen.
 * The next statement is drawn with a chance in proportion to this.
 * @param counts of all groups together
 * @param extremity from the map; 0 for a statement that the map does not know yet
 */
export function priority({ agree, disagree, seen }: Count, extremity: number): number {
  const passes = (seen - agree - disagree + 1) / (seen + 2);
  const agrees = (agree + 1) / (seen + 2);
  const newness = 1 + 8 * 2 ** (-seen / 5);
  return ((1 - passes) * (extremity + 1) * agrees * newness) ** 2;
}
