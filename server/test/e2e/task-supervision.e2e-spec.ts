import {
  addDays,
  type CountyPerson,
  chinaDate,
  chinaMoment,
  DAY_MS,
  type Page,
  type TaskDetail,
  type TaskSummary,
} from '@consult/shared';
import { isWorkingDay } from '@consult/shared/deadlines';
import { TodoEntity } from '../../src/moves/todo.entity.js';
import { UNKNOWN } from '../support/call-route.js';
import type { Player } from '../support/cast.js';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { messagesOf } from '../support/messages.js';
import { taskSteps } from '../support/tasks.js';
import { PLACE } from '../support/topics.js';

describe.each(DATABASES)('supervised promises on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
  });
  afterAll(() => env.stop());
  const { put, refused, seen, split, taken } = taskSteps(() => ({ env, course }));

  const leader = () => env.cast.one('member', '曙光街道');

  it('is by a leader of the county by name, who sees it inside, hears of trouble, and keeps a log', async () => {
    const { taskId } = await course.task();
    const county = await course.staff('county_office');
    const { id } = await leader();
    const resident = await course.resident();
    const path = `/tasks/${taskId}/supervisor`;
    for (const personId of [resident.id, (await env.cast.one('convener', '青石镇')).id, UNKNOWN])
      expect(await county.client.refusal(county.client.put(path, { personId }))).toMatchObject({
        code: 'TASK.UNKNOWN_LEADER',
      });
    const early = await refused(await leader(), `/tasks/${taskId}/supervisions`, { text: '请抓紧' });
    expect(early).toMatchObject({ status: 403 });
    await put(county, path, { personId: id });
    await course.post(await course.department(), `/tasks/${taskId}/refuse`, { reason: '不属于民政职责' });
    await env.work();
    const told = await messagesOf(await leader(), taskId);
    expect(told.map(({ title }) => title).sort()).toEqual(['事项被退回', '请您督办一件事']);
    expect(told.find(({ title }) => title === '事项被退回')?.body).toContain('不属于民政职责');
    await course.post(await leader(), `/tasks/${taskId}/supervisions`, { text: '请三天内明确牵头部门。' });
    const inside = await course.get<TaskDetail>(await leader(), `/tasks/${taskId}`);
    expect(inside).toMatchObject({
      supervisor: { id },
      supervisions: [{ text: '请三天内明确牵头部门。' }],
      may: { supervise: true, plan: false },
    });
    const outside = await seen(taskId);
    expect(outside).toMatchObject({ supervisor: null, supervisions: [{ text: null, at: env.clock.now() }] });
    expect(JSON.stringify(outside)).not.toContain('三天内');
    const mine = await course.get<Page<TaskSummary>>(await leader(), '/tasks/mine?as=supervisor&limit=50');
    expect(mine.items.map((task) => task.id)).toEqual([taskId]);
    course.pass(12);
    await env.work();
    const late = await messagesOf(await leader(), taskId);
    expect(late.map(({ title }) => title)).toContain('有事已经超期');
    await put(await course.staff('county_office'), path, {});
    expect(await course.todosOf(taskId, leader())).toEqual([]);
    await env.work();
    const titles = async (who: Player) => (await messagesOf(who, taskId)).map(({ title }) => title);
    expect(await titles(await leader())).toContain('不再请您督办');
    const lead = await titles(await course.department());
    expect(lead.filter((title) => title === '明确了督办领导')).toHaveLength(1);
    expect(lead).toContain('督办领导有变');
    expect(await refused(await leader(), `/tasks/${taskId}/supervisions`, { text: '再催' })).toMatchObject({
      status: 403,
    });
    expect((await course.get<Page<TaskSummary>>(await leader(), '/tasks/mine?as=supervisor')).items).toEqual([]);
  });

  it('has the to-do of a part that is late too, for as long as the leader holds a role there', async () => {
    const chief = await env.cast.one('party_committee', '曙光街道');
    const { taskId, topicId } = await taken({ dueAt: env.clock.now() + 90 * DAY_MS });
    const [first, second] = [
      await split(taskId, { dueAt: env.clock.now() + 3 * DAY_MS }),
      await split(taskId, { dueAt: env.clock.now() + 30 * DAY_MS }),
    ];
    await put(await course.staff('county_office'), `/tasks/${taskId}/supervisor`, { personId: chief.id });
    await env.work();
    const todos = async (id: string): Promise<string[]> =>
      (await env.database.read.findBy(TodoEntity, { itemId: id, assignee: `person:${chief.id}` })).map(
        (one) => one.does,
      );
    const morningAfter = async (days: number) => {
      course.until(chinaMoment(addDays(chinaDate(env.clock.now()), days), '09:05'));
      for (let day = 0; day < 8 && (day === 0 || !isWorkingDay(chinaDate(env.clock.now()))); day++)
        course.until(chinaMoment(addDays(chinaDate(env.clock.now()), 1), '09:05'));
      await env.work();
    };
    await morningAfter(14);
    expect(await todos(first)).toEqual(['催办：督促承办部门']);
    const labels = (timeline: TaskDetail['timeline']) => timeline.map(({ label }) => label);
    expect(labels((await seen(first)).timeline)).toContain('已提醒上一级');
    const topic = await env.cast.visitor.ok(
      env.cast.visitor.get<{ timeline: TaskDetail['timeline'] }>(`/topics/${topicId}`),
    );
    expect(labels(topic.timeline)).not.toContain('已提醒上一级');

    const admin = (await env.cast.one('admin', PLACE.county)).client;
    const { items } = await admin.ok(
      admin.get<Page<CountyPerson>>(
        `/people/county?region=${PLACE.townshipCode.slice(0, 6)}&q=${encodeURIComponent(chief.name)}`,
      ),
    );
    const grants = items.find(({ id }) => id === chief.id)?.grants ?? [];
    for (const { id } of grants) await admin.ok(admin.delete(`/grants/${id}`));
    expect(await todos(first)).toEqual([]);
    await morningAfter(28);
    expect((await seen(second)).clock.escalations).toMatchObject([{ level: 1 }]);
    expect(await todos(second)).toEqual([]);
  });
});
