import type { VoteTable } from './votes.js';

/** Votes of each group on each statement; group g's on statement s stands at g × statements + s. */
export interface GroupCounts {
  agree: Int32Array;
  disagree: Int32Array;
  /** Everybody who voted, also with a pass. */
  seen: Int32Array;
}

export interface Count {
  agree: number;
  disagree: number;
  seen: number;
}

/** @param groups of each person; -1 belongs to none and is not counted */
export function countByGroup(table: VoteTable, groups: ArrayLike<number>, k: number): GroupCounts {
  const { participants, statements, start, statement, vote } = table;
  const size = k * statements;
  const counts = { agree: new Int32Array(size), disagree: new Int32Array(size), seen: new Int32Array(size) };
  for (let person = 0; person < participants; person++) {
    const group = groups[person] as number;
    if (group < 0) continue;
    for (let i = start[person] as number; i < (start[person + 1] as number); i++) {
      const at = group * statements + (statement[i] as number);
      counts.seen[at] = (counts.seen[at] as number) + 1;
      if (vote[i] === 1) counts.agree[at] = (counts.agree[at] as number) + 1;
      else if (vote[i] === -1) counts.disagree[at] = (counts.disagree[at] as number) + 1;
    }
  }
  return counts;
}

/** Of everybody, whether in a group or not. */
export function countAll(table: VoteTable): GroupCounts {
  return countByGroup(table, new Int16Array(table.participants), 1);
}

export function countAt(counts: GroupCounts, at: number): Count {
  return {
    agree: counts.agree[at] as number,
    disagree: counts.disagree[at] as number,
    seen: counts.seen[at] as number,
  };
}
