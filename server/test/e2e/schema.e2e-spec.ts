import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/database/data-source.js';
import { MIGRATIONS } from '../../src/database/migrations/index.js';
import { createDatabase, createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { migrateFresh } from '../support/template.js';

describe.each(DATABASES)('the schema on %s', (kind) => {
  let env: TestEnvironment;
  let dataSource: DataSource;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    dataSource = env.app.get(DataSource);
  });
  afterAll(() => env.stop());

  it('comes from the migrations alone, all of them applied', async () => {
    expect(dataSource.options.synchronize).toBe(false);
    const rows: unknown[] = await dataSource.query('SELECT name FROM migrations');
    expect(rows).toHaveLength(MIGRATIONS.length);
  });

  it('that tests copy is what the migrations make of an empty database', async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'consult-'));
    const made = kind === 'mariadb' ? await createDatabase() : { databaseUrl: null, drop: async () => {} };
    const where = { databaseUrl: made.databaseUrl, dataDir };
    await migrateFresh(where);
    const fresh = await new DataSource(dataSourceOptions(where)).initialize();
    const copied = await described(dataSource);
    expect(copied).toEqual(await described(fresh));
    expect(Object.keys(copied).length).toBeGreaterThan(dataSource.entityMetadatas.length);
    await fresh.destroy();
    await made.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('is exactly what the entities say', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('can be taken down to nothing and built again', async () => {
    for (const _ of MIGRATIONS) await dataSource.undoLastMigration({ transaction: 'none' });
    const tables = dataSource.entityMetadatas.map(({ tableName }) => tableName);
    const runner = dataSource.createQueryRunner();
    for (const table of tables) expect(await runner.hasTable(table)).toBe(false);
    await runner.release();
    await dataSource.runMigrations({ transaction: 'none' });
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries).toEqual([]);
    // Some two hundred statements each way, every one of them a change of a table.
  }, 120_000);
});

/** How the database itself writes down each table and index, and which migrations it holds as applied. */
async function described(dataSource: DataSource): Promise<Record<string, unknown>> {
  const applied = await dataSource.query('SELECT timestamp, name FROM migrations ORDER BY timestamp');
  if (dataSource.options.type === 'better-sqlite3') {
    const rows: { name: string; sql: string }[] = await dataSource.query('SELECT name, sql FROM sqlite_master');
    return { ...Object.fromEntries(rows.map(({ name, sql }) => [name, sql])), applied };
  }
  const tables: Record<string, string>[] = await dataSource.query('SHOW TABLES');
  const names = tables.map((row) => Object.values(row)[0] ?? '');
  const shown = await Promise.all(names.map((name) => dataSource.query(`SHOW CREATE TABLE \`${name}\``)));
  return { ...Object.fromEntries(names.map((name, i) => [name, shown[i][0]['Create Table']])), applied };
}
