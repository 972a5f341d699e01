import { answersOf, OPINION_VOTE_LABELS, OPINION_VOTES, type OpinionCounts } from '@consult/shared';

/** Answers in whole percent, which add up to 100; all 0 where nobody answered. */
export function sharesOf(counts: OpinionCounts): OpinionCounts {
  const { agree, disagree, pass } = counts;
  const all = answersOf(counts);
  if (all === 0) return { agree: 0, disagree: 0, pass: 0 };
  const exact = { agree: (agree / all) * 100, disagree: (disagree / all) * 100, pass: (pass / all) * 100 };
  const shares: OpinionCounts = {
    agree: Math.floor(exact.agree),
    disagree: Math.floor(exact.disagree),
    pass: Math.floor(exact.pass),
  };
  // What rounding down left over goes to where it took most.
  const byLoss = [...OPINION_VOTES].sort((one, other) => exact[other] - shares[other] - (exact[one] - shares[one]));
  let left = 100 - shares.agree - shares.disagree - shares.pass;
  for (const kind of byLoss) {
    if (left <= 0) break;
    shares[kind] += 1;
    left -= 1;
  }
  return shares;
}

/** 赞成 82%，反对 10%，略过 8% */
export function sayShares(counts: OpinionCounts): string {
  if (answersOf(counts) === 0) return '还没有人表态';
  const shares = sharesOf(counts);
  return OPINION_VOTES.map((vote) => `${OPINION_VOTE_LABELS[vote]} ${shares[vote]}%`).join('，');
}
