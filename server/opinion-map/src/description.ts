import { consensus } from './consensus.js';
import { countAll, countByGroup, type GroupCounts } from './counts.js';
import { divisive } from './divisive.js';
import { type Majority, majority } from './majority.js';
import { type Representative, representative } from './representative.js';
import type { VoteTable } from './votes.js';

/** What there is to say about groups, however they were found. */
export interface GroupDescription {
  /** Group-informed consensus of each statement; without groups, of all people as if they were one. */
  consensus: Float64Array;
  /** The same for disagreeing. */
  dissent: Float64Array;
  counts: GroupCounts;
  /** Of everybody, whether in a group or not. */
  all: GroupCounts;
  /** For each group. */
  representative: Representative[][];
  majority: Majority;
  /** Statements on which groups differ, the most divisive first. */
  divisive: number[];
}

/**
 * @param groups of each person, 0 … k - 1, or -1
 * @param moderated statements that represent nobody; their consensus is told all the same
 */
export function describeGroups(
  table: VoteTable,
  groups: ArrayLike<number>,
  k: number,
  moderated: Uint8Array,
): GroupDescription {
  const { statements } = table;
  const counts = countByGroup(table, groups, k);
  const all = countAll(table);
  const [unitedCounts, united] = k > 0 ? [counts, k] : [all, 1];
  return {
    consensus: consensus(unitedCounts, united, statements),
    dissent: consensus(unitedCounts, united, statements, 'disagree'),
    counts,
    all,
    representative: representative(counts, k, statements, moderated),
    majority: majority(all, moderated),
    divisive: divisive(counts, k, statements, moderated),
  };
}
