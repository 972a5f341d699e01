import type { VoteTable } from './votes.js';

/** Who voted this often takes part in the groups (or on everything, where there are fewer statements). */
export const VOTES_TO_TAKE_PART = 7;
/** With fewer people than this, those with the most votes take part as well. */
export const LEAST_PEOPLE = 15;

/**
 * Who takes part in the groups. Others are placed on the map but have said too little to belong anywhere.
 * Where people have to be added, those with equally many votes are added together, so that no order decides.
 * @param stays 1 for who was let in earlier: they stay, however little they have said
 * @returns the people's rows, ascending
 */
export function included({ participants, statements, start }: VoteTable, stays?: Uint8Array): Int32Array {
  const count = (row: number): number => (start[row + 1] as number) - (start[row] as number);
  const people = Array.from({ length: participants }, (_, row) => row).filter((row) => count(row) > 0);
  const enough = Math.min(VOTES_TO_TAKE_PART, statements);
  const stay = (row: number): boolean => stays?.[row] === 1;
  const taking = people.filter((row) => count(row) >= enough || stay(row));
  if (taking.length >= LEAST_PEOPLE) return Int32Array.from(taking);
  const counts = people.map(count).sort((a, b) => b - a);
  const least = Math.min(enough, counts[LEAST_PEOPLE - 1] ?? 1);
  return Int32Array.from(people.filter((row) => count(row) >= least || stay(row)));
}
