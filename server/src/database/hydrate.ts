import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** The entity in a row of `SELECT t.*, …`, without a query builder's cost: for routes that are read all the time. */
export function hydrate<T extends ObjectLiteral>(
  db: EntityManager,
  type: EntityTarget<T>,
  row: Record<string, unknown>,
): T {
  const { driver } = db.connection;
  const { columns } = db.connection.getMetadata(type);
  return Object.fromEntries(
    columns.map((column) => [column.propertyName, driver.prepareHydratedValue(row[column.databaseName], column)]),
  ) as T;
}
