import { type Count, countAt, type GroupCounts } from './counts.js';
import { likelyShare, shareDifference, Z_90 } from './proportions.js';

/**
 * Statements on which two groups pull apart by more than chance, the widest gap first. A gap is how much further one
 * group leans to agreeing than the other, leaning being the share that agrees less the share that disagrees.
 * @param moderated statements that are left out
 */
export function divisive(counts: GroupCounts, k: number, statements: number, moderated: Uint8Array): number[] {
  const found: { statement: number; gap: number }[] = [];
  for (let statement = 0; statement < statements; statement++) {
    if (moderated[statement]) continue;
    const groups = Array.from({ length: k }, (_, group) => countAt(counts, group * statements + statement));
    const gap = widestGap(groups);
    if (gap > 0) found.push({ statement, gap });
  }
  return found.sort((a, b) => b.gap - a.gap || a.statement - b.statement).map(({ statement }) => statement);
}

function widestGap(groups: Count[]): number {
  let widest = 0;
  for (const one of groups) {
    for (const other of groups) {
      const gap = leaning(one) - leaning(other);
      if (gap > widest && isMoreThanChance(one, other)) widest = gap;
    }
  }
  return widest;
}

const leaning = ({ agree, disagree, seen }: Count): number => likelyShare(agree, seen) - likelyShare(disagree, seen);

/** More agree here, or more disagree there. */
function isMoreThanChance(one: Count, other: Count): boolean {
  return (
    shareDifference(one.agree, one.seen, other.agree, other.seen) > Z_90 ||
    shareDifference(other.disagree, other.seen, one.disagree, one.seen) > Z_90
  );
}
