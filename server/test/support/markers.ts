import { getMetadataArgsStorage } from 'typeorm';
import type { Database } from '../../src/database/database.js';
import { ENTITIES } from '../../src/database/entities.js';
import { SnakeCaseNaming } from '../../src/database/naming.js';
import { SEALED_FIELDS } from '../../src/database/sealed-fields.js';

/** Shorter columns hold words out of lists, codes and regions, never what somebody wrote. */
const WRITTEN_MIN = 30;
const CHINESE = /\p{Script=Han}/u;
/** What names somebody without being Chinese. */
const NAMING = ['identities.subject', 'staff_accounts.username'];

/** Rows that not everyone may see, by table; the others are seen by everyone, or never asked for by themselves. */
const HIDDEN: Readonly<Record<string, string>> = {
  topics: 'is_public = 0',
  // A part is in no list of its own, and on its promise's page.
  tasks: 'listed = 0 AND (parent_id IS NULL OR parent_id NOT IN (SELECT id FROM tasks WHERE listed = 1))',
  sessions: "announced_at IS NULL OR content <> 'passed'",
  outcomes: "published_at IS NULL OR content <> 'passed'",
  minutes: "state <> 'published' OR content <> 'passed'",
  // A reason for those who handle it; whoever it is public for reads it with its event.
  events: 'reason_public = 0',
  task_progress: "content <> 'passed'",
  ratings: "content <> 'passed'",
  opinion_statements: "content <> 'passed'",
};

/**
 * Replaces all that anybody wrote, in every table, by a marker that says where it stood: «table.column», and
 * «!table.column» in a row that is not for everyone.
 * @param encrypted columns that hold their marker already, encrypted
 */
export async function fillWithMarkers(database: Database, encrypted: readonly string[] = []): Promise<string[]> {
  const sealed = new Set(SEALED_FIELDS.map(({ table, column }) => `${table}.${column}`));
  const marked = new Set<string>();
  await database.write(async (db) => {
    for (const { table, column, json } of written()) {
      const name = `${table}.${column}`;
      const key = keyOf(table);
      const hidden = HIDDEN[table] === undefined ? '0' : `CASE WHEN ${HIDDEN[table]} THEN 1 ELSE 0 END`;
      const rows: Record<string, string | null>[] = await db.query(
        `SELECT ${key.join(', ')}, ${column} AS value, ${hidden} AS hidden FROM ${table} WHERE ${column} IS NOT NULL`,
      );
      for (const [i, row] of rows.entries()) {
        const marker = `«${Number(row.hidden) === 1 ? '!' : ''}${name}»`;
        const value = String(row.value);
        if (encrypted.includes(name)) {
          marked.add(name);
          continue;
        }
        const always = sealed.has(name) || NAMING.includes(name);
        const next = always ? `${marker}${i}` : json ? markedJson(value, marker) : CHINESE.test(value) ? marker : value;
        if (next === value) continue;
        marked.add(name);
        await db.query(`UPDATE ${table} SET ${column} = ? WHERE ${key.map((part) => `${part} = ?`).join(' AND ')}`, [
          next,
          ...key.map((part) => row[part]),
        ]);
      }
    }
  });
  return [...marked].sort();
}

const naming = new SnakeCaseNaming();
const storage = getMetadataArgsStorage();
const nameOf = (property: string) => naming.columnName(property, undefined, []);

function written() {
  return ENTITIES.flatMap((entity) => {
    const table = storage.tables.find(({ target }) => target === entity)?.name ?? '';
    return storage.columns
      .filter(({ target, options }) => target === entity && options.primary !== true)
      .filter(({ options }) => isText(options.type) && Number(options.length ?? WRITTEN_MIN) >= WRITTEN_MIN)
      .map(({ propertyName, options }) => ({
        table,
        column: nameOf(propertyName),
        json: options.type === 'simple-json',
      }));
  });
}

const isText = (type: unknown) => type === 'varchar' || type === 'text' || type === 'simple-json';

function keyOf(table: string): string[] {
  const entity = storage.tables.find(({ name }) => name === table)?.target;
  return storage.columns
    .filter(({ target, options }) => target === entity && options.primary === true)
    .map(({ propertyName }) => nameOf(propertyName));
}

/** The same with every text that is Chinese replaced, at any depth. */
function markedJson(json: string, marker: string): string {
  const mark = (value: unknown): unknown => {
    if (typeof value === 'string') return CHINESE.test(value) ? marker : value;
    if (Array.isArray(value)) return value.map(mark);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mark(inner)]));
  };
  return JSON.stringify(mark(JSON.parse(json)));
}

/** The markers that stand in a text, each once, in order. */
export function markersIn(text: string): string[] {
  return [...new Set([...text.matchAll(/«!?[a-z_]+\.[a-z_]+»/g)].map(([marker]) => marker))].sort();
}
