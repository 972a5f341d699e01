/** Money of a promise, whole yuan. */
export interface Funds {
  readonly planned: number | null;
  readonly spent: number | null;
}

/** The largest sum that can be written, yuan. */
export const FUNDS_MAX = 1_000_000_000;

export function isOverspent({ planned, spent }: Funds): boolean {
  return planned !== null && spent !== null && spent > planned;
}

/** Sums of several promises together; null where none of them is known. */
export function sumFunds(all: readonly Funds[]): Funds {
  const sum = (of: keyof Funds) => {
    const known = all.flatMap((funds) => funds[of] ?? []);
    return known.length === 0 ? null : known.reduce((total, yuan) => total + yuan, 0);
  };
  return { planned: sum('planned'), spent: sum('spent') };
}

/** What was spent after one more report of it; a correction is below zero. */
export function spentAfter({ spent }: Funds, amount: number): number {
  return (spent ?? 0) + amount;
}

/** More than was planned has to be explained, and so has a correction of what was reported before. */
export function spendingNeedsReason(funds: Funds, amount: number): boolean {
  return amount < 0 || isOverspent({ planned: funds.planned, spent: spentAfter(funds, amount) });
}

const TEN_THOUSAND = 10_000;

/** A sum in words, exact: 3,200 元, 12.5 万元. @param yuan whole */
export function sayYuan(yuan: number): string {
  if (Math.abs(yuan) >= TEN_THOUSAND && yuan % 100 === 0) return `${yuan / TEN_THOUSAND} 万元`;
  return `${String(yuan).replace(/\B(?=(\d{3})+$)/g, ',')} 元`;
}
