import type { OpinionCounts } from '@consult/shared';

/** A map as it is kept. Nobody's name is in it, only voices; groups too small to be shown are, and never leave. */
export interface StoredMap {
  /** Statements in the order of the columns. */
  readonly statements: readonly string[];
  readonly people: number;
  readonly votes: number;
  /** False below the minimum, and where the mathematics found no groups' places. */
  readonly drawn: boolean;
  readonly all: readonly OpinionCounts[];
  /** By group, the largest first, then by column. */
  readonly groups: readonly (readonly OpinionCounts[])[];
  readonly sizes: readonly number[];
  /** The middle of each group and how far it reaches. */
  readonly shapes: readonly { readonly x: number; readonly y: number; readonly r: number }[];
  readonly consensus: readonly number[];
  readonly dissent: readonly number[];
  readonly representative: readonly (readonly { readonly column: number; readonly side: 'agree' | 'disagree' }[])[];
  /** Voices in the order of the rows, with their group (-1: none) and place. */
  readonly voters: readonly string[];
  readonly members: readonly number[];
  readonly places: readonly number[];
}

const NO_COUNTS: OpinionCounts = { agree: 0, disagree: 0, pass: 0 };
const KEYS = { '1': 'agree', '0': 'pass', '-1': 'disagree' } as const;

/** The latest answers of a round, as the mathematics takes them. */
export interface RoundVotes {
  readonly voters: readonly string[];
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly votes: Int8Array;
}

/** Counts by group and column. @param members the group of each voice @param groups how many there are */
export function countByGroup(
  { rows, columns, votes }: RoundVotes,
  statements: number,
  members: ArrayLike<number>,
  groups: number,
): { all: OpinionCounts[]; groups: OpinionCounts[][] } {
  const blank = () => Array.from({ length: statements }, () => ({ ...NO_COUNTS }));
  const all = blank();
  const byGroup = Array.from({ length: groups }, blank);
  for (let i = 0; i < rows.length; i++) {
    const column = columns[i] ?? 0;
    const key = KEYS[String(votes[i]) as keyof typeof KEYS];
    const counts = all[column];
    if (counts) counts[key]++;
    const own = byGroup[members[rows[i] ?? 0] ?? -1]?.[column];
    if (own) own[key]++;
  }
  return { all, groups: byGroup };
}

/** The middle of each group, and the mean distance of its people from it. @param places two numbers a voice */
export function shapesOf(
  places: ArrayLike<number>,
  members: ArrayLike<number>,
  groups: number,
): { x: number; y: number; r: number }[] {
  const sums = Array.from({ length: groups }, () => ({ x: 0, y: 0, n: 0, r: 0 }));
  const each = (visit: (sum: { x: number; y: number; n: number; r: number }, x: number, y: number) => void) => {
    for (let i = 0; i < members.length; i++) {
      const sum = sums[members[i] ?? -1];
      if (sum) visit(sum, places[2 * i] ?? 0, places[2 * i + 1] ?? 0);
    }
  };
  each((sum, x, y) => {
    sum.x += x;
    sum.y += y;
    sum.n++;
  });
  for (const sum of sums) {
    sum.x /= sum.n || 1;
    sum.y /= sum.n || 1;
  }
  each((sum, x, y) => {
    sum.r += Math.hypot(x - sum.x, y - sum.y) / sum.n;
  });
  return sums.map(({ x, y, r }) => ({ x, y, r }));
}
