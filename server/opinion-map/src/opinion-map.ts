import { centred } from './centred.js';
import { components } from './components.js';
import { describeGroups, type GroupDescription } from './description.js';
import { groupsOf } from './groups.js';
import { included } from './included.js';
import { extremities, project } from './projection.js';
import { orderByVotes, reorder, tabulate, type VoteInput, type VoteTable } from './votes.js';

export interface OpinionMapInput extends VoteInput {
  /** Per statement 1 = left out of the map. Its votes still count for consensus and for who takes part. */
  moderated: Uint8Array;
  /** Per participant 1 = was let into the groups earlier, and so stays. Without it nobody was. */
  stays?: Uint8Array;
}

export interface OpinionMap extends GroupDescription {
  /** Number of groups; 0 when there is too little to make a map of, 1 when all stand together. */
  k: number;
  /** participants × 2: where each stands; who has no vote stands at 0, 0. */
  places: Float64Array;
  /** Each participant's group, -1 when they have said too little. Groups are numbered from the largest. */
  groups: Int16Array;
  sizes: number[];
  /** Per statement, for the priority rule. */
  extremity: Float64Array;
}

/**
 * The map of opinions: who stands near whom, which groups there are, what unites and what divides them. The same votes
 * give the same map, in whatever order they come.
 * @throws RangeError when the arrays do not belong together
 */
export function opinionMap(input: OpinionMapInput): OpinionMap {
  const { moderated, participants, statements, stays } = input;
  if (moderated.length !== statements) throw new RangeError('moderated must have one entry per statement');
  if (stays && stays.length !== participants) throw new RangeError('stays must have one entry per participant');
  const given = tabulate(input);
  const order = orderByVotes(given);
  const table = reorder(given, order);
  const { places, extremity } = place(table, moderated);
  const { k, group, sizes } = divided(
    table,
    places,
    stays && Uint8Array.from(order, (person) => stays[person] as number),
  );
  const groups = new Int16Array(participants);
  const placesAsGiven = new Float64Array(participants * 2);
  order.forEach((person, row) => {
    groups[person] = group[row] as number;
    placesAsGiven.set(places.subarray(row * 2, row * 2 + 2), person * 2);
  });
  return {
    k,
    places: placesAsGiven,
    groups,
    sizes,
    extremity,
    ...describeGroups(table, group, k, moderated),
  };
}

function place(table: VoteTable, moderated: Uint8Array): { places: Float64Array; extremity: Float64Array } {
  const matrix = centred(table, moderated);
  const [first, second] = components(matrix.matrix, 2) as [Float64Array, Float64Array];
  return {
    places: project(matrix, moderated, [first, second]),
    extremity: extremities(matrix.centre, [first, second]),
  };
}

function divided(
  table: VoteTable,
  places: Float64Array,
  stays?: Uint8Array,
): { k: number; group: Int16Array; sizes: number[] } {
  const people = included(table, stays);
  const points = new Float64Array(people.length * 2);
  people.forEach((row, i) => {
    points.set(places.subarray(row * 2, row * 2 + 2), i * 2);
  });
  const { k, group, sizes } = groupsOf(points);
  const all = new Int16Array(table.participants).fill(-1);
  people.forEach((row, i) => {
    all[row] = group[i] as number;
  });
  return { k, group: all, sizes };
}
