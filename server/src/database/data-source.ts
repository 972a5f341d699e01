import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Config } from '../config/config.js';
import { ENTITIES } from './entities.js';
import { MIGRATIONS } from './migrations/index.js';
import { SnakeCaseNaming } from './naming.js';
import { readByOneIndex } from './one-index.js';

const COMMON = {
  entities: ENTITIES,
  migrations: MIGRATIONS,
  namingStrategy: new SnakeCaseNaming(),
  synchronize: false,
  logging: false as const,
};

/** In the data directory; SQLite keeps its log beside it. */
export const SQLITE_FILE = 'consult.sqlite';

/** How many connections one process holds to MySQL or MariaDB for transactions, and as many for reading, see Database. */
export const POOL_SIZE = 10;
/** How many statements each of them keeps prepared: MySQL has room for 16,000 in all. */
const PREPARED_MAX = 100;

/** Opens the database that the configuration names. @param readOnly see dataSourceOptions */
export function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>, readOnly = false): Promise<DataSource> {
  return open(dataSourceOptions(config, readOnly));
}

/** Opens a database by its options. */
export async function open(options: DataSourceOptions): Promise<DataSource> {
  const dataSource = await new DataSource(options).initialize();
  await readByOneIndex(dataSource);
  return dataSource;
}

/**
 * The database that the configuration names. SQLite runs through libsql, whose binaries come inside its npm
 * package: nothing is compiled or fetched when the product is installed.
 * @param readOnly for SQLite's second connection, which only ever sees what is committed
 */
export function dataSourceOptions(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  readOnly = false,
): DataSourceOptions {
  if (config.databaseUrl !== null) {
    return {
      ...COMMON,
      // The two describe a column's default differently, which only matters when the schema is compared.
      type: config.databaseUrl.startsWith('mariadb:') ? 'mariadb' : 'mysql',
      url: config.databaseUrl,
      charset: 'utf8mb4_bin',
      timezone: 'Z',
      supportBigNumbers: true,
      bigNumberStrings: false,
      // TypeORM's own errors say where a query came from; the driver would take that down before each query.
      trace: false,
      extra: { connectionLimit: POOL_SIZE, maxIdle: POOL_SIZE, maxPreparedStatements: PREPARED_MAX },
    };
  }
  mkdirSync(config.dataDir, { recursive: true });
  return {
    ...COMMON,
    type: 'better-sqlite3',
    driver: createRequire(import.meta.url)('libsql'),
    database: path.join(config.dataDir, SQLITE_FILE),
    prepareDatabase: (db: { exec(sql: string): unknown }) => {
      db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;');
      if (readOnly) db.exec('PRAGMA query_only = ON;');
    },
  };
}
