import {
  addDays,
  chinaDate,
  DAY_MS,
  endOfChinaDay,
  type Page,
  regionAt,
  TASK_LIGHTS,
  TASK_STATES,
  type TaskLight,
  type TaskSummary,
  taskLight,
} from '@consult/shared';
import type { EntityManager } from 'typeorm';
import { newId } from '../../src/common/ids.js';
import { RegionSettingsEntity } from '../../src/regions/region.entity.js';
import { CountyLights } from '../../src/tasks/county-lights.js';
import { TaskEntity } from '../../src/tasks/task.entity.js';
import { type CountyLightRules, lightIs, lightOf } from '../../src/tasks/task-light.sql.js';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { PLACE } from '../support/topics.js';

describe.each(DATABASES)('the lights of promises on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  let counties: string[];
  let rules: CountyLightRules;
  let departmentId: string;
  let made = 0;
  const CITY = regionAt(PLACE.townshipCode, 'city') as string;
  const COUNTY = regionAt(PLACE.townshipCode, 'county') as string;
  const now = () => env.clock.now();
  const read = <T>(sql: string): Promise<T[]> => env.database.read.query(sql);

  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
    departmentId = await course.departmentId();
    const tree = await env.cast.visitor.ok(env.cast.visitor.get<{ children: { code: string }[] }[]>('/regions'));
    counties = (tree[0]?.children ?? []).map(({ code }) => code);
    // Another county has thresholds of its own, so that a city meets two.
    const other = counties.find((code) => code !== COUNTY) ?? `${CITY}99`;
    if (!counties.includes(other)) counties.push(other);
    const settings = { thresholds: { dueSoonDays: 2, stalledDays: 60 } };
    await env.database.write((db) =>
      db.upsert(RegionSettingsEntity, { region: other, settings: settings as never, updatedAt: now() }, ['region']),
    );
    rules = await env.app.get(CountyLights).of({ db: env.database.read as EntityManager, now: now() }, counties);
    await env.database.write((db) => db.insert(TaskEntity, generated()));
  });
  afterAll(() => env.stop());

  /** Every state with dates and silences around every moment at which a light changes, in every county. */
  function generated(): TaskEntity[] {
    return counties.flatMap((county) => {
      const of = rules.get(county);
      if (of === undefined) throw new Error(`no rules of ${county}`);
      const around = (at: number) => [at - 1, at, at + 1];
      const dates = [...around(now()), ...around(of.dueSoonUntil), now() + 90 * DAY_MS];
      const silences = [...around(of.stalledBefore), now()];
      return TASK_STATES.flatMap((state) =>
        dates.flatMap((dueAt) => silences.map((lastWordAt, i) => row(county, i, { state, dueAt, lastWordAt }))),
      );
    });
  }

  function row(county: string, nth: number, over: Pick<TaskEntity, 'state' | 'dueAt' | 'lastWordAt'>): TaskEntity {
    const township = county === COUNTY ? PLACE.townshipCode : `${county}00${(nth % 2) + 1}`;
    const none = { funds: null, currentDueAt: null, pausedAt: null, replyClass: null, replyText: null };
    return Object.assign(new TaskEntity(), {
      ...none,
      id: newId(now()),
      code: String(++made).padStart(8, '0'),
      parentId: null,
      outcomeId: newId(now()),
      sessionId: newId(now()),
      county,
      township,
      what: '修好路灯',
      leadDepartmentId: departmentId,
      coDepartmentIds: [],
      firstDueAt: over.dueAt,
      createdAt: now(),
      movedAt: now(),
      content: 'passed',
      ...over,
    } as Partial<TaskEntity>);
  }

  it('are the same in a statement as in the rule that pages show', async () => {
    const expr = lightOf('k', now(), rules);
    const rows = await read<{ id: string; light: TaskLight }>(`SELECT k.id, ${expr} AS light FROM tasks k`);
    const stated = new Map(rows.map(({ id, light }) => [id, light]));
    const all = await env.database.read.find(TaskEntity);
    expect(all.length).toBeGreaterThan(500);
    const wrong = all.filter((task) => {
      const of = rules.get(task.county);
      return of === undefined || stated.get(task.id) !== taskLight(task, now(), of);
    });
    expect(wrong).toEqual([]);
    expect(new Set(stated.values())).toEqual(new Set(TASK_LIGHTS));
  });

  it.each(TASK_LIGHTS)('of %s are found by their condition, and no others', async (light) => {
    const found = await read<{ id: string }>(
      `SELECT k.id FROM tasks k WHERE ${lightIs('k', light, now(), rules)} ORDER BY k.id`,
    );
    const all = await env.database.read.find(TaskEntity, { order: { id: 'ASC' } });
    const wanted = all.filter((task) => taskLight(task, now(), rules.get(task.county) ?? fail()) === light);
    expect(found.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
  });

  it('are counted by township from an index alone', async () => {
    const sql = `SELECT k.township, ${lightOf('k', now(), rules)} AS light, COUNT(*) AS n FROM tasks k
      WHERE k.county = '${COUNTY}' AND k.parent_id IS NULL AND k.state IN ('assigned', 'refused', 'in_progress', 'redo', 'paused')
      GROUP BY k.township, light`;
    const counted = await read<{ township: string; n: number }>(sql);
    expect(counted.length).toBeGreaterThan(0);
    const explain = kind === 'sqlite' ? `EXPLAIN QUERY PLAN ${sql}` : `EXPLAIN ${sql}`;
    // Not on the connection that reads: SQLite keeps that one's view of the data while an explanation is open.
    const plan = JSON.stringify(await env.database.write((db) => db.query(explain)));
    expect(plan).toMatch(kind === 'sqlite' ? /USING COVERING INDEX IDX_012b190a/ : /Using index/);
  });

  it('stand in the rows of a list, which can be asked for one of them', async () => {
    const county = await course.staff('county_office');
    for (const light of TASK_LIGHTS) {
      const page = await course.get<Page<TaskSummary>>(county, `/tasks?region=${COUNTY}&light=${light}&limit=50`);
      expect(page.items.length).toBeGreaterThan(0);
      expect(new Set(page.items.map((task) => task.light))).toEqual(new Set([light]));
    }
    const refused = await county.client.refusal(county.client.get(`/tasks?region=${COUNTY}&light=green`));
    expect(refused).toMatchObject({ status: 400 });
  });

  it('follow what the county sets, at once and in all its townships', async () => {
    const { taskId } = await course.task({ dueAt: endOfChinaDay(addDays(chinaDate(now()), 60)) });
    const light = async () => (await env.cast.visitor.ok(env.cast.visitor.get<TaskSummary>(`/tasks/${taskId}`))).light;
    expect(await light()).toBe('on_time');
    const office = await course.staff('county_office');
    const thresholds = { dueSoonDays: 30, stalledDays: 30 };
    await office.client.ok(office.client.put(`/regions/${COUNTY}/settings`, { deadlines: {}, thresholds }));
    course.until(endOfChinaDay(addDays(chinaDate(now()), 24)));
    expect(await light()).toBe('due_soon');
    course.pass(7);
    expect(await light()).toBe('stalled');
    course.pass(60);
    expect(await light()).toBe('overdue');
  });
});

function fail(): never {
  throw new Error('a county without rules');
}
