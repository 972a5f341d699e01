import type { Pool } from 'mysql2';
import type { EntityManager } from 'typeorm';
import type { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver.js';

/** The rows of a select; TypeORM's own way is `plainly`. */
type Ask = <T>(db: EntityManager, sql: string, params: readonly unknown[]) => Promise<T[]>;

export const plainly: Ask = (db, sql, params) => db.query(sql, [...params]);

/**
 * As a prepared statement, for what is asked often and of which there are few texts: MySQL and MariaDB then read and check the
 * text once a connection. SQLite's driver does so by itself.
 */
export const prepared: Ask = async <T>(db: EntityManager, sql: string, params: readonly unknown[]) => {
  const { driver, logger, options } = db.connection;
  // What belongs to a transaction has to be asked over its connection.
  if (options.type === 'better-sqlite3' || db.queryRunner !== undefined) return plainly<T>(db, sql, params);
  logger.logQuery(sql, [...params]);
  const pool: Pool = (driver as MysqlDriver).pool;
  // As text: the driver sends each number as one that may have a fraction, which a LIMIT does not take.
  const [rows] = await pool.promise().execute(sql, params.map(String));
  return rows as T[];
};
