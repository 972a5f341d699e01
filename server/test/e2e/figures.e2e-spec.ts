import {
  chinaMoment,
  chinaMonth,
  DAY_MS,
  type FigureStay,
  type Figures,
  funnelOf,
  type Page,
  type RegionSettingsView,
  type TopicSummary,
} from '@consult/shared';
import { restoreStays } from '../../src/figures/stays-on-record.js';
import { TopicStayEntity } from '../../src/topics/topic-stay.entity.js';
import type { Client } from '../support/client.js';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { drillsOf, idsOf } from '../support/figures.js';
import { PLACE, topicInput } from '../support/topics.js';

const TOWNSHIP = PLACE.townshipCode;
const COUNTY = TOWNSHIP.slice(0, 6);
const CITY = TOWNSHIP.slice(0, 4);
const reason = '情况有变，另作安排';

describe.each(DATABASES)('the dashboard on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  let office: Client;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
    await tellAYear();
    office = (await course.staff('county_office')).client;
  }, 120_000);
  afterAll(() => env.stop());

  const figures = (client: Client, region: string, period = '2026', open = false) =>
    client.ok(client.get<Figures>(`/figures${open ? '/open' : ''}?region=${region}&period=${period}`));

  /** Topics of every fate, promises of several standings, and one sensitive topic with a promise. */
  async function tellAYear(): Promise<void> {
    const convener = async (path: string, body: unknown = {}) => course.post(await course.convener(), path, body);
    const raise = async (over = {}) =>
      (await course.post<{ id: string }>(await course.resident(), '/topics', topicInput(over))).id;
    const again = await raise();
    course.pass(12);
    await convener(`/topics/${again}/return`, { reason });
    course.pass(2);
    await course.post(await course.resident(), `/topics/${again}/submit`);
    await convener(`/topics/${again}/accept`);
    await raise({ submit: false });
    await raise();
    await convener(`/topics/${await raise()}/return`, { reason });
    await convener(`/topics/${await raise()}/decline`, { reason, redirect: 'hotline' });
    await convener(`/topics/${await raise()}/withdraw`, { reason });
    const [main, merged, held] = [await course.accepted(), await course.accepted(), await course.accepted()];
    await convener(`/topics/${merged}/merge`, { into: main });
    await convener(`/topics/${held}/suspend`, { reason });
    const leader = await course.staff('party_committee');
    await course.post(leader, '/topics', topicInput({ category: '交通出行' }));
    await course.planned();
    const secret = await course.task();
    const { client } = await course.convener();
    await client.ok(client.put(`/topics/${secret.topicId}/sensitivity`, { sensitive: true, reason }));
    const ended = await course.task();
    await course.answer(ended.taskId, 'D');
    await course.evaluate(ended.taskId);
    await course.reviewAndClose(ended.taskId);
    const watched = await course.task();
    await course.answer(watched.taskId, 'C');
    await course.task();
    await convener(`/topics/${await raise()}/accept`);
  }

  it('opens from each number a list that has exactly so many rows, for those who handle them', async () => {
    const numbers = drillsOf(await figures(office, COUNTY));
    expect(numbers.filter(({ count }) => count.n > 0).length).toBeGreaterThan(20);
    for (const { name, count, list, query } of numbers) {
      const ids = await idsOf(office, `/figures/${list}`, query);
      expect([name, ids.length, new Set(ids).size]).toEqual([name, count.n, count.n]);
      expect([name, count.rows]).toEqual([name, count.n]);
    }
  });

  it('opens for everyone what everyone may see, and counts nothing that is sensitive', async () => {
    const inside = funnelOf((await figures(office, COUNTY)).fates).raised.n;
    const open = await figures(env.cast.visitor, COUNTY, '2026', true);
    expect(funnelOf(open.fates).raised.n).toBe(inside - 1);
    expect(open.fates.declined).toEqual({ n: 1, rows: 0 });
    for (const { name, count, list, query } of drillsOf(open)) {
      const ids = await idsOf(env.cast.visitor, `/figures/open/${list}`, query);
      expect([name, ids.length]).toEqual([name, count.rows]);
    }
    const made = (await figures(office, COUNTY)).promises.made.n;
    expect(open.promises.made).toEqual({ n: made - 1, rows: made - 1 });
  });

  it('adds up: the funnel, the sources and the themes are all that was raised', async () => {
    for (const period of ['2026', '2026-06', 'all']) {
      const shown = await figures(office, COUNTY, period);
      const { raised } = funnelOf(shown.fates);
      const sum = (counts: readonly { n: number }[]) => counts.reduce((total, { n }) => total + n, 0);
      expect([period, sum(Object.values(shown.sources))]).toEqual([period, raised.n]);
      expect([period, sum(shown.themes.map(({ total }) => total))]).toEqual([period, raised.n]);
      expect(shown.themes.map(({ total, counts }) => total.n - sum(counts))).toEqual(shown.themes.map(() => 0));
      expect([period, sum(Object.values(shown.promises.standings))]).toEqual([period, shown.promises.made.n]);
    }
  });

  it('is the same for a county as for its townships together, and for the city', async () => {
    const county = await figures(office, COUNTY);
    const township = await figures((await course.convener()).client, TOWNSHIP);
    const city = await figures((await env.cast.one('city_office', '澄川市')).client, CITY);
    expect(township.fates).toEqual(county.fates);
    expect(city.promises.made.n).toBe(county.promises.made.n);
    expect(funnelOf(city.fates).raised.n).toBe(funnelOf(county.fates).raised.n);
    expect(township.stays).toEqual(county.stays);
    expect(county.places.map(({ region }) => region)).toEqual(county.places.map(({ region }) => region).sort());
  });

  it('measures time in each state in whole days', async () => {
    const { stays } = await figures(office, COUNTY);
    const proposed = stays.find(({ state }) => state === 'shortlisted');
    expect(proposed).toEqual({ state: 'shortlisted', n: 1, rows: 1, median: 5, p90: 5, longer: { n: 0, rows: 0 } });
  });

  it('opens the stays behind a time, the last one that ended first, and those that took longer than nine of ten', async () => {
    const { stays } = await figures(office, COUNTY);
    const submitted = stays.find(({ state }) => state === 'submitted');
    expect(submitted).toMatchObject({ median: 0, p90: 0, longer: { n: 1, rows: 1 } });
    const list = (query: string) =>
      office.ok(office.get<Page<FigureStay>>(`/figures/stays?region=${COUNTY}&period=2026&limit=50&${query}`));
    const { items } = await list('state=submitted');
    const moments = items.map(({ leftAt }) => leftAt);
    expect(moments).toEqual([...moments].sort((a, b) => b - a));
    expect(new Set(items.map(({ id }) => id)).size).toBe(submitted?.n);
    const longer = await list('state=submitted&longerThan=0');
    expect(longer.items).toMatchObject([{ days: 12, topic: { state: 'accepted', code: expect.any(String) } }]);
    for (const wrong of ['draft', 'submitted&longerThan=3661', 'submitted&longerThan=0&after=9_1_x']) {
      expect(await office.refusal(office.get(`/figures/stays?region=${COUNTY}&state=${wrong}`))).toMatchObject({
        code: 'REQUEST.INVALID',
      });
    }
  });

  it('gives the stays beyond a number of days longest first, page by page, each once', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => course.accepted()));
    const marks = ids.map(() => '?').join(', ');
    const own = (days: number, topics: string[]) =>
      env.database.write((db) =>
        db.query(`UPDATE topic_stays SET days = ? WHERE state = 'submitted' AND topic_id IN (${marks})`, [
          days,
          ...ids.map((_, i) => topics[i % topics.length]),
        ]),
      );
    await own(40, ids.slice(0, 3));
    await own(50, ids.slice(3));
    const path = (region: string, open = '') => `/figures${open}/stays?region=${region}&state=submitted&longerThan=39`;
    const { visitor } = env.cast;
    for (const [client, region, open] of [
      [office, COUNTY, ''],
      [(await course.convener()).client, TOWNSHIP, ''],
      [visitor, COUNTY, '/open'],
      [visitor, CITY, '/open'],
    ] as const) {
      const seen: FigureStay[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const next: string = after === '' ? '' : `&after=${after}`;
        const page: Page<FigureStay> = await client.ok(client.get(`${path(region, open)}&limit=2${next}`));
        seen.push(...page.items);
        after = page.nextAfter;
      }
      expect(seen.map(({ days }) => days)).toEqual([50, 50, 50, 40, 40, 40]);
      expect(new Set(seen.map(({ topic }) => topic.id))).toEqual(new Set(ids));
      const sorted = [...seen].sort((a, b) => b.days - a.days || b.leftAt - a.leftAt || (a.id < b.id ? 1 : -1));
      expect(seen).toEqual(sorted);
    }
    await own(0, ids);
  });

  it('gives those of each month, of each year, and of all years together', async () => {
    const ids = await Promise.all([course.accepted(), course.accepted(), course.accepted()]);
    const set = (id: string | undefined, days: number, leftAt: number) =>
      env.database.write(async (db) => {
        await db.update(TopicStayEntity, { topicId: id }, { days, leftAt, leftMonth: chinaMonth(leftAt) });
      });
    await set(ids[0], 60, chinaMoment('2024-12-31', '23:59'));
    await set(ids[1], 70, chinaMoment('2025-01-01', '00:00'));
    await set(ids[2], 61, chinaMoment('2025-02-01', '00:00'));
    const days = async (period: string) => {
      const path = `/figures/stays?region=${COUNTY}&state=submitted&longerThan=59&period=${period}`;
      return (await office.ok(office.get<Page<FigureStay>>(path))).items.map((stay) => stay.days);
    };
    expect([await days('2024'), await days('2025'), await days('2025-01'), await days('2025-02')]).toEqual([
      [60],
      [70, 61],
      [70],
      [61],
    ]);
    expect([await days('all'), await days('2026')]).toEqual([[70, 61, 60], []]);
    await env.database.write((db) => restoreStays(db, ids));
  });

  it('tells everyone of no stay that ended in what everyone may not read, though they see its topic', async () => {
    const path = `stays?region=${COUNTY}&period=2026&limit=50&state=`;
    const { visitor } = env.cast;
    const inside = await office.ok(office.get<Page<FigureStay>>(`/figures/${path}returned`));
    expect(inside.items).toMatchObject([{ days: 2, topic: { state: 'accepted' } }]);
    const open = (state: string) => visitor.ok(visitor.get<Page<FigureStay>>(`/figures/open/${path}${state}`));
    expect((await open('returned')).items).toEqual([]);
    const seen = (await open('submitted')).items.filter(({ topic }) => topic.id === inside.items[0]?.topic.id);
    expect(seen.map(({ days, leftAt }) => [days, leftAt - (inside.items[0]?.leftAt ?? 0) < DAY_MS])).toEqual([
      [0, true],
    ]);
  });

  it('sets the topics of leaders against what the county asks of its townships in a year', async () => {
    const { quota, sources } = await figures((await course.convener()).client, TOWNSHIP);
    expect(quota).toBe(2);
    expect(sources.leader.n).toBe(1);
    expect((await figures(office, COUNTY)).quota).toBe(2 * (await figures(office, COUNTY)).places.length);
    expect((await figures(office, COUNTY, '2026-06')).quota).toBeNull();
  });

  it('hides answers by what the county asks for, whatever a township has set, and in the city by its strictest county', async () => {
    const set = (region: string, thresholds: object) =>
      office.ok(office.put(`/regions/${region}/settings`, { thresholds }));
    await set(TOWNSHIP, { minimumRatings: 9 });
    await set(COUNTY, { minimumRatings: 7 });
    for (const region of [TOWNSHIP, COUNTY, CITY]) {
      const { evaluation } = await figures(env.cast.visitor, region, '2026', true);
      expect([region, evaluation.minimum]).toEqual([region, 7]);
    }
    const { thresholds } = await office.ok(office.get<RegionSettingsView>(`/regions/${TOWNSHIP}/settings`));
    expect(thresholds.minimumRatings).toBe(7);
    for (const region of [TOWNSHIP, COUNTY]) await set(region, {});
  });

  it('shows a township to its own staff and its county, sums alone to the city, and nothing to others', async () => {
    const elsewhere = env.cast.one('convener', '曙光街道');
    const stranger = (await elsewhere).client;
    for (const path of ['?', '/topics?', '/stays?state=planned&', '/promises?', '/sessions?']) {
      expect(await stranger.refusal(stranger.get(`/figures${path}region=${TOWNSHIP}`))).toMatchObject({
        code: 'REGION.OUTSIDE',
      });
    }
    const { client: city } = await env.cast.one('city_office', '澄川市');
    for (const list of ['topics?', 'stays?state=planned&', 'promises?', 'sessions?']) {
      expect(await city.refusal(city.get(`/figures/${list}region=${COUNTY}`))).toMatchObject({
        code: 'REGION.OUTSIDE',
      });
    }
    const convener = (await course.convener()).client;
    expect(await convener.refusal(convener.get(`/figures?region=${COUNTY}`))).toMatchObject({ code: 'REGION.OUTSIDE' });
  });

  it('refuses what is no period, region or page', async () => {
    const { visitor } = env.cast;
    for (const query of ['region=1', `region=${COUNTY}&period=2026-13`, `region=${COUNTY}&period=x`]) {
      expect([query, await visitor.refusal(visitor.get(`/figures/open?${query}`))]).toMatchObject([
        query,
        { code: 'REQUEST.INVALID' },
      ]);
    }
    const wrong = `/figures/open/topics?region=${COUNTY}&after=nonsense`;
    expect(await visitor.refusal(visitor.get(wrong))).toMatchObject({ code: 'REQUEST.INVALID' });
  });

  it('gives topics newest first', async () => {
    const page = await office.ok(office.get<Page<TopicSummary>>(`/figures/topics?region=${COUNTY}&limit=50`));
    const moments = page.items.map(({ createdAt }) => createdAt);
    expect(moments).toEqual([...moments].sort((a, b) => b - a));
  });
});
