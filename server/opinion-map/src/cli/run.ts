import path from 'node:path';
import { parseArgs } from 'node:util';
import { describeGroups } from '../description.js';
import { LEAST_PEOPLE } from '../included.js';
import { opinionMap } from '../opinion-map.js';
import type { Representative } from '../representative.js';
import { tabulate } from '../votes.js';
import { InputError } from './input-error.js';
import { readStatements } from './read-statements.js';
import { readVotes, type VoteFile } from './read-votes.js';

const USAGE = 'Usage: npm run --silent opinion-map -- FILE.csv [--comments FILE] [--published-groups]';

export interface Answer {
  k: number;
  /** Each participant's group, null where left out. */
  groups: Record<string, number | string | null>;
  /** Group-informed consensus by the statement's id. */
  consensus: Record<string, number>;
  /** By group, what it holds and the others do not. */
  representative: Record<string, (Omit<Representative, 'statement'> & { statement: string })[]>;
  /** For reading and computing. */
  seconds: number;
}

/**
 * What the command answers.
 * @param args of the command line
 * @param folder that relative paths start from
 * @throws InputError with a sentence for whoever ran it
 */
export function run(args: string[], folder: string): Answer {
  const began = performance.now();
  const { file, comments, usePublished } = understand(args);
  const left = comments === undefined ? new Map<string, boolean>() : readStatements(path.resolve(folder, comments));
  const votes = readVotes(path.resolve(folder, file), new Set(left.keys()));
  const moderated = Uint8Array.from(votes.ids, (id) => (left.get(id) ? 1 : 0));
  const result = usePublished ? fromPublished(votes, moderated, file) : fromVotes(votes, moderated);
  const { names, groups, description } = result;
  const unseen = 0.5 ** Math.max(names.length, 1);
  return {
    k: names.length,
    groups: Object.fromEntries(votes.people.map((person, i) => [person, names[groups[i] as number] ?? null])),
    consensus: {
      ...Object.fromEntries([...left.keys()].map((id) => [id, unseen])),
      ...Object.fromEntries(votes.ids.map((id, s) => [id, description.consensus[s] as number])),
    },
    representative: Object.fromEntries(
      names.map((name, g) => [
        name,
        (description.representative[g] ?? []).map((one) => ({ ...one, statement: votes.ids[one.statement] as string })),
      ]),
    ),
    seconds: (performance.now() - began) / 1000,
  };
}

function understand(args: string[]): { file: string; comments: string | undefined; usePublished: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { comments: { type: 'string' }, 'published-groups': { type: 'boolean', default: false } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new InputError(`One file of votes is needed. ${USAGE}`);
    return { file, comments: values.comments, usePublished: values['published-groups'] };
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${(error as Error).message}. ${USAGE}`);
  }
}

function fromVotes(votes: VoteFile, moderated: Uint8Array) {
  const map = opinionMap({ ...votes, moderated, stays: firstPeople(votes) });
  return { names: map.sizes.map((_, group) => group), groups: map.groups, description: map };
}

/**
 * Who came while there were too few to choose from: all of them were let in, and so stay. A file numbers its people in
 * the order in which they came; where it names them otherwise, nobody knows who was first.
 */
function firstPeople({ people, rows }: VoteFile): Uint8Array {
  const stays = new Uint8Array(people.length);
  if (!people.every((name) => /^\d+$/.test(name))) return stays;
  const voters = [...new Set(rows)].sort((a, b) => Number(people[a]) - Number(people[b]));
  for (const person of voters.slice(0, LEAST_PEOPLE)) stays[person] = 1;
  return stays;
}

function fromPublished(votes: VoteFile, moderated: Uint8Array, file: string) {
  if (votes.published === null) throw new InputError(`${file} has no column named group-id.`);
  const { published } = votes;
  const found = [...new Set(published)].filter((name) => name !== '');
  found.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const groups = Int16Array.from(published, (name) => found.indexOf(name));
  return {
    names: found.map((name) => (/^\d+(\.0)?$/.test(name) ? Number(name) : name)),
    groups,
    description: describeGroups(tabulate(votes), groups, found.length, moderated),
  };
}
