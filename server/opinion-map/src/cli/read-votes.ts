import type { VoteInput } from '../votes.js';
import { type Csv, columnOf, readCsv, requireColumn } from './csv.js';
import { InputError } from './input-error.js';

export interface VoteFile extends VoteInput {
  /** Names of the people, in the order of the file. */
  people: string[];
  /** Ids of the statements, numbers in their order. */
  ids: string[];
  /** Each person's group as published, '' where left out; null when the file has no such column. */
  published: string[] | null;
}

const NOT_SEEN = new Set(['', 'na', 'n/a', 'nan', 'null', 'none']);

/**
 * @param file with a row per person: `participant`, perhaps `group-id`, and a column per statement named by its id with
 *   1, -1, 0 or nothing. A column is a statement's when its name is a whole number or among the known ones.
 * @throws InputError
 */
export function readVotes(file: string, known: ReadonlySet<string>): VoteFile {
  const csv = readCsv(file);
  const personAt = requireColumn(csv, 'participant', file);
  const groupAt = columnOf(csv, 'group-id');
  const statements = statementColumns(csv, known);
  const index = new Map<string, number>();
  const published: string[] = [];
  const [rows, columns, votes] = [[], [], []] as [number[], number[], number[]];
  csv.eachRow((cells) => {
    const name = cells[personAt]?.trim() ?? '';
    if (name === '') throw new InputError(`${file} has a row without a participant.`);
    const person = index.get(name) ?? index.size;
    index.set(name, person);
    if (groupAt >= 0) published[person] = cells[groupAt]?.trim() ?? '';
    statements.forEach(({ at, id }, column) => {
      const vote = voteOf(cells[at] ?? '', () => `${file}, participant ${name}, statement ${id}`);
      if (vote === null) return;
      rows.push(person);
      columns.push(column);
      votes.push(vote);
    });
  });
  return {
    participants: index.size,
    statements: statements.length,
    rows: Int32Array.from(rows),
    columns: Int32Array.from(columns),
    votes: Int8Array.from(votes),
    people: [...index.keys()],
    ids: statements.map(({ id }) => id),
    published: groupAt >= 0 ? published : null,
  };
}

/** By number, so that the order of the columns changes nothing. */
function statementColumns({ names }: Csv, known: ReadonlySet<string>): { at: number; id: string }[] {
  return names
    .map((id, at) => ({ at, id }))
    .filter(({ id }) => /^\d+$/.test(id) || known.has(id))
    .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}

function voteOf(cell: string, where: () => string): number | null {
  if (cell === '') return null;
  if (cell === '1') return 1;
  const text = cell.trim().toLowerCase();
  if (NOT_SEEN.has(text)) return null;
  const vote = Number(text);
  if (vote !== 1 && vote !== -1 && vote !== 0) {
    throw new InputError(`${where()}: ${cell} is no vote; it must be 1, -1, 0 or nothing.`);
  }
  return vote;
}
