import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Figures, isPublicCode, type TaskDetail } from '@consult/shared';
import { DataSource } from 'typeorm';
import { openDatabase } from '../../src/database/data-source.js';
import { TaskParts1764400000000 } from '../../src/database/migrations/1764400000000-task-parts.js';
import { MIGRATIONS } from '../../src/database/migrations/index.js';
import { Course, OTHER } from '../support/course.js';
import { createDatabase, createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { migrateFresh } from '../support/template.js';
import { PLACE } from '../support/topics.js';

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
    const fresh = await openDatabase(where);
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

  it('gives promises of before what later versions keep of them', async () => {
    const course = new Course(env);
    const topicId = await course.accepted();
    const also = { what: '配好桌椅', coDepartmentIds: [await course.departmentId(OTHER)] };
    const { taskIds } = await course.handOut([topicId], [await course.agreedTask(), await course.agreedTask(also)]);
    const [closed = '', underWay = ''] = taskIds;
    await course.answer(closed);
    await course.evaluate(closed, [[() => course.resident(), 'fair']]);
    await course.post(await course.department(), `/tasks/${underWay}/take`);
    course.pass(1);
    await course.post(await course.department(), `/tasks/${underWay}/progress`, { text: '正在做', photos: [] });
    const { taskId: carried, topicId: spokenOf } = await course.task();
    await course.answer(carried, 'B');
    await course.evaluate(carried);
    await course.post(await course.convener(), `/tasks/${carried}/reconsult`, { reason: '选址要再谈' });
    await course.handOut([spokenOf], [], { consensus: [], dissent: ['没有谈拢'] });
    const { taskId: rated } = await course.task();
    await course.answer(rated, 'B');
    await course.post(await course.convener(), `/tasks/${rated}/open-evaluation`);
    await course.rate(await course.resident(), rated, 'satisfied');
    const ids = [closed, underWay, carried, rated];
    const look = async () => {
      await env.work();
      const convener = await course.convener();
      const tasks = await Promise.all(ids.map((id) => course.get<TaskDetail>(convener, `/tasks/${id}`)));
      const path = `/figures?region=${PLACE.townshipCode}&period=all`;
      const { promises, evaluation } = await course.get<Figures>(convener, path);
      return {
        kept: tasks.map(({ state, dueAt, listed, coDepartments, ratingCount, actions, clock, evaluations }) => ({
          ...{ state, dueAt, listed, coDepartments, ratingCount, actions },
          clock: { firstDueAt: clock.firstDueAt, lastWordAt: clock.lastWordAt },
          evaluations: evaluations.map(({ round, answers, endsAt, concludedAt }) => {
            return { round, answers, endsAt, isOver: concludedAt !== null };
          }),
        })),
        codes: tasks.map(({ code }) => code),
        figures: { promises, evaluation },
      };
    };
    const before = await look();
    expect(before.kept.map(({ state }) => state)).toEqual(['closed', 'in_progress', 'closed', 'evaluating']);
    // What somebody closed can be reopened, what a new outcome took over cannot.
    expect(before.kept.map(({ actions }) => actions.includes('reopen'))).toEqual([true, false, false, false]);
    expect(before.kept.map(({ evaluations }) => evaluations.map(({ answers }) => answers))).toEqual([
      [1],
      [],
      [0],
      [1],
    ]);
    const applied = async (): Promise<string[]> =>
      (await dataSource.query('SELECT name FROM migrations')).map(({ name }: { name: string }) => name);
    while ((await applied()).includes(TaskParts1764400000000.name)) {
      await dataSource.undoLastMigration({ transaction: 'none' });
    }
    await dataSource.runMigrations({ transaction: 'none' });
    const after = await look();
    expect(after.kept).toEqual(before.kept);
    expect(after.figures).toEqual(before.figures);
    for (const [i, code] of after.codes.entries())
      expect([isPublicCode(code), code === before.codes[i]]).toEqual([true, false]);
  }, 120_000);

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
