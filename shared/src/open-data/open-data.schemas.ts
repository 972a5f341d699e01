import { type OpenColumn, openColumns } from './open-data.columns.js';
import { OPEN_TABLE_LIST, type OpenDataset } from './open-data.fields.js';

/** How the columns may change: one is added at the end or a new number is given. */
export const OPEN_SCHEMA_VERSION = '1.1';

const TABLE_TYPES: Readonly<Record<OpenColumn['type'], string>> = {
  string: 'string',
  integer: 'integer',
  boolean: 'boolean',
  date: 'date',
  region: 'string',
  list: 'string',
};

/** The Table Schema (https://specs.frictionlessdata.io/table-schema/) of a dataset's CSV. */
export function openTableSchema(dataset: OpenDataset) {
  const { title, about, key } = OPEN_TABLE_LIST[dataset];
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    name: dataset,
    title,
    description: about,
    version: OPEN_SCHEMA_VERSION,
    missingValues: [''],
    ...(key.length > 0 && { primaryKey: [...key] }),
    fields: openColumns(dataset).map((column) => ({
      name: column.name,
      title: column.title,
      type: TABLE_TYPES[column.type],
      description: column.type === 'list' ? `${column.about}，之间用空格隔开` : column.about,
      ...(column.type === 'date' && { format: '%Y-%m-%d' }),
      ...(column.labels && {
        categories: Object.entries(column.labels).map(([value, label]) => ({ value, label })),
      }),
      constraints: {
        required: column.nullable !== true,
        ...(column.type === 'integer' && { minimum: 0 }),
        ...(column.labels && { enum: Object.keys(column.labels) }),
      },
    })),
  };
}

/** The JSON Schema (2020-12) of one record of a dataset. */
export function openJsonSchema(dataset: OpenDataset) {
  const { title, about } = OPEN_TABLE_LIST[dataset];
  const columns = openColumns(dataset);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    description: about,
    version: OPEN_SCHEMA_VERSION,
    type: 'object',
    additionalProperties: false,
    required: columns.map(({ name }) => name),
    properties: Object.fromEntries(columns.map((column) => [column.name, property(column)])),
  };
}

function property(column: OpenColumn) {
  const { title, about, type, nullable, labels } = column;
  const base =
    type === 'list'
      ? { type: 'array', items: { type: 'string' } }
      : { type: nullable ? [jsonType(type), 'null'] : jsonType(type) };
  return {
    title,
    description: about,
    ...base,
    ...(type === 'date' && { format: 'date' }),
    ...(type === 'integer' && { minimum: 0 }),
    ...(labels && { enum: [...Object.keys(labels), ...(nullable ? [null] : [])] }),
  };
}

const jsonType = (type: OpenColumn['type']) => (type === 'integer' || type === 'boolean' ? type : 'string');
