import type { GroupCounts } from './counts.js';
import { aboveHalf, likelyShare, Z_90 } from './proportions.js';

const MOST = 5;

/** Statements that most of everybody agrees or disagrees with, the clearest first, five of each at most. */
export interface Majority {
  agree: number[];
  disagree: number[];
}

/**
 * @param all of everybody
 * @param moderated statements that are left out
 */
export function majority(all: GroupCounts, moderated: Uint8Array): Majority {
  return { agree: clearest(all, moderated, 'agree'), disagree: clearest(all, moderated, 'disagree') };
}

function clearest(all: GroupCounts, moderated: Uint8Array, side: 'agree' | 'disagree'): number[] {
  return Array.from(all.seen, (seen, statement) => {
    const share = likelyShare(all[side][statement] as number, seen);
    const test = aboveHalf(all[side][statement] as number, seen);
    return { statement, share, test };
  })
    .filter(({ statement, share, test }) => !moderated[statement] && share > 0.5 && test > Z_90)
    .sort((a, b) => b.share * b.test - a.share * a.test || a.statement - b.statement)
    .slice(0, MOST)
    .map(({ statement }) => statement);
}
