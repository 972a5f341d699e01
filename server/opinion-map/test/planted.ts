import type { OpinionMapInput } from '../src/opinion-map.js';
import { randomFrom } from '../src/random.js';

export type Triple = [person: number, statement: number, vote: number];

export interface Planted {
  votes: Triple[];
  people: number;
  statements: number;
  /** Each person's true group. */
  truth: number[];
}

/**
 * A crowd whose groups are known: on each statement a group mostly agrees or mostly disagrees, some people pass, and
 * nobody sees everything.
 * @param sizes of the groups
 */
export function planted(sizes: number[], { statements = 60, seen = 0.5, noise = 0.1, seed = 1 } = {}): Planted {
  const random = randomFrom(seed);
  const truth = sizes.flatMap((size, group) => new Array<number>(size).fill(group));
  const votes: Triple[] = [];
  for (const [person, group] of truth.entries()) {
    for (let s = 0; s < statements; s++) {
      if (random() > seen) continue;
      const isUsual = random() > noise;
      const agrees = leans(group, s, sizes.length) === isUsual;
      votes.push([person, s, random() < 0.1 ? 0 : agrees ? 1 : -1]);
    }
  }
  return { votes, people: truth.length, statements, truth };
}

/** One group's statements are its own; on a third all agree. */
function leans(group: number, statement: number, groups: number): boolean {
  if (statement % 3 === 0) return true;
  return statement % groups === group;
}

/** The votes as the library takes them. */
export function input({ votes, people, statements }: Planted, moderated: number[] = []): OpinionMapInput {
  return {
    participants: people,
    statements,
    rows: Int32Array.from(votes, ([person]) => person),
    columns: Int32Array.from(votes, ([, statement]) => statement),
    votes: Int8Array.from(votes, ([, , vote]) => vote),
    moderated: Uint8Array.from({ length: statements }, (_, s) => (moderated.includes(s) ? 1 : 0)),
  };
}

/** @returns 0 … size - 1 in another order */
export function permutation(size: number, seed: number): number[] {
  const random = randomFrom(seed);
  const items = Array.from({ length: size }, (_, i) => ({ i, at: random() }));
  return items.sort((a, b) => a.at - b.at).map(({ i }) => i);
}
