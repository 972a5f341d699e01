import { csvField } from '../text/csv.js';
import { OPEN_TABLE_LIST, type OpenDataset, type OpenField, type OpenRow, type OpenValue } from './open-data.fields.js';

/** A row as it is published: the fields, and beside each word or region what it is called. */
export type OpenRecord = Readonly<Record<string, OpenValue>>;

/** A field, or the name that stands beside one. */
export interface OpenColumn extends OpenField {
  /** The field that this is the name of. */
  readonly nameOf?: string;
}

/** The columns of a dataset in their order: of the CSV, of every record, and of both schemas. */
export function openColumns(dataset: OpenDataset): OpenColumn[] {
  return OPEN_TABLE_LIST[dataset].fields.flatMap((field) => (isNamed(field) ? [field, nameColumn(field)] : [field]));
}

const isNamed = (field: OpenField) => field.type === 'region' || field.labels !== undefined;

function nameColumn({ name, title, nullable }: OpenField): OpenColumn {
  return {
    name: `${name}_name`,
    title: `${title}名称`,
    type: 'string',
    about: `${title}的中文名称`,
    nameOf: name,
    ...(nullable && { nullable }),
  };
}

/** @param regionName of a region's code */
export function openRecord<D extends OpenDataset>(
  dataset: D,
  row: OpenRow<D>,
  regionName: (code: string) => string,
): OpenRecord {
  const values = row as Readonly<Record<string, OpenValue>>;
  const record: Record<string, OpenValue> = {};
  for (const field of OPEN_TABLE_LIST[dataset].fields) {
    const value = values[field.name] ?? null;
    record[field.name] = value;
    if (!isNamed(field)) continue;
    const word = value === null ? null : String(value);
    record[`${field.name}_name`] =
      word === null ? null : field.type === 'region' ? regionName(word) : (field.labels?.[word] ?? word);
  }
  return record;
}

/** The first line of the CSV, without its end. */
export function openCsvHeader(dataset: OpenDataset): string {
  return openColumns(dataset)
    .map(({ name }) => csvField(name))
    .join(',');
}

/** A line of the CSV, without its end: lists with spaces between, nothing for what is empty. */
export function openCsvLine(dataset: OpenDataset, record: OpenRecord): string {
  return openColumns(dataset)
    .map(({ name }) => csvField(csvText(record[name] ?? null)))
    .join(',');
}

function csvText(value: OpenValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.join(' ') : String(value);
}
