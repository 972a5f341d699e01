import { columnOf, readCsv, requireColumn } from './csv.js';
import { InputError } from './input-error.js';

/**
 * @param file with a row per statement: `comment-id`, and where there are such columns `moderated` (below 0: hidden)
 *   and `is-meta` (about the consultation itself)
 * @returns for each statement's id whether it is left out of the map
 * @throws InputError
 */
export function readStatements(file: string): Map<string, boolean> {
  const csv = readCsv(file);
  const idAt = requireColumn(csv, 'comment-id', file);
  const moderatedAt = columnOf(csv, 'moderated');
  const metaAt = columnOf(csv, 'is-meta');
  const left = new Map<string, boolean>();
  csv.eachRow((cells) => {
    const id = cells[idAt]?.trim() ?? '';
    if (id === '') throw new InputError(`${file} has a row without a comment-id.`);
    left.set(id, Number(cells[moderatedAt] ?? '') < 0 || isYes(cells[metaAt]));
  });
  return left;
}

const isYes = (cell: string | undefined): boolean =>
  ['true', 't', 'yes', '1'].includes(cell?.trim().toLowerCase() ?? '');
