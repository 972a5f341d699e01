import { ALL_TIME, chinaDate, DAY_MS, monthsIn, type TopicDetail } from '@consult/shared';
import { newId } from '../../src/common/ids.js';
import { checkFigures, mendFigures } from '../../src/figures/check-figures.js';
import { FigureCellEntity, FigureDeltaEntity, FigureYearEntity } from '../../src/figures/figure.entity.js';
import { FigureStore } from '../../src/figures/figure-store.js';
import { JobEntity } from '../../src/jobs/job.entity.js';
import { Jobs } from '../../src/jobs/jobs.service.js';
import { TopicEntity } from '../../src/topics/topic.entity.js';
import { TopicStayEntity } from '../../src/topics/topic-stay.entity.js';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { PLACE, topicInput } from '../support/topics.js';

const TOWNSHIP = PLACE.townshipCode;
const COUNTY = TOWNSHIP.slice(0, 6);
const reason = '情况有变，另作安排';

describe.each(DATABASES)('the figures on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  let store: FigureStore;
  beforeAll(async () => {
    env = await createTestEnvironment(kind, { logLevel: 'silent' });
    course = new Course(env);
    store = env.app.get(FigureStore);
  });
  afterAll(() => env.stop());

  /** What a full recount finds missing or too much. */
  const wrong = async () => ({
    township: await store.shortOfTopics(TOWNSHIP),
    county: await store.shortOfTownships(COUNTY),
    years: [...(await store.shortOfYears(TOWNSHIP)), ...(await store.shortOfYears(COUNTY))],
  });
  const RIGHT = { township: [], county: [], years: [] };
  const raise = async (over = {}) => {
    const raiser = await course.resident();
    return (await course.post<{ id: string }>(raiser, '/topics', topicInput(over))).id;
  };
  const byConvener = async (path: string, body: unknown = {}) => course.post(await course.convener(), path, body);
  const raised = async (period = ALL_TIME) => {
    const where = { regions: [TOWNSHIP], measures: ['fate' as const], period };
    const rows = await store.sums(env.database.read, where, 'name');
    return rows.reduce((sum, { n }) => sum + n, 0);
  };
  /** Of all time, last year and this one, and each month of these. */
  const inEachPeriod = async (): Promise<Record<string, number>> => {
    const year = Number(chinaDate(env.clock.now()).slice(0, 4));
    const years = [String(year - 1), String(year)];
    const periods = [ALL_TIME, ...years, ...years.flatMap(monthsIn)];
    return Object.fromEntries(await Promise.all(periods.map(async (period) => [period, await raised(period)])));
  };

  it('equal a recount after each move that a topic can make', async () => {
    const draft = await raise({ submit: false });
    expect(await wrong()).toEqual(RIGHT);
    const before = await raised();
    await course.post(await course.resident(), `/topics/${draft}/submit`);
    expect(await raised()).toBe(before + 1);
    env.clock.set(env.clock.now() + 3 * DAY_MS);
    await byConvener(`/topics/${draft}/return`, { reason });
    const { client } = await course.resident();
    const { submit: _, ...edited } = topicInput({ category: '交通出行' });
    await client.ok(client.put(`/topics/${draft}`, edited));
    expect(await wrong()).toEqual(RIGHT);
    await course.post(await course.resident(), `/topics/${draft}/submit`);
    await byConvener(`/topics/${draft}/decline`, { reason, redirect: 'hotline' });
    expect(await wrong()).toEqual(RIGHT);

    const [main, other] = [await course.accepted(), await course.accepted()];
    await byConvener(`/topics/${other}/merge`, { into: main });
    expect(await wrong()).toEqual(RIGHT);
    await byConvener(`/topics/${other}/unmerge`);
    await byConvener(`/topics/${other}/merge`, { into: main });
    await byConvener(`/topics/${main}/suspend`, { reason });
    expect(await wrong()).toEqual(RIGHT);
    await byConvener(`/topics/${main}/resume`, {});
    await byConvener(`/topics/${main}/withdraw`, { reason });
    expect(await wrong()).toEqual(RIGHT);
    expect(await raised()).toBe(before + 3);
  });

  it('equal a recount when a topic is classed as sensitive, taken down and shown again', async () => {
    const id = await course.accepted();
    const { client } = await course.convener();
    await client.ok(client.put(`/topics/${id}/sensitivity`, { sensitive: true, reason }));
    expect(await wrong()).toEqual(RIGHT);
    await client.ok(client.put(`/topics/${id}/sensitivity`, { sensitive: false, reason }));
    await byConvener(`/moderation/items/topic/${id}/take-down`, { reason });
    expect((await env.database.read.findOneByOrFail(TopicEntity, { id })).isPublic).toBe(false);
    expect(await wrong()).toEqual(RIGHT);
  });

  it('follow a planned topic to its end, which its page states', async () => {
    const id = await course.planned();
    expect(await wrong()).toEqual(RIGHT);
    const held = await course.hold([id], { format: 'onsite' });
    await course.publish(held.outcomeId, []);
    expect(await wrong()).toEqual(RIGHT);
    const light = await course.task();
    expect(await wrong()).toEqual(RIGHT);
    await course.answer(light.taskId, 'D');
    await course.evaluate(light.taskId);
    await course.reviewAndClose(light.taskId);
    expect(await course.get<TopicDetail>(await course.convener(), `/topics/${light.topicId}`)).toMatchObject({
      state: 'closed',
      fate: 'explained',
    });
    expect(await wrong()).toEqual(RIGHT);
  });

  it('equal a recount when a promise is rated, closed, and hidden with its topic', async () => {
    const { taskId, topicId } = await course.task();
    await course.answer(taskId, 'A');
    await course.evaluate(taskId, [[() => course.resident(), 'satisfied']]);
    expect(await wrong()).toEqual(RIGHT);
    const done = async () => {
      const where = { regions: [COUNTY], measures: ['done' as const], period: ALL_TIME };
      return (await store.sums(env.database.read, where, 'name')).reduce((sum, { n }) => sum + n, 0);
    };
    const before = await done();
    expect(before).toBeGreaterThan(0);
    await byConvener(`/moderation/items/topic/${topicId}/take-down`, { reason });
    expect(await done()).toBe(before - 1);
    expect(await wrong()).toEqual(RIGHT);
  });

  it('say the same before and after they are folded, and leave nothing to fold', async () => {
    const before = await inEachPeriod();
    expect(await env.database.read.count(FigureDeltaEntity)).toBeGreaterThan(0);
    await Promise.all([store.fold(), store.fold()]);
    expect(await env.database.read.count(FigureDeltaEntity)).toBe(0);
    expect(await inEachPeriod()).toEqual(before);
    expect(await wrong()).toEqual(RIGHT);
    await course.accepted();
    expect((await inEachPeriod()).all).toBe((before.all ?? 0) + 1);
    expect(await wrong()).toEqual(RIGHT);
  });

  it('of a year and of all time are what its months and its years add up to, folded and not', async () => {
    await store.fold();
    await course.accepted();
    const { all, ...rest } = await inEachPeriod();
    const [years, months] = [4, 7].map((length) =>
      Object.entries(rest).reduce((sum, [period, n]) => sum + (period.length === length ? n : 0), 0),
    );
    expect(all).toBeGreaterThan(0);
    expect([years, months]).toEqual([all, all]);
  });

  it('are exact when many write at once', async () => {
    const before = await raised();
    const raiser = await course.resident(1);
    const made = await Promise.all(
      Array.from({ length: 8 }, () => course.post<{ id: string }>(raiser, '/topics', topicInput())),
    );
    const accept = made.map(({ id }) => byConvener(`/topics/${id}/accept`));
    await Promise.all([...accept, store.fold(), store.fold()]);
    expect(await raised()).toBe(before + 8);
    expect(await wrong()).toEqual(RIGHT);
  });

  it('are healed in the night where they were wrong', async () => {
    await store.fold();
    await env.database.write(async (db) => {
      await db.update(FigureCellEntity, { region: TOWNSHIP, measure: 'source' }, { n: 77 });
      await db.delete(FigureCellEntity, { region: COUNTY, measure: 'fate' });
      await db.update(FigureYearEntity, { region: TOWNSHIP, measure: 'theme' }, { n: 55 });
      await db.delete(FigureYearEntity, { region: COUNTY, measure: 'milestone' });
    });
    const years = (await wrong()).years.map(({ measure }) => measure);
    expect(years).toEqual(expect.arrayContaining(['theme', 'milestone']));
    expect((await wrong()).township.length).toBeGreaterThan(0);
    expect((await wrong()).county.length).toBeGreaterThan(0);
    env.clock.set(env.clock.now() + 2 * DAY_MS);
    await env.work();
    env.clock.set(env.clock.now() + 2 * DAY_MS);
    await env.work();
    expect(await wrong()).toEqual(RIGHT);
    expect(await env.database.read.countBy(JobEntity, { kind: 'figures.reconcile', state: 'dead' })).toBe(0);
  });

  it('are compared by the operator’s command, which names what is wrong and has it mended only when told to', async () => {
    await course.accepted();
    const { differences: none, checked } = await checkFigures(env.database);
    expect(none).toEqual([]);
    expect(checked).toBeGreaterThan(2);
    await store.fold();
    const at = { measure: 'source' as const, name: 'resident', seen: 'public' as const };
    const { period, n } = await env.database.read.findOneByOrFail(FigureCellEntity, { region: TOWNSHIP, ...at });
    await env.database.write((db) =>
      db.update(FigureCellEntity, { region: TOWNSHIP, period, ...at }, { n: n + 5 }).then(() => {}),
    );
    const check = await checkFigures(env.database);
    // The county never followed the township into its error.
    expect(check.differences).toEqual([{ region: TOWNSHIP, period, ...at, kept: n + 5, counted: n }]);
    expect(check.wrong).toEqual([{ county: COUNTY, townships: [TOWNSHIP] }]);
    expect((await checkFigures(env.database)).differences).toEqual(check.differences);

    await mendFigures(env.database, env.app.get(Jobs), check, env.clock.now());
    await mendFigures(env.database, env.app.get(Jobs), check, env.clock.now());
    await env.work();
    expect((await checkFigures(env.database)).differences).toEqual([]);
    expect(await wrong()).toEqual(RIGHT);
  });

  it('are mended where a year alone is not what its months add up to', async () => {
    const at = { region: COUNTY, measure: 'source' as const, name: 'resident', seen: 'public' as const };
    const { period, n } = await env.database.read.findOneByOrFail(FigureYearEntity, at);
    await env.database.write((db) => db.update(FigureYearEntity, { period, ...at }, { n: n + 5 }).then(() => {}));
    const check = await checkFigures(env.database);
    expect(check.differences).toEqual([{ period, ...at, kept: n + 5, counted: n }]);
    expect(check.wrong).toEqual([{ county: COUNTY, townships: [] }]);
    await mendFigures(env.database, env.app.get(Jobs), check, env.clock.now());
    await env.work();
    expect((await checkFigures(env.database)).differences).toEqual([]);
    expect((await env.database.read.findOneByOrFail(FigureYearEntity, { period, ...at })).n).toBe(n);
  });

  it('have their stays opened again to whom they should be, at night and by the operator’s command', async () => {
    const offRecord = async () => (await checkFigures(env.database)).offRecord;
    const id = await course.accepted();
    const hidden = await course.accepted();
    const { client } = await course.convener();
    await client.ok(client.put(`/topics/${hidden}/sensitivity`, { sensitive: true, reason }));
    expect(await offRecord()).toEqual([]);
    const misfile = () =>
      env.database.write(async (db) => {
        await db.update(TopicStayEntity, { topicId: id }, { listed: false });
        await db.update(TopicStayEntity, { topicId: hidden }, { listed: true });
      });
    const listed = async (topicId: string) =>
      (await env.database.read.findBy(TopicStayEntity, { topicId })).map((stay) => stay.listed);
    await misfile();
    const check = await checkFigures(env.database);
    expect(check.offRecord).toEqual([id, hidden].sort());
    expect(check.differences).toEqual([]);
    expect(check.wrong).toEqual([{ county: COUNTY, townships: [TOWNSHIP] }]);
    await mendFigures(env.database, env.app.get(Jobs), check, env.clock.now());
    await env.work();
    expect([await listed(id), await listed(hidden)]).toEqual([[true], [false]]);
    await misfile();
    env.clock.set(env.clock.now() + 2 * DAY_MS);
    await env.work();
    env.clock.set(env.clock.now() + 2 * DAY_MS);
    await env.work();
    expect([await listed(id), await listed(hidden)]).toEqual([[true], [false]]);
    expect(await offRecord()).toEqual([]);
  });

  it('have stays that were lost or altered written anew from the record', async () => {
    const [lost, altered, twice] = [await course.accepted(), await course.accepted(), await course.accepted()];
    const stays = async () => {
      const rows = await env.database.read.find(TopicStayEntity, { order: { topicId: 'ASC', leftAt: 'ASC' } });
      return rows.map(({ id, ...stay }) => stay);
    };
    const before = await stays();
    await env.database.write(async (db) => {
      await db.delete(TopicStayEntity, { topicId: lost });
      await db.update(TopicStayEntity, { topicId: altered }, { days: 77 });
      const one = await db.findOneByOrFail(TopicStayEntity, { topicId: twice });
      await db.insert(TopicStayEntity, { ...one, id: newId(env.clock.now()) });
    });
    const check = await checkFigures(env.database);
    expect(check.offRecord).toEqual([lost, altered, twice].sort());
    await mendFigures(env.database, env.app.get(Jobs), check, env.clock.now());
    await env.work();
    expect((await checkFigures(env.database)).offRecord).toEqual([]);
    expect(await stays()).toEqual(before);
  });

  it('are counted from nothing where none were kept yet', async () => {
    const before = await raised();
    await env.database.write(async (db) => {
      await db.query('DELETE FROM figure_cells');
      await db.query('DELETE FROM figure_years');
      await db.query('DELETE FROM figure_deltas');
    });
    expect(await raised()).toBe(0);
    env.clock.set(env.clock.now() + 2 * DAY_MS);
    await env.work();
    expect(await raised()).toBe(before);
    expect(await wrong()).toEqual(RIGHT);
  });
});
