import { type Count, countAt, type GroupCounts } from './counts.js';
import { aboveHalf, likelyShare, shareDifference, Z_90 } from './proportions.js';

export const MOST_REPRESENTATIVE = 5;

/** A statement that tells a group from the others. */
export interface Representative {
  statement: number;
  /** How the group stands to it. */
  side: 'agree' | 'disagree';
  /** Share of the group on this side, of those who saw it, drawn a little towards one half. */
  share: number;
  /** How many times the others' share that is. */
  lift: number;
  /** The higher, the more the statement is the group's own: the product by which they are ordered. */
  score: number;
}

interface Side extends Representative {
  /** Standard deviations above one half, and above the others' share. */
  shareTest: number;
  liftTest: number;
}

interface Candidate {
  agree: Side;
  disagree: Side;
  /** Whether anybody of the group agreed or disagreed. */
  isVoted: boolean;
}

/**
 * Up to five statements for each group that it holds and the others do not, those it agrees with first. Where nothing
 * stands out, the one that comes closest.
 * @param moderated statements that are left out
 * @returns for each group; nothing when there is but one, which has no others
 */
export function representative(
  counts: GroupCounts,
  k: number,
  statements: number,
  moderated: Uint8Array,
): Representative[][] {
  if (k < 2) return Array.from({ length: k }, () => []);
  const total = totals(counts, k, statements);
  return Array.from({ length: k }, (_, group) => {
    const candidates: Candidate[] = [];
    for (let s = 0; s < statements; s++) {
      if (moderated[s]) continue;
      const own = countAt(counts, group * statements + s);
      candidates.push(candidate(s, own, without(countAt(total, s), own)));
    }
    return choose(candidates).map(({ statement, side, share, lift, score }) => ({
      statement,
      side,
      share,
      lift,
      score,
    }));
  });
}

function totals(counts: GroupCounts, k: number, statements: number): GroupCounts {
  const sum = (of: Int32Array): Int32Array => {
    const all = new Int32Array(statements);
    for (let i = 0; i < k * statements; i++) all[i % statements] = (all[i % statements] as number) + (of[i] as number);
    return all;
  };
  return { agree: sum(counts.agree), disagree: sum(counts.disagree), seen: sum(counts.seen) };
}

const without = (all: Count, own: Count): Count => ({
  agree: all.agree - own.agree,
  disagree: all.disagree - own.disagree,
  seen: all.seen - own.seen,
});

function candidate(statement: number, own: Count, rest: Count): Candidate {
  return {
    agree: sideOf(statement, 'agree', own, rest),
    disagree: sideOf(statement, 'disagree', own, rest),
    isVoted: own.agree + own.disagree > 0,
  };
}

function sideOf(statement: number, side: 'agree' | 'disagree', own: Count, rest: Count): Side {
  const share = likelyShare(own[side], own.seen);
  const lift = share / likelyShare(rest[side], rest.seen);
  const shareTest = aboveHalf(own[side], own.seen);
  const liftTest = shareDifference(own[side], own.seen, rest[side], rest.seen);
  return { statement, side, share, lift, shareTest, liftTest, score: lift * liftTest * share * shareTest };
}

const standsOut = ({ shareTest, liftTest }: Side): boolean => liftTest > Z_90 && shareTest > Z_90;
const stronger = ({ agree, disagree }: Candidate): Side => (agree.liftTest > disagree.liftTest ? agree : disagree);

function choose(candidates: Candidate[]): Side[] {
  const agreed = bestAgreed(candidates);
  const found = candidates.filter(({ agree, disagree }) => standsOut(agree) || standsOut(disagree)).map(stronger);
  if (found.length === 0) {
    const closest = agreed ?? closestOf(candidates);
    return closest === null ? [] : [closest];
  }
  found.sort((a, b) => b.score - a.score || a.statement - b.statement);
  const rest = found.filter((one) => one.statement !== agreed?.statement);
  const five = (agreed === null ? rest : [agreed, ...rest]).slice(0, MOST_REPRESENTATIVE);
  return [...five.filter(({ side }) => side === 'agree'), ...five.filter(({ side }) => side === 'disagree')];
}

/** What the group agrees with most, also where that hardly tells it from the others. */
function bestAgreed(candidates: Candidate[]): Side | null {
  let best: Side | null = null;
  for (const { agree, isVoted } of candidates) {
    if (isVoted && isBetterAgreed(agree, best)) best = agree;
  }
  return best;
}

function isBetterAgreed(one: Side, best: Side | null): boolean {
  if (best === null) return one.shareTest > Z_90 || (one.lift > 1 && one.share > 0.5);
  if (best.lift > 1) {
    return (
      one.lift * one.liftTest * one.share * one.shareTest > best.lift * best.liftTest * best.share * best.shareTest
    );
  }
  return one.share * one.shareTest > best.share * best.shareTest;
}

function closestOf(candidates: Candidate[]): Side | null {
  let closest: Side | null = null;
  for (const one of candidates) {
    const side = stronger(one);
    if (one.isVoted && (closest === null || side.liftTest > closest.liftTest)) closest = side;
  }
  return closest;
}
