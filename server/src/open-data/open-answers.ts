import { OPEN_DATASETS, OPEN_LICENCE, OPEN_PAGE_MAX, type OpenDataset, openJsonSchema } from '@consult/shared';
import type { ApiResponseSchemaHost } from '@nestjs/swagger';

type Schema = ApiResponseSchemaHost['schema'];

/** How the description of the API calls a key to open data. */
export const OPEN_KEY_SECURITY = 'open_key';

const nameOf = (dataset: OpenDataset) => `Open_${dataset}`;
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** One record of any dataset, or only of those that have a code. */
const oneOf = (datasets: readonly OpenDataset[]): Schema => ({
  oneOf: datasets.map((one) => ref(nameOf(one)) as never),
});

/** What the addresses of open data answer, for the description of the API. */
export const OPEN_ANSWERS = {
  record: oneOf(OPEN_DATASETS.filter((dataset) => dataset !== 'events')),
  page: {
    type: 'object',
    required: ['items', 'nextAfter', 'licence'],
    properties: {
      items: { type: 'array', maxItems: OPEN_PAGE_MAX, items: oneOf(OPEN_DATASETS) as never },
      nextAfter: {
        type: 'string',
        nullable: true,
        description: 'pass as `after` for the next page; null after the last',
      },
      licence: { type: 'string', enum: [OPEN_LICENCE.name] },
    },
  } satisfies Schema,
  /** A document of its own kind: the catalogue, a Table Schema, a JSON Schema. */
  document: { type: 'object', additionalProperties: true } satisfies Schema,
} as const;

/** The schema of one record of each dataset, by its name: the same columns as in every file and on every page. */
export function openRecordSchemas(): Record<string, Schema> {
  return Object.fromEntries(OPEN_DATASETS.map((dataset) => [nameOf(dataset), asOpenApi(openJsonSchema(dataset))]));
}

/** OpenAPI 3.0 has no `$schema` and says that something may be null by a word of its own. */
function asOpenApi({ $schema, version, properties, ...schema }: ReturnType<typeof openJsonSchema>): Schema {
  const entries = Object.entries(properties).map(([name, property]) => {
    const { type, ...rest } = property;
    return [name, Array.isArray(type) ? { ...rest, type: type[0], nullable: true } : property];
  });
  return { ...schema, properties: Object.fromEntries(entries) } as Schema;
}
