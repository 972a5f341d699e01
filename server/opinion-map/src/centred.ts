import type { VoteTable } from './votes.js';

/** A matrix of which only what is not zero is kept, by rows; laid out like VoteTable. */
export interface SparseMatrix {
  rows: number;
  columns: number;
  start: Int32Array;
  column: Int32Array;
  value: Float64Array;
}

export interface Centred {
  matrix: SparseMatrix;
  /** Each statement's mean vote; 0 for a moderated one. */
  centre: Float64Array;
}

/**
 * What is left of each vote when the statement's mean is taken away. Who has not seen a statement counts as voting its
 * mean, so that nothing is left and nothing need be kept; the same goes for statements that are moderated away.
 */
export function centred(table: VoteTable, moderated: Uint8Array): Centred {
  const { statements, statement, vote } = table;
  const sum = new Float64Array(statements);
  const seen = new Float64Array(statements);
  for (let i = 0; i < vote.length; i++) {
    const s = statement[i] as number;
    sum[s] = (sum[s] as number) + (vote[i] as number);
    seen[s] = (seen[s] as number) + 1;
  }
  const centre = sum.map((total, s) => (moderated[s] || seen[s] === 0 ? 0 : total / (seen[s] as number)));
  const value = Float64Array.from(vote, (one, i) => {
    const s = statement[i] as number;
    return moderated[s] ? 0 : one - (centre[s] as number);
  });
  return {
    matrix: { rows: table.participants, columns: statements, start: table.start, column: statement, value },
    centre,
  };
}

/** @returns AᵀA·v in one pass over the entries of A */
export function gramProduct({ rows, columns, start, column, value }: SparseMatrix, v: Float64Array): Float64Array {
  const product = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    const from = start[row] as number;
    const to = start[row + 1] as number;
    let dot = 0;
    for (let i = from; i < to; i++) dot += (value[i] as number) * (v[column[i] as number] as number);
    if (dot === 0) continue;
    for (let i = from; i < to; i++) {
      const at = column[i] as number;
      product[at] = (product[at] as number) + dot * (value[i] as number);
    }
  }
  return product;
}
