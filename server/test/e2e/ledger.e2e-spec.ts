import {
  type AgreedTask,
  type ContentState,
  DAY_MS,
  type DepartmentView,
  daysBetween,
  isPublicCode,
  type LedgerCounts,
  type LedgerEntry,
  type LedgerFilters,
  OPEN_LIGHTS,
  type Page,
  REPLY_CLASSES,
  TASK_LIGHTS,
} from '@consult/shared';
import { workingDaysBetween } from '@consult/shared/deadlines';
import { AttachmentEntity } from '../../src/attachments/attachment.entity.js';
import { Course, LEAD, OTHER } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { uploadPhoto } from '../support/moderation.js';
import { PLACE } from '../support/topics.js';

const COUNTY = '419902';
const reason = '信息有误';

describe.each(DATABASES)('the ledger of promises on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  /** About one topic, in the order in which they were promised. */
  let taskIds: string[];
  let topicId: string;

  beforeAll(async () => {
    env = await createTestEnvironment(kind, { logLevel: 'silent' });
    course = new Course(env);
    topicId = await course.accepted();
    const days = [40, 60, 90, 400];
    const departments = [LEAD, OTHER, LEAD, LEAD];
    const tasks: AgreedTask[] = [];
    for (const [i, name] of departments.entries()) {
      tasks.push(
        await course.agreedTask({
          what: `第 ${i + 1} 件事`,
          leadDepartmentId: await course.departmentId(name),
          dueAt: env.clock.now() + (days[i] ?? 0) * DAY_MS,
        }),
      );
    }
    ({ taskIds } = await course.handOut([topicId], tasks));
    await course.answer(taskIds[0] ?? '', 'C');
    await course.post(await course.department(), `/tasks/${taskIds[2]}/take`);
    course.pass(75);
  });
  afterAll(() => env.stop());

  const get = <T>(path: string) => env.cast.visitor.ok(env.cast.visitor.get<T>(path));
  const counts = (query = '') => get<LedgerCounts>(`/ledger/counts?region=${COUNTY}${query}`);
  const filters = (region: string = COUNTY) => get<LedgerFilters>(`/ledger/filters?region=${region}`);

  /** The list under a filter, paged to its end by small pages. */
  async function all(query = '', region: string = COUNTY): Promise<LedgerEntry[]> {
    const found: LedgerEntry[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: Page<LedgerEntry> = await get(
        `/ledger?region=${region}&limit=2${query}${after === '' ? '' : `&after=${after}`}`,
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      found.push(...page.items);
      after = page.nextAfter;
    }
    return found;
  }
  const whats = (entries: readonly LedgerEntry[]) => entries.map(({ what }) => what);
  const NEWEST_FIRST = ['第 4 件事', '第 3 件事', '第 2 件事', '第 1 件事'];

  it('has each promise once, latest first, with its dates and how late it is', async () => {
    const entries = await all();
    expect(whats(entries)).toEqual(NEWEST_FIRST);
    const [, , second, first] = entries;
    expect(first).toMatchObject({ state: 'replied', light: 'done', replyClass: 'C', carriedOver: false });
    expect(first).toMatchObject({ lateDays: 0, lateWorkingDays: 0 });
    expect(second).toMatchObject({
      light: 'overdue',
      leadDepartment: '区城市管理局',
      category: '养老助老',
      townshipName: PLACE.township,
      replyClass: null,
      hasPhotos: false,
    });
    expect(second?.firstDueAt).toBe(second?.dueAt);
    expect(second?.lateDays).toBe(daysBetween(second?.dueAt ?? 0, env.clock.now()));
    expect(second?.lateWorkingDays).toBe(workingDaysBetween(second?.dueAt ?? 0, env.clock.now()));
    expect(second?.lateWorkingDays).toBeGreaterThan(0);
  });

  it('has those of a light that is not done soonest due first, each once over its pages', async () => {
    const entries = await all();
    for (const light of OPEN_LIGHTS) {
      const soonest = entries
        .filter((entry) => entry.light === light)
        .sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1));
      expect([light, await all(`&light=${light}`)]).toEqual([light, soonest]);
    }
    const open = entries.filter(({ light }) => light !== 'done');
    expect(new Set(open.map(({ state }) => state)).size).toBeGreaterThan(1);
  });

  it('is the same for staff as for a visitor', async () => {
    const convener = await course.convener();
    const { items } = await course.get<Page<LedgerEntry>>(convener, `/ledger?region=${COUNTY}&limit=50`);
    expect(items).toEqual(await all());
  });

  it('counts what the list shows, under each filter and each two of them, and the counts add up', async () => {
    const { departments, years, categories } = await filters();
    const order = await get<DepartmentView[]>(`/departments?region=${COUNTY}`);
    expect(departments.map(({ name }) => name)).toEqual(
      order.map(({ name }) => name).filter((name) => ['区民政局', '区城市管理局'].includes(name)),
    );
    expect([years, categories]).toEqual([[2026], ['养老助老']]);
    const one = [
      '',
      ...departments.map(({ id }) => `&departmentId=${id}`),
      '&year=2026',
      '&year=2025',
      `&category=${encodeURIComponent('养老助老')}`,
      `&category=${encodeURIComponent('公共安全')}`,
      ...TASK_LIGHTS.map((light) => `&light=${light}`),
      ...REPLY_CLASSES.map((replyClass) => `&replyClass=${replyClass}`),
    ];
    const pairs = one.flatMap((a, i) => one.slice(i + 1).flatMap((b) => (nameOf(a) === nameOf(b) ? [] : [a + b])));
    for (const query of [...one, ...pairs]) {
      const [entries, number] = [await all(query), await counts(query)];
      const sum = (values: Record<string, number>) => Object.values(values).reduce((total, n) => total + n, 0);
      expect([query, number.made]).toEqual([query, entries.length]);
      expect([query, sum(number.lights), sum(number.replies) + number.unanswered]).toEqual([
        query,
        number.made,
        number.made,
      ]);
      for (const light of TASK_LIGHTS) {
        expect([query, light, number.lights[light]]).toEqual([
          query,
          light,
          entries.filter((entry) => entry.light === light).length,
        ]);
      }
    }
    expect((await counts()).lights).toMatchObject({ done: 1, overdue: 1 });
  });

  it('holds no promise of another township, nor of a place that is none', async () => {
    expect(whats(await all('', PLACE.townshipCode))).toEqual(NEWEST_FIRST);
    expect(await all('', '419902002')).toEqual([]);
    expect(await filters('419902002')).toEqual({ years: [], categories: [], departments: [] });
    const { visitor } = env.cast;
    for (const route of ['/ledger', '/ledger/counts', '/ledger/filters']) {
      expect(await visitor.refusal(visitor.get(`${route}?region=419999`))).toMatchObject({ code: 'REGION.NOT_FOUND' });
      expect(await visitor.refusal(visitor.get(`${route}?region=x`))).toMatchObject({ status: 400 });
    }
  });

  it('says that there are photos once there are some', async () => {
    const lead = await course.department();
    const body = { text: '已经进场', photos: [await uploadPhoto(lead)] };
    await course.post(lead, `/tasks/${taskIds[2]}/progress`, body);
    expect((await all()).map(({ hasPhotos }) => hasPhotos)).toEqual([false, true, false, false]);
  });

  it('says so of a pair of before and after and of a visit too, as long as everybody sees them', async () => {
    const { taskId } = await course.task();
    const [lead, convener, resident] = [await course.department(), await course.convener(), await course.resident()];
    const says = async () => (await all()).find(({ id }) => id === taskId)?.hasPhotos;
    const down = (photo: string) => course.post(convener, `/moderation/items/photo/${photo}/take-down`, { reason });
    const visitPhotos = (content: ContentState) =>
      env.database.write((db) => db.update(AttachmentEntity, { ownerKind: 'task_visit' }, { content }));
    await course.post(lead, `/tasks/${taskId}/take`);
    const [before, after] = [await uploadPhoto(lead), await uploadPhoto(lead)];
    await course.post(lead, `/tasks/${taskId}/photo-pairs`, { label: '活动室', before, after });
    await course.post(lead, `/tasks/${taskId}/reply`, { replyClass: 'A', text: '活动室已建成。', photos: [] });
    expect(await says()).toBe(true);
    await down(before);
    await down(after);
    expect(await says()).toBe(false);
    const photos = [await uploadPhoto(resident)];
    const seen = { visitedAt: env.clock.now(), finding: 'done', text: '到院里看过，桌椅都在用。', photos };
    await course.post(resident, `/tasks/${taskId}/visit`, seen);
    await visitPhotos('pending');
    expect(await says()).toBe(false);
    await visitPhotos('passed');
    expect(await says()).toBe(true);
    await course.post(convener, `/moderation/items/task/${taskId}/take-down`, { reason });
  });

  /** Whether what is kept of each promise is what follows from it. */
  async function expectKept(): Promise<void> {
    const wrong: unknown[] = await env.database.read.query(
      `SELECT id FROM tasks k WHERE listed <> (CASE WHEN k.parent_id IS NULL AND k.content = 'passed' AND EXISTS (
         SELECT 1 FROM session_topics s JOIN topics t ON t.id = s.topic_id
         WHERE s.session_id = k.session_id AND t.is_public = 1) THEN 1 ELSE 0 END)`,
    );
    expect(wrong).toEqual([]);
  }

  it('drops what is taken down and what is about a topic that is no longer public, and has it again when it is', async () => {
    const convener = await course.convener();
    const steps = [
      {
        path: `/moderation/items/task/${taskIds[1]}/take-down`,
        body: { reason },
        left: ['第 4 件事', '第 3 件事', '第 1 件事'],
      },
      { path: `/moderation/items/task/${taskIds[1]}/restore`, body: { reason }, left: NEWEST_FIRST },
      { path: `/topics/${topicId}/sensitivity`, body: { sensitive: true, reason }, left: [] },
      { path: `/topics/${topicId}/sensitivity`, body: { sensitive: false, reason }, left: NEWEST_FIRST },
      { path: `/moderation/items/topic/${topicId}/take-down`, body: { reason }, left: [] },
      { path: `/moderation/items/topic/${topicId}/restore`, body: { reason }, left: NEWEST_FIRST },
    ];
    for (const { path, body, left } of steps) {
      await (path.endsWith('sensitivity')
        ? convener.client.ok(convener.client.put(path, body))
        : course.post(convener, path, body));
      expect([path, whats(await all())]).toEqual([path, left]);
      expect((await counts()).made).toBe(left.length);
      await expectKept();
    }
  });

  it('never lists a promise of a topic that was classed as sensitive before it was made', async () => {
    const hidden = await course.accepted();
    const { client } = await course.convener();
    await client.ok(client.put(`/topics/${hidden}/sensitivity`, { sensitive: true, reason }));
    await course.handOut([hidden], [await course.agreedTask({ what: '内部事项' })]);
    expect(whats(await all())).toEqual(NEWEST_FIRST);
    await expectKept();
  });

  it('calls each promise by a code of its own that stays whatever happens to it', async () => {
    const before = await all();
    expect(new Set(before.map(({ code }) => code)).size).toBe(before.length);
    expect(before.every(({ code }) => isPublicCode(code))).toBe(true);
    await course.post(await course.department(OTHER), `/tasks/${taskIds[1]}/take`);
    await course.reply(taskIds[1] ?? '', 'A', OTHER);
    expect((await all()).map(({ id, code }) => [id, code])).toEqual(before.map(({ id, code }) => [id, code]));
    expect((await all())[2]).toMatchObject({ light: 'done', replyClass: 'A', lateDays: before[2]?.lateDays });
  });

  it('agrees with its topics where two of one session change at the same moment, over and over', async () => {
    const topics = [await course.accepted(), await course.accepted()];
    const { taskIds: ids } = await course.handOut(topics, [await course.agreedTask(), await course.agreedTask()]);
    const { client } = await course.convener();
    for (let round = 0; round < 6; round++) {
      const sensitive = round % 2 === 0;
      await Promise.all(topics.map((id) => client.ok(client.put(`/topics/${id}/sensitivity`, { sensitive, reason }))));
      const rows: { listed: number }[] = await env.database.read.query(
        'SELECT listed FROM tasks WHERE id IN (?, ?) ORDER BY id',
        ids,
      );
      expect([round, ...rows.map(({ listed }) => Boolean(listed))]).toEqual([round, !sensitive, !sensitive]);
    }
  });
});

const nameOf = (query: string) => query.split('=')[0];
