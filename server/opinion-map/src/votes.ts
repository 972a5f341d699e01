/** Votes as they come in: three parallel arrays, in any order. Of two votes of one person on one statement the later counts. */
export interface VoteInput {
  /** How many people there are; some may have no vote. */
  participants: number;
  statements: number;
  /** Each vote's person, 0-based. */
  rows: Int32Array;
  /** Each vote's statement, 0-based. */
  columns: Int32Array;
  /** 1 agrees, -1 disagrees, 0 passes. */
  votes: Int8Array;
}

/** The same votes by person, each person's by statement: those of person p stand at start[p] … start[p + 1] - 1. */
export interface VoteTable {
  participants: number;
  statements: number;
  start: Int32Array;
  statement: Int32Array;
  vote: Int8Array;
}

/**
 * @throws RangeError when the arrays do not belong together or name somebody or something that is not there
 * @returns the votes sorted, one per person and statement
 */
export function tabulate(input: VoteInput): VoteTable {
  requireSound(input);
  const { participants, statements, rows, columns, votes } = input;
  const byColumn = stableOrder(columns, statements);
  const order = stableOrder(rows, participants, byColumn);
  const start = new Int32Array(participants + 1);
  const statement = new Int32Array(votes.length);
  const vote = new Int8Array(votes.length);
  let kept = 0;
  let lastRow = -1;
  for (const i of order) {
    const row = rows[i] as number;
    const isRepeated = row === lastRow && statement[kept - 1] === columns[i];
    if (isRepeated) kept -= 1;
    statement[kept] = columns[i] as number;
    vote[kept] = votes[i] as number;
    kept += 1;
    lastRow = row;
    start[row + 1] = kept;
  }
  for (let row = 1; row <= participants; row++) start[row] = Math.max(start[row] as number, start[row - 1] as number);
  return { participants, statements, start, statement: statement.slice(0, kept), vote: vote.slice(0, kept) };
}

function requireSound({ participants, statements, rows, columns, votes }: VoteInput): void {
  if (rows.length !== votes.length || columns.length !== votes.length) {
    throw new RangeError('rows, columns and votes must be equally long');
  }
  for (let i = 0; i < votes.length; i++) {
    const row = rows[i] as number;
    const column = columns[i] as number;
    const vote = votes[i] as number;
    if (row < 0 || row >= participants) throw new RangeError(`there is no person ${row}`);
    if (column < 0 || column >= statements) throw new RangeError(`there is no statement ${column}`);
    if (vote < -1 || vote > 1) throw new RangeError(`${vote} is no vote`);
  }
}

/** A counting sort: what has the same key stays in the order in which it was. */
function stableOrder(keys: Int32Array, limit: number, order?: Int32Array): Int32Array {
  const next = new Int32Array(limit + 1);
  for (const key of keys) next[key + 1] = (next[key + 1] as number) + 1;
  for (let key = 1; key <= limit; key++) next[key] = (next[key] as number) + (next[key - 1] as number);
  const sorted = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const item = order ? (order[i] as number) : i;
    const key = keys[item] as number;
    const place = next[key] as number;
    sorted[place] = item;
    next[key] = place + 1;
  }
  return sorted;
}

/**
 * An order of the people that depends only on what they voted, so that sums do not change in their last digit when the
 * people come in another order. People who voted alike stand side by side.
 */
export function orderByVotes({ participants, start, statement, vote }: VoteTable): Int32Array {
  const compare = (a: number, b: number): number => {
    let i = start[a] as number;
    let j = start[b] as number;
    const endA = start[a + 1] as number;
    const endB = start[b + 1] as number;
    for (; i < endA && j < endB; i++, j++) {
      if (statement[i] !== statement[j]) return (statement[i] as number) - (statement[j] as number);
      if (vote[i] !== vote[j]) return (vote[i] as number) - (vote[j] as number);
    }
    return endA - i - (endB - j);
  };
  return Int32Array.from({ length: participants }, (_, person) => person).sort(compare);
}

/** The table with its people in the given order. */
export function reorder(table: VoteTable, order: Int32Array): VoteTable {
  const start = new Int32Array(order.length + 1);
  const statement = new Int32Array(table.statement.length);
  const vote = new Int8Array(table.vote.length);
  let end = 0;
  order.forEach((person, row) => {
    const from = table.start[person] as number;
    const to = table.start[person + 1] as number;
    statement.set(table.statement.subarray(from, to), end);
    vote.set(table.vote.subarray(from, to), end);
    end += to - from;
    start[row + 1] = end;
  });
  return { ...table, start, statement, vote };
}
