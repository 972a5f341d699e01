import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../src/database/migrations/index.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';

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
