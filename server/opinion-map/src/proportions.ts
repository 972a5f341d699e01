/** One in ten by chance, one-sided: what a z-value has to exceed to count as more than chance. */
export const Z_90 = 1.2816;

/** The share that is expected of the next one, each side given half a vote more than it has: (part + 1) ÷ (whole + 2). */
export const likelyShare = (part: number, whole: number): number => (part + 1) / (whole + 2);

/** How many standard deviations a share is above one half, with one more success and one more trial. */
export function aboveHalf(part: number, whole: number): number {
  return 2 * Math.sqrt(whole + 1) * ((part + 1) / (whole + 1) - 0.5);
}

/**
 * How many standard deviations one share is above another, every count taken one larger.
 * @returns 0 where all of both are successes
 */
export function shareDifference(part: number, whole: number, otherPart: number, otherWhole: number): number {
  const n = whole + 1;
  const m = otherWhole + 1;
  const together = (part + otherPart + 2) / (n + m);
  if (together >= 1) return 0;
  const deviation = Math.sqrt(together * (1 - together) * (1 / n + 1 / m));
  return ((part + 1) / n - (otherPart + 1) / m) / deviation;
}
