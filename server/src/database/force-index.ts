import type { EntityManager } from 'typeorm';

/**
 * What follows a table and its alias to name an index to MySQL and MariaDB, for statements in which they would take another
 * one and read far more rows; nothing for SQLite.
 * @param columns of the index, in any order
 */
export function forceIndex(db: EntityManager, table: string, columns: readonly string[]): string {
  const { options, namingStrategy } = db.connection;
  if (options.type === 'better-sqlite3') return '';
  return `FORCE INDEX (${namingStrategy.indexName(table, [...columns])})`;
}
