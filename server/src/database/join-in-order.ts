import type { EntityManager } from 'typeorm';

/** A join that reads its tables in the order in which they are written, each database in its own words. */
export function joinInOrder(db: EntityManager): string {
  return db.connection.options.type === 'better-sqlite3' ? 'CROSS JOIN' : 'STRAIGHT_JOIN';
}
