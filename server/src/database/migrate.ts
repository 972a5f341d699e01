import type { DataSource } from 'typeorm';

const LOCK = 'consult-migrations';
const LOCK_SECONDS = 60;

/**
 * Brings the schema up to date. On MySQL a named lock keeps replicas that start together from doing it twice.
 * @throws what the failing migration threw; everything before it stays applied
 */
export async function migrate(dataSource: DataSource): Promise<void> {
  if (dataSource.options.type === 'better-sqlite3') {
    await dataSource.runMigrations({ transaction: 'each' });
    return;
  }
  const locker = dataSource.createQueryRunner();
  try {
    await locker.query('SELECT GET_LOCK(?, ?)', [LOCK, LOCK_SECONDS]);
    await dataSource.runMigrations({ transaction: 'none' });
  } finally {
    await locker.query('SELECT RELEASE_LOCK(?)', [LOCK]);
    await locker.release();
  }
}
