import type { EntityManager } from 'typeorm';
import { plainly } from './prepared.js';

/** A select without ORDER BY and LIMIT. */
export interface Part {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** The columns that order every part, all one way: each part has an index that ends in them. */
export interface Order {
  /** Of the parts' table. */
  readonly alias: string;
  readonly columns: readonly string[];
  /** From the highest on. */
  readonly downwards?: boolean;
}

/**
 * The first rows of several selects together. Each comes ordered from its index and they are merged, so that the cost grows
 * neither with the rows of a part nor with those of the table that are in none.
 * @param parts all of the same columns, those of the order among them, and no row in two of them
 * @param ask `prepared` where the parts' texts are few
 */
export async function firstOfAll<T>(
  db: EntityManager,
  parts: readonly Part[],
  { alias, columns, downwards = false }: Order,
  limit: number,
  ask = plainly,
): Promise<T[]> {
  if (parts.length === 0) return [];
  const ordered = (names: readonly string[]) => names.map((name) => (downwards ? `${name} DESC` : name)).join(', ');
  const inside = ordered(columns.map((column) => `${alias}.${column}`));
  const selects = parts.map(({ sql }) => `${sql} ORDER BY ${inside} LIMIT ?`);
  const params = parts.flatMap((part) => [...part.params, limit]);
  if (selects.length === 1) return ask<T>(db, selects.join(), params);
  // SQLite takes an ordered part of a union only as a table; MySQL would store that table once more.
  const isSqlite = db.connection.options.type === 'better-sqlite3';
  const tables = selects.map((select, i) => (isSqlite ? `SELECT * FROM (${select}) AS part${i}` : `(${select})`));
  return ask<T>(db, `${tables.join(' UNION ALL ')} ORDER BY ${ordered(columns)} LIMIT ?`, [...params, limit]);
}
