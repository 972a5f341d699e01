import type { Centred } from './centred.js';

/**
 * Where people stand: two coordinates each. Who saw few statements is drawn outwards by √(all statements ÷ seen ones),
 * or they would all be in the middle. A moderated statement counts as seen by everybody.
 * @param components two of them
 * @returns participants × 2
 */
export function project(
  { matrix }: Centred,
  moderated: Uint8Array,
  [first, second]: readonly [Float64Array, Float64Array],
): Float64Array {
  const { rows, columns, start, column, value } = matrix;
  const hidden = moderated.reduce((total, one) => total + (one ? 1 : 0), 0);
  const places = new Float64Array(rows * 2);
  for (let row = 0; row < rows; row++) {
    let x = 0;
    let y = 0;
    let seen = hidden;
    for (let i = start[row] as number; i < (start[row + 1] as number); i++) {
      const at = column[i] as number;
      if (moderated[at]) continue;
      seen += 1;
      x += (value[i] as number) * (first[at] as number);
      y += (value[i] as number) * (second[at] as number);
    }
    const outwards = Math.sqrt(columns / Math.max(seen, 1));
    places[row * 2] = outwards * x;
    places[row * 2 + 1] = outwards * y;
  }
  return places;
}

/** How far from the middle somebody would stand who agreed to this one statement and saw no other. */
export function extremities(
  centre: Float64Array,
  [first, second]: readonly [Float64Array, Float64Array],
): Float64Array {
  const outwards = Math.sqrt(centre.length);
  return centre.map((mean, s) => outwards * Math.abs(1 - mean) * Math.hypot(first[s] as number, second[s] as number));
}
