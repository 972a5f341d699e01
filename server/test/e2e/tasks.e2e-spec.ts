import {
  DAY_MS,
  DEFAULT_SETTINGS,
  OWING_TASK_STATES,
  type Page,
  type TaskDetail,
  type TaskSummary,
  type TopicDetail,
} from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import sharp from 'sharp';
import { newId } from '../../src/common/ids.js';
import { EventEntity, EventTopicEntity } from '../../src/moves/event.entity.js';
import { UNKNOWN } from '../support/call-route.js';
import { Course, OTHER } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { PLACE } from '../support/topics.js';

describe.each(DATABASES)('tasks on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
  });
  afterAll(() => env.stop());

  const seen = (taskId: string) => env.cast.visitor.ok(env.cast.visitor.get<TaskDetail>(`/tasks/${taskId}`));
  const photo = async () => {
    const picture = { width: 8, height: 8, channels: 3, background: '#375' } as const;
    return sharp({ create: picture }).jpeg().toBuffer();
  };

  it('are taken on by their own department, then due on the day that was promised', async () => {
    const { taskId, topicId } = await course.task();
    const other = await course.department(OTHER);
    expect(await other.client.refusal(other.client.post(`/tasks/${taskId}/take`))).toMatchObject({ status: 403 });
    const resident = await course.resident();
    expect(await resident.client.refusal(resident.client.post(`/tasks/${taskId}/take`))).toMatchObject({ status: 403 });
    const lead = await course.department();
    expect(await course.get<TaskDetail>(lead, `/tasks/${taskId}`)).toMatchObject({ actions: ['take', 'refuse'] });
    await course.post(lead, `/tasks/${taskId}/take`);
    const task = await seen(taskId);
    expect(task).toMatchObject({ state: 'in_progress', overdue: false, actions: [], canRate: false });
    expect(task.currentDueAt).toBe(task.dueAt);
    expect(await course.todosOf(taskId, course.department())).toMatchObject([
      { does: '每月报告进展' },
      { does: '办理并答复', dueAt: task.dueAt },
    ]);
    expect(task.timeline.map((entry) => [entry.label, entry.by])).toEqual([
      ['交办', '召集人'],
      ['接收', '区民政局'],
    ]);
    const { timeline } = await course.get<TopicDetail>(await course.resident(), `/topics/${topicId}`);
    expect(timeline.flatMap(({ label }) => (label.includes('交办') ? label : []))).toEqual(['直接交办']);
  });

  it('can be sent back within the days for it, and go to another department', async () => {
    const { taskId } = await course.task({ coDepartmentIds: [await course.departmentId(OTHER)] });
    const lead = await course.department();
    expect(await lead.client.refusal(lead.client.post(`/tasks/${taskId}/refuse`))).toMatchObject({ status: 400 });
    await course.post(lead, `/tasks/${taskId}/refuse`, { reason: '不属于民政职责' });
    const county = await course.staff('county_office');
    expect(await course.todosOf(taskId, course.staff('county_office'))).toMatchObject([{ does: '重新交办' }]);
    const same = { departmentId: await course.departmentId() };
    expect(await county.client.refusal(county.client.post(`/tasks/${taskId}/reassign`, same))).toMatchObject({
      code: 'TASK.SAME_DEPARTMENT',
    });
    const nobody = { departmentId: UNKNOWN };
    expect(await county.client.refusal(county.client.post(`/tasks/${taskId}/reassign`, nobody))).toMatchObject({
      code: 'MINUTES.UNKNOWN_DEPARTMENT',
    });
    await course.post(county, `/tasks/${taskId}/reassign`, { departmentId: await course.departmentId(OTHER) });
    const task = await seen(taskId);
    expect(task).toMatchObject({ state: 'assigned', refusals: 1, leadDepartment: '区城市管理局', coDepartments: [] });
    expect(await course.todosOf(taskId, course.department())).toEqual([]);
    expect(await course.todosOf(taskId, course.department(OTHER))).toHaveLength(1);
    expect(await lead.client.refusal(lead.client.post(`/tasks/${taskId}/take`))).toMatchObject({ status: 403 });
    expect(task.timeline.find((entry) => entry.action === 'refuse')).toMatchObject({ reason: null });
  });

  it('cannot be sent back too late', async () => {
    const { taskId } = await course.task();
    course.pass(8);
    const lead = await course.department();
    const late = lead.client.post(`/tasks/${taskId}/refuse`, { reason: '不属于民政职责' });
    expect(await lead.client.refusal(late)).toMatchObject({ status: 409, code: 'TASK.REFUSAL_LATE' });
    expect(await seen(taskId)).toMatchObject({ state: 'assigned', refusals: 0 });
  });

  it('show everyone how they go, with photos', async () => {
    const { taskId, topicId } = await course.task();
    const lead = await course.department();
    const report = { text: '已选定一楼东侧房间，正在装修。', photos: [] as string[] };
    expect(await lead.client.refusal(lead.client.post(`/tasks/${taskId}/progress`, report))).toMatchObject({
      code: 'TASK.NOT_UNDER_WAY',
    });
    await course.post(lead, `/tasks/${taskId}/take`);
    const { body } = await lead.client.upload<{ id: string }>('room.jpg', await photo());
    await course.post(lead, `/tasks/${taskId}/progress`, { ...report, photos: [body.id] });
    const { reports } = await seen(taskId);
    expect(reports).toMatchObject([{ text: report.text, photos: [{ id: body.id }] }]);
    expect((await fetch(`${env.url}${reports[0]?.photos[0]?.thumbUrl}`)).status).toBe(200);
    const topic = await env.cast.visitor.ok(env.cast.visitor.get<TopicDetail>(`/topics/${topicId}`));
    expect(topic.timeline.at(-1)).toMatchObject({ kind: 'task', label: '报告进展', by: '区民政局' });
  });

  it('show what came last, however much there was before', async () => {
    const { taskId, topicId } = await course.task();
    await course.post(await course.department(), `/tasks/${taskId}/take`);
    await env.database.write(async (db) => {
      const [event] = await db.findBy(EventEntity, { itemId: taskId, action: 'take' });
      const more = Array.from({ length: 200 }, () => ({ ...event, id: newId(env.clock.now()), action: 'spend' }));
      await db.insert(EventEntity, more as never);
      await db.insert(
        EventTopicEntity,
        more.map(({ id: eventId }) => ({ topicId, eventId })),
      );
    });
    env.clock.set(env.clock.now() + 1);
    await course.reply(taskId, 'B');
    const { timeline } = await seen(taskId);
    expect([timeline.length, timeline.at(-1)?.action]).toEqual([200, 'reply']);
    const topic = await env.cast.visitor.ok(env.cast.visitor.get<TopicDetail>(`/topics/${topicId}`));
    expect(topic.timeline.at(-1)).toMatchObject({ kind: 'task', action: 'reply' });
  });

  it('of more than a month are reported on each month, until a month before they are due', async () => {
    const { taskId } = await course.task({ dueAt: env.clock.now() + 120 * DAY_MS });
    await course.post(await course.department(), `/tasks/${taskId}/take`);
    const asked = async () => {
      const todos = await course.todosOf(taskId, course.department());
      return todos.filter((todo) => todo.does === '每月报告进展').map((todo) => todo.dueAt);
    };
    const inAMonth = () => [deadlineAfter(env.clock.now(), DEFAULT_SETTINGS.deadlines.taskUpdate)];
    expect(await asked()).toEqual(inAMonth());
    course.pass(35);
    const report = { text: '正在采购设备。', photos: [] };
    await course.post(await course.department(), `/tasks/${taskId}/progress`, report);
    expect(await asked()).toEqual(inAMonth());
    const { dueAt } = await seen(taskId);
    course.until(dueAt - 20 * DAY_MS);
    await course.post(await course.department(), `/tasks/${taskId}/progress`, report);
    expect(await asked()).toEqual([]);
    expect(await course.todosOf(taskId, course.department())).toMatchObject([{ does: '办理并答复', dueAt }]);
  });

  it('of a month or less, and those that are answered, are not', async () => {
    const { taskId: short } = await course.task({ dueAt: env.clock.now() + 40 * DAY_MS });
    course.pass(20);
    const { taskId: long } = await course.task({ dueAt: env.clock.now() + 120 * DAY_MS });
    await course.post(await course.department(), `/tasks/${short}/take`);
    expect(await course.todosOf(short, course.department())).toMatchObject([{ does: '办理并答复' }]);
    await course.answer(long);
    expect(await course.todosOf(long, course.department())).toEqual([]);
  });

  it('are answered by class, with the reason where it is not done', async () => {
    const { taskId } = await course.task();
    const lead = await course.department();
    await course.post(lead, `/tasks/${taskId}/take`);
    const reply = { replyClass: 'C', text: '今年没有可用的房屋。', photos: [] };
    expect(await lead.client.refusal(lead.client.post(`/tasks/${taskId}/reply`, reply))).toMatchObject({
      code: 'TASK.REASON_REQUIRED',
    });
    expect(
      await lead.client.refusal(lead.client.post(`/tasks/${taskId}/reply`, { ...reply, replyClass: 'E' })),
    ).toMatchObject({ code: 'REQUEST.INVALID' });
    const reviewAt = env.clock.now() + 180 * DAY_MS;
    await course.post(lead, `/tasks/${taskId}/reply`, { ...reply, reason: '院内房屋都已出租', reviewAt });
    expect(await seen(taskId)).toMatchObject({
      state: 'replied',
      replyClass: 'C',
      reply: { replyClass: 'C', text: reply.text, reason: '院内房屋都已出租', photos: [] },
    });
    expect(await course.todosOf(taskId, course.convener())).toMatchObject([{ does: '组织评议' }]);
  });

  it('stand in a public ledger, soonest due first, where a broken promise cannot hide', async () => {
    const { taskId } = await course.task({ dueAt: env.clock.now() + 10 * 86_400_000 });
    await course.post(await course.department(), `/tasks/${taskId}/take`);
    course.pass(20);
    const { visitor } = env.cast;
    const ledger = `/tasks?region=${PLACE.townshipCode}`;
    const overdue = await visitor.ok(visitor.get<Page<TaskSummary>>(`${ledger}&overdue=true&limit=50`));
    expect(overdue.items.map((task) => task.id)).toContain(taskId);
    expect(overdue.items.every((task) => task.overdue)).toBe(true);
    const working = await visitor.ok(visitor.get<Page<TaskSummary>>(`${ledger}&state=in_progress&limit=50`));
    expect(working.items.map((task) => task.id)).toContain(taskId);
    const whole = await visitor.ok(visitor.get<Page<TaskSummary>>(`${ledger}&limit=50`));
    const paged: TaskSummary[] = [];
    let after = '';
    do {
      const page: Page<TaskSummary> = await visitor.ok(visitor.get(`${ledger}&limit=3${after && `&after=${after}`}`));
      paged.push(...page.items);
      after = page.nextAfter ?? '';
    } while (after !== '');
    expect(paged).toEqual(whole.items);
    const part = ({ state }: TaskSummary) => (OWING_TASK_STATES.includes(state) ? 0 : state === 'closed' ? 2 : 1);
    expect(paged).toEqual([...paged].sort((a, b) => part(a) - part(b) || a.dueAt - b.dueAt));
    expect(new Set(paged.map(part)).size).toBeGreaterThan(1);
    const lead = await course.department();
    const mine = await course.get<Page<TaskSummary>>(lead, '/tasks/mine?as=lead&limit=50');
    expect(mine.items.map((task) => task.id)).toContain(taskId);
    expect(mine.items.every((task) => task.leadDepartment === '区民政局' && task.state !== 'closed')).toBe(true);
  });
});
