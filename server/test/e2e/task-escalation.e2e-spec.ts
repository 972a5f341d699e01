import { addDays, chinaDate, chinaMoment, endOfChinaDay, type TaskDetail } from '@consult/shared';
import type { Player } from '../support/cast.js';
import { Course, LEAD, OTHER } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { messagesOf } from '../support/messages.js';

/** Around the Mid-Autumn and National Day holidays of 2026: nobody works on 25–27 September and 1–7 October, but on Saturday the 10th. */
const DUE = '2026-09-28';
const MORNING = '09:05';

/** Many mornings, each with all the work of a day. */
const LONG = 120_000;
/** As many as one session agrees on here. */
const MANY = 8;

describe.each(DATABASES)('a promise that nobody keeps, on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  beforeEach(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
    course.until(chinaMoment('2026-09-01', '10:00'));
  });
  afterEach(() => env.stop());

  /** Taken by its department, due at the end of that day. */
  async function promised(): Promise<string> {
    const { taskId } = await course.task({ dueAt: endOfChinaDay(DUE) });
    await course.post(await course.department(), `/tasks/${taskId}/take`);
    await env.work();
    return taskId;
  }

  /** Goes to a morning at once and does what is due. */
  async function on(date: string): Promise<void> {
    course.until(chinaMoment(date, MORNING));
    await env.work();
  }

  /** Lets each morning come until that day's, and does what is due on it. */
  async function until(date: string): Promise<void> {
    while (chinaDate(env.clock.now()) < date) {
      course.until(chinaMoment(addDays(chinaDate(env.clock.now()), 1), MORNING));
      await env.work();
    }
  }

  /** What somebody was told about it from its date's eve on, by day. */
  async function told(taskId: string, personId: string): Promise<string[]> {
    const rows: { title: string; created_at: number }[] = await env.database.read.query(
      'SELECT title, created_at FROM messages WHERE item_id = ? AND person_id = ? AND created_at >= ? ORDER BY created_at, title',
      [taskId, personId, chinaMoment('2026-09-15', '00:00')],
    );
    return rows.map(({ title, created_at }) => `${chinaDate(Number(created_at)).slice(5)} ${title}`);
  }

  const seen = (taskId: string) => env.cast.visitor.ok(env.cast.visitor.get<TaskDetail>(`/tasks/${taskId}`));

  it(
    'is reminded of and then told to each level above on the very working days, once each',
    async () => {
      const taskId = await promised();
      await on('2026-09-22');
      await until('2026-09-24');
      expect(await seen(taskId)).toMatchObject({ light: 'due_soon' });
      await until('2026-10-16');
      const lead = await course.department();
      expect(await told(taskId, lead.id)).toEqual([
        '09-24 有事快到期了',
        '09-29 有事已经超期',
        '10-08 已提醒上一级',
        '10-08 有事已经超期',
        '10-15 有事已经超期',
        '10-16 已提醒上一级',
      ]);
      const task = await seen(taskId);
      expect(task.light).toBe('overdue');
      expect(task.clock.escalations.map(({ cause, level, at }) => [chinaDate(at), cause, level])).toEqual([
        ['2026-10-08', 'overdue', 1],
        ['2026-10-16', 'overdue', 2],
      ]);
      expect(task.timeline.slice(-2).map(({ label, by, reason }) => [label, by, reason])).toEqual([
        ['已提醒上一级', '系统', null],
        ['已提醒上一级', '系统', null],
      ]);
      expect((await told(taskId, (await course.convener()).id))[0]).toBe('10-08 承办事项要督促');
      const office = await course.staff('county_office');
      expect(await told(taskId, office.id)).toEqual(['10-16 承办事项要督促']);
      expect(await course.todosOf(taskId, office)).toMatchObject([{ does: '督办：督促承办部门' }]);
      expect(await course.todosOf(taskId)).toMatchObject([{ does: '催办：督促承办部门' }]);
      // Each level acts on its own.
      await course.post(await course.convener(), `/tasks/${taskId}/urge`, { text: '请本周内报告' });
      expect(await course.todosOf(taskId)).toEqual([]);
      expect(await course.todosOf(taskId, course.staff('county_office'))).toHaveLength(1);
      await on('2026-10-23');
      expect((await seen(taskId)).clock.escalations).toHaveLength(2);
    },
    LONG,
  );

  it(
    'is told to the levels a morning apart after an outage, and to none twice',
    async () => {
      const taskId = await promised();
      const levels = async () => (await seen(taskId)).clock.escalations.map(({ level }) => level);
      // A Sunday: the schedule’s turn has come, but nobody works.
      course.until(chinaMoment('2026-11-01', MORNING));
      await env.work();
      expect(await levels()).toEqual([]);
      course.until(chinaMoment('2026-11-02', MORNING));
      await env.work();
      await env.work();
      expect(await levels()).toEqual([1]);
      course.until(chinaMoment('2026-11-03', MORNING));
      await Promise.all([env.work(), env.work()]);
      expect(await levels()).toEqual([1, 2]);
    },
    LONG,
  );

  it(
    'is told of by one message a person where hundreds are overdue on one morning, and by an event each all the same',
    async () => {
      const topicId = await course.accepted();
      const agreed = async (lead: string, n: number) => ({
        ...(await course.agreedTask({ dueAt: endOfChinaDay(DUE), leadDepartmentId: await course.departmentId(lead) })),
        what: `在院内建第 ${n} 处歇脚的地方`,
      });
      const tasks = await Promise.all([
        ...Array.from({ length: MANY }, (_, n) => agreed(LEAD, n + 1)),
        agreed(OTHER, MANY + 1),
      ]);
      const { taskIds } = await course.handOut([topicId], tasks);
      const [other = ''] = taskIds.slice(-1);
      for (const id of taskIds) {
        await course.post(await course.department(id === other ? OTHER : LEAD), `/tasks/${id}/take`);
      }
      await env.work();
      // Nothing ran for two weeks; the next day the level above that.
      await on('2026-10-19');
      const first = chinaMoment('2026-10-19', '00:00');
      const heard = async (who: Player | Promise<Player>) =>
        (await messagesOf(await who)).filter(({ createdAt }) => createdAt >= first);
      expect(await heard(course.department())).toMatchObject([
        { title: '已提醒上一级', body: expect.stringContaining(`有 ${MANY} 件承办事项`), item: null },
        { title: '有几件事已经超期', body: expect.stringContaining(`有 ${MANY} 件事`), item: null },
      ]);
      expect(await heard(course.department(OTHER))).toMatchObject([
        { title: '已提醒上一级', item: { kind: 'task', id: other } },
        { title: '有事已经超期', item: { kind: 'task', id: other } },
      ]);
      const ofEscalation = async (who: Player | Promise<Player>) =>
        (await heard(who)).filter(({ title }) => /督促/.test(title));
      expect(await ofEscalation(course.convener())).toMatchObject([
        { title: '有几件承办事项要督促', body: expect.stringContaining(`有 ${MANY + 1} 件`), item: null },
      ]);
      expect(await ofEscalation(course.resident())).toMatchObject([
        { title: '已提醒上一级督促', body: expect.stringContaining(`有 ${MANY + 1} 件`), item: { kind: 'own_topics' } },
      ]);
      for (const id of taskIds) expect((await seen(id)).clock.escalations).toMatchObject([{ level: 1 }]);
      expect(await course.todosOf(other)).toHaveLength(1);
      await on('2026-10-20');
      expect(await ofEscalation(course.staff('county_office'))).toHaveLength(1);
      expect(await ofEscalation(course.convener())).toHaveLength(1);
      // Told once more, it says nothing new.
      const before = (await heard(course.resident())).length;
      await env.database.write((db) =>
        db.query("UPDATE jobs SET state = 'waiting', done_at = NULL WHERE kind = 'tell_run'"),
      );
      await env.work();
      expect(await heard(course.resident())).toHaveLength(before);
    },
    LONG,
  );

  it(
    'is quiet while paused, and begins to count again where it had stopped',
    async () => {
      const taskId = await promised();
      await on('2026-09-23');
      await course.post(await course.convener(), `/tasks/${taskId}/pause`, { reason: '等规划批复' });
      await until('2026-10-09');
      await on('2026-10-20');
      const lead = await course.department();
      expect(await told(taskId, lead.id)).toEqual(['09-23 承办事项已暂停']);
      await course.post(await course.convener(), `/tasks/${taskId}/resume`);
      const task = await seen(taskId);
      // 24, 28–30 September, 8–10, 12–16, 19 and 20 October.
      expect(task.clock.pauses).toMatchObject([{ workingDays: 14 }]);
      expect(chinaDate(task.dueAt)).toBe('2026-10-22');
      expect(task.clock.escalations).toEqual([]);
    },
    LONG,
  );

  it(
    'is stalled when nobody says a word of it, which is told above too until there is word',
    async () => {
      const { taskId } = await course.task({ dueAt: endOfChinaDay('2026-12-25') });
      await course.post(await course.department(), `/tasks/${taskId}/take`);
      await env.work();
      const taken = chinaDate(env.clock.now());
      await on(addDays(taken, 30));
      expect(await seen(taskId)).toMatchObject({ light: 'on_time', clock: { escalations: [] } });
      await until(addDays(taken, 31));
      expect(await seen(taskId)).toMatchObject({ light: 'stalled' });
      await until(addDays(taken, 38));
      expect((await seen(taskId)).clock.escalations).toMatchObject([{ cause: 'stalled', level: 1 }]);
      expect(await course.todosOf(taskId)).toHaveLength(1);
      await course.post(await course.department(), `/tasks/${taskId}/progress`, { text: '已经开工。', photos: [] });
      expect(await seen(taskId)).toMatchObject({ light: 'on_time' });
      expect(await course.todosOf(taskId)).toEqual([]);
    },
    LONG,
  );

  it(
    'or any other work that waits too long comes before the county office, once',
    async () => {
      const { id } = await env.cast.one('resident', '沿河街道').then(({ client }) =>
        client.ok(
          client.post<{ id: string }>('/topics', {
            title: '老院门口的路灯坏了一个月',
            description: '晚上看不清路，老人容易摔倒，请修一修。',
            category: '养老助老',
            community: '419902001001',
            anonymous: false,
            photos: [],
            submit: true,
          }),
        ),
      );
      await env.work();
      const office = await course.staff('county_office');
      // Five working days to screen it, to 8 September; the tenth after that is the 21st, with the Sunday that is made up.
      await on('2026-09-18');
      await until('2026-09-20');
      expect(await told(id, office.id)).toEqual([]);
      await until('2026-09-21');
      expect(await told(id, office.id)).toEqual(['09-21 有事久拖未办']);
      await on('2026-09-30');
      expect(await told(id, office.id)).toHaveLength(1);
    },
    LONG,
  );
});
