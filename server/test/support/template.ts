import { copyFile, mkdtemp, rename } from 'node:fs/promises';
import path from 'node:path';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import type { Config } from '../../src/config/config.js';
import { openDatabase, SQLITE_FILE } from '../../src/database/data-source.js';
import { migrate } from '../../src/database/migrate.js';

/** Where `run-folder.mjs` made room for what the workers of one run share. */
export const RUN_FOLDER = process.env.TEST_RUN_FOLDER ?? '';
const LOCK_SECONDS = 120;

/** Runs every migration on an empty database, as the server does when it starts. */
export async function migrateFresh(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<void> {
  const dataSource = await openDatabase(config);
  await migrate(dataSource);
  await dataSource.destroy();
}

/** Puts a migrated SQLite file into a data folder: a copy of one that each run makes once. */
export async function copySqlite(dataDir: string): Promise<void> {
  const template = path.join(RUN_FOLDER, SQLITE_FILE);
  const copy = () => copyFile(template, path.join(dataDir, SQLITE_FILE));
  try {
    await copy();
  } catch {
    const making = await mkdtemp(path.join(RUN_FOLDER, 'making-'));
    await migrateFresh({ databaseUrl: null, dataDir: making });
    // Two workers may both come to make it; each puts a whole file in its place.
    await rename(path.join(making, SQLITE_FILE), template);
    await copy();
  }
}

/** Gives an empty MariaDB database the tables and rows of one that each run migrates once. */
export async function copyMariadb(databaseUrl: string): Promise<void> {
  const url = new URL(databaseUrl.replace(/^mariadb:/, 'mysql:'));
  const template = path.basename(RUN_FOLDER);
  const connection = await createConnection({ uri: url.href, multipleStatements: true });
  try {
    await makeTemplate(connection, url, template);
    await connection.query(await copying(connection, template));
  } finally {
    await connection.end();
  }
}

async function makeTemplate(connection: Connection, url: URL, template: string): Promise<void> {
  const [locked] = await connection.query<RowDataPacket[]>('SELECT GET_LOCK(?, ?) AS held', [template, LOCK_SECONDS]);
  if (locked[0]?.held !== 1) throw new Error(`another worker has been making ${template} for too long`);
  try {
    if ((await tablesOf(connection, template)).length > 0) return;
    const making = `${template}_making`;
    // A spec that ran out of time may have left half of one.
    await connection.query(`DROP DATABASE IF EXISTS \`${making}\``);
    await connection.query(`CREATE DATABASE \`${making}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    const own = new URL(url);
    own.pathname = making;
    await migrateFresh({ databaseUrl: own.href.replace(/^mysql:/, 'mariadb:'), dataDir: '' });
    await connection.query(`CREATE DATABASE IF NOT EXISTS \`${template}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    const tables = await tablesOf(connection, making);
    // All in one statement, so that nobody ever copies some of them.
    const moves = tables.map((table) => `\`${making}\`.\`${table}\` TO \`${template}\`.\`${table}\``);
    await connection.query(`RENAME TABLE ${moves.join(', ')}`);
    await connection.query(`DROP DATABASE \`${making}\``);
  } finally {
    await connection.query('SELECT RELEASE_LOCK(?)', [template]);
  }
}

/** The statements that make every table of the template in the connection's own database. */
async function copying(connection: Connection, template: string): Promise<string> {
  const statements: string[] = [];
  for (const table of await tablesOf(connection, template)) {
    const from = `\`${template}\`.\`${table}\``;
    const [shown] = await connection.query<RowDataPacket[]>(`SHOW CREATE TABLE ${from}`);
    statements.push(shown[0]?.['Create Table']);
    const [rows] = await connection.query<RowDataPacket[]>(`SELECT 1 FROM ${from} LIMIT 1`);
    if (rows.length > 0) statements.push(`INSERT INTO \`${table}\` SELECT * FROM ${from}`);
  }
  return `SET foreign_key_checks = 0; ${statements.join('; ')}`;
}

async function tablesOf(connection: Connection, database: string): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? ORDER BY table_name',
    [database],
  );
  return rows.map((row) => row.name);
}
