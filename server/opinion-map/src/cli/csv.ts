import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { InputError } from './input-error.js';

/** A file of comma-separated values: where each named column is, and the rows one after another. */
export interface Csv {
  /** As the file names them, in its order. */
  names: string[];
  /** Lines that hold nothing are passed over; a short row has fewer cells. */
  eachRow: (use: (cells: string[]) => void) => void;
}

/**
 * @param file its path, for the sentence when it cannot be read
 * @throws InputError when there is no such file, or it is no CSV file with a header
 */
export function readCsv(file: string): Csv {
  const text = contentOf(file);
  const [header] = parse(text, file, 1);
  if (header === undefined)
    throw new InputError(`${file} is empty: a line with the names of the columns must be there.`);
  const names = header.map((name) => name.trim());
  const twice = names.find((name, i) => name !== '' && names.indexOf(name) !== i);
  if (twice !== undefined) throw new InputError(`${file} has two columns named ${twice}.`);
  return {
    names,
    eachRow: (use) => {
      let isHeader = true;
      parse(text, file, 0, (cells) => {
        if (!isHeader) use(cells);
        isHeader = false;
      });
    },
  };
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? error}.`);
  }
}

function parse(text: string, file: string, preview: number, use?: (cells: string[]) => void): string[][] {
  const rows: string[][] = [];
  const take = use ?? ((cells: string[]) => rows.push(cells));
  Papa.parse<string[]>(text, {
    delimiter: ',',
    skipEmptyLines: 'greedy',
    preview,
    step: ({ data, errors }) => {
      const [error] = errors;
      if (error) throw new InputError(`${file} is no proper CSV file: ${error.message} (row ${error.row ?? '?'}).`);
      take(data);
    },
  });
  return rows;
}

/** @returns where the column is, or -1 */
export function columnOf({ names }: Csv, name: string): number {
  return names.indexOf(name);
}

/** @throws InputError when the file has no such column */
export function requireColumn(csv: Csv, name: string, file: string): number {
  const at = columnOf(csv, name);
  if (at < 0) throw new InputError(`${file} has no column named ${name}.`);
  return at;
}
