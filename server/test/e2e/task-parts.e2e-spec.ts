import {
  chinaDate,
  chinaMoment,
  DAY_MS,
  endOfChinaDay,
  type Page,
  type TaskDetail,
  type TaskSummary,
} from '@consult/shared';
import { deadlineAfter, workingDaysBetween } from '@consult/shared/deadlines';
import { Course, OTHER } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { messagesOf } from '../support/messages.js';
import { taskSteps } from '../support/tasks.js';
import { PLACE } from '../support/topics.js';

describe.each(DATABASES)('parts of promises on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
  });
  afterAll(() => env.stop());
  const { aMoment, part, refused, report, seen, split, taken } = taskSteps(() => ({ env, course }));

  it('go to their own department, give their promise its progress, and end with it', async () => {
    const { taskId, topicId } = await taken();
    await report(taskId, 30, '民政局');
    const first = await split(taskId, { weight: 3 });
    aMoment();
    const second = await split(taskId, { what: '买桌椅' });
    expect(await course.todosOf(first, course.department(OTHER))).toMatchObject([{ does: '接收或退回交办事项' }]);
    expect(await seen(taskId)).toMatchObject({
      progress: 0,
      progressFrom: 'parts',
      parts: [{ id: first, weight: 3, leadDepartment: '区城市管理局', state: 'assigned' }, { id: second }],
    });
    for (const id of [first, second]) await course.post(await course.department(OTHER), `/tasks/${id}/take`);
    expect((await seen(taskId)).clock.lastWordAt).toBe(env.clock.now());
    aMoment();
    await report(first, 50);
    expect(await seen(taskId)).toMatchObject({ progress: 37 });
    expect(
      await refused(await course.department(), `/tasks/${taskId}/reply`, {
        replyClass: 'A',
        text: '好了',
        photos: [],
      }),
    ).toMatchObject({ status: 409, code: 'TASK.PARTS_OPEN' });
    await course.reply(first, 'A', OTHER, false);
    expect(await seen(first)).toMatchObject({
      state: 'replied',
      progress: 100,
      currentDueAt: null,
      nextSeedHash: null,
      parent: { id: taskId },
    });
    expect(await course.todosOf(first)).toEqual([]);
    await course.reply(second, 'B', OTHER);
    expect(await seen(taskId)).toMatchObject({ state: 'in_progress', progress: 75 });
    await course.reply(taskId);
    expect(await seen(taskId)).toMatchObject({ state: 'replied', progress: 100 });
    expect(await course.evaluate(taskId)).toBe('closed');
    for (const id of [first, second]) expect(await seen(id)).toMatchObject({ state: 'closed' });
    const topic = await env.cast.visitor.ok(env.cast.visitor.get<{ state: string }>(`/topics/${topicId}`));
    expect(topic.state).toBe('closed');
  });

  it('are not promises of their own: no list or count has them, nobody rates them, none is split again', async () => {
    const { taskId, topicId, outcomeId } = await taken();
    const id = await split(taskId);
    const { items } = await env.cast.visitor.ok(
      env.cast.visitor.get<Page<TaskSummary>>(`/tasks?region=${PLACE.townshipCode}&limit=50`),
    );
    expect(items.map((task) => task.id)).toContain(taskId);
    expect(items.map((task) => task.id)).not.toContain(id);
    for (const path of [`/topics/${topicId}`, `/outcomes/${outcomeId}`]) {
      const { tasks } = await env.cast.visitor.ok(env.cast.visitor.get<{ tasks: TaskSummary[] }>(path));
      expect(tasks.map((task) => task.id)).toEqual([taskId]);
    }
    const other = await course.department(OTHER);
    await course.post(other, `/tasks/${id}/take`);
    expect(await refused(other, `/tasks/${id}/parts`, await part())).toMatchObject({ code: 'TASK.PART_OF_PART' });
    await course.reply(id, 'A', OTHER, false);
    const convener = await course.convener();
    expect(await course.get<TaskDetail>(convener, `/tasks/${id}`)).toMatchObject({ actions: [], canRate: false });
    expect(await refused(convener, `/tasks/${id}/open-evaluation`)).toMatchObject({ code: 'MOVE.NOT_POSSIBLE' });
  });

  it('stand still and go on within the date of their promise, as it will be where that stands still too', async () => {
    const { taskId } = await taken({ dueAt: env.clock.now() + 30 * DAY_MS });
    const whole = await seen(taskId);
    const [short, long] = [await split(taskId), await split(taskId, { dueAt: whole.dueAt - DAY_MS })];
    for (const id of [short, long]) await course.post(await course.department(OTHER), `/tasks/${id}/take`);
    const pause = async (id: string) =>
      course.post(await course.convener(), `/tasks/${id}/pause`, { reason: '等雨停' });
    const resume = async (id: string) => course.post(await course.convener(), `/tasks/${id}/resume`);
    for (const id of [short, long]) await pause(id);
    course.pass(9);
    for (const id of [short, long]) await resume(id);
    const ends = await Promise.all([short, long].map(async (id) => (await seen(id)).dueAt));
    expect(ends[0]).toBeGreaterThan(env.clock.now());
    expect(ends[0]).toBeLessThan(whole.dueAt);
    expect(ends[1]).toBe(whole.dueAt);
    expect((await seen(long)).clock.slips).toMatchObject([{ kind: 'pause', to: whole.dueAt }]);
    await pause(taskId);
    course.pass(9);
    await resume(long);
    expect((await seen(long)).dueAt).toBeGreaterThan(whole.dueAt);
    await resume(taskId);
    expect((await seen(long)).dueAt).toBe((await seen(taskId)).dueAt);
  });

  it('stand still with their promise, unlate and unreminded, and go on with it at a date later by as long', async () => {
    const { taskId } = await taken();
    const dueAt = endOfChinaDay(chinaDate(env.clock.now() + 10 * DAY_MS));
    const parts = ['running', 'own', 'untaken', 'late'] as const;
    const ids = { running: '', own: '', untaken: '', late: '' };
    for (const name of parts) ids[name] = await split(taskId, { dueAt });
    const { running, own, untaken, late } = ids;
    for (const id of [running, own]) await course.post(await course.department(OTHER), `/tasks/${id}/take`);
    const reason = '等规划批复';
    await course.post(await course.convener(), `/tasks/${own}/pause`, { reason: '等雨停' });
    await course.post(await course.convener(), `/tasks/${taskId}/pause`, { reason });
    const pausedAt = env.clock.now();
    expect(await seen(running)).toMatchObject({ state: 'paused', light: 'paused', currentDueAt: null });
    expect((await seen(running)).timeline.at(-1)).toMatchObject({ label: '暂停办理', by: '系统', reason });
    expect(await course.todosOf(running)).toEqual([]);
    expect(await course.todosOf(own)).toMatchObject([{ does: '看能否恢复办理' }]);
    for (const until of [pausedAt + 40 * DAY_MS, pausedAt + 41 * DAY_MS, pausedAt + 42 * DAY_MS]) {
      course.until(chinaMoment(chinaDate(until), '09:05'));
      await env.work();
    }
    for (const id of [running, untaken, late])
      expect(await seen(id)).toMatchObject({ light: 'paused', overdue: false, clock: { escalations: [] } });
    expect((await seen(taskId)).parts.map(({ light }) => light)).toEqual(['paused', 'paused', 'paused', 'paused']);
    const told = (await messagesOf(await course.department(OTHER), running)).map(({ title }) => title);
    expect(told).toEqual(['承办事项已暂停']);
    const take = (id: string) => course.department(OTHER).then((who) => course.post(who, `/tasks/${id}/take`));
    expect(await take(late)).toMatchObject({ state: 'paused' });
    await course.post(await course.convener(), `/tasks/${taskId}/resume`);
    const moved = deadlineAfter(dueAt, { workingDays: workingDaysBetween(pausedAt, env.clock.now()) });
    for (const id of [running, late])
      expect(await seen(id)).toMatchObject({ state: 'in_progress', dueAt: moved, clock: { pausedAt: null } });
    expect(await seen(untaken)).toMatchObject({ state: 'assigned', dueAt: moved, light: 'on_time' });
    for (const id of [running, late, untaken])
      expect((await seen(id)).clock.slips).toMatchObject([{ kind: 'pause', from: dueAt, to: moved, by: 'system' }]);
    expect(await seen(own)).toMatchObject({ state: 'paused', dueAt });
    expect(await course.todosOf(running, course.department(OTHER))).toMatchObject([
      { does: '办理并答复', dueAt: moved },
    ]);
    expect(await take(untaken)).toMatchObject({ state: 'in_progress' });
  });

  it('that cannot be done say why, and come back with their promise, not on a date of their own', async () => {
    const { taskId } = await taken();
    const id = await split(taskId);
    const other = await course.department(OTHER);
    await course.post(other, `/tasks/${id}/take`);
    const body = { replyClass: 'C', text: '现在还铺不了地面。', photos: [] };
    expect(await refused(other, `/tasks/${id}/reply`, body)).toMatchObject({ code: 'TASK.REASON_REQUIRED' });
    const reviewAt = env.clock.now() + 90 * DAY_MS;
    await course.post(other, `/tasks/${id}/reply`, { ...body, reason: '地基还要等一季', reviewAt });
    expect(await seen(id)).toMatchObject({ state: 'replied', reviewAt: null, reply: { reason: '地基还要等一季' } });
    const whole = { ...body, reason: '地基还要等一季' };
    expect(await refused(await course.department(), `/tasks/${taskId}/reply`, whole)).toMatchObject({
      code: 'TASK.REVIEW_DATE_REQUIRED',
    });
  });

  it('that are taken down leave no words in the timeline of their promise nor of what waits for them', async () => {
    const [{ taskId }, waiting] = [await taken(), await taken()];
    const id = await split(taskId, { what: '拆掉张三家的违建' });
    const lead = await course.department();
    await course.post(lead, `/tasks/${waiting.taskId}/dependencies`, { waitsForId: id });
    await lead.client.ok(lead.client.delete(`/tasks/${waiting.taskId}/dependencies/${id}`));
    const { code } = await seen(taskId);
    const texts = async () => [
      JSON.stringify(await seen(taskId)),
      JSON.stringify(await seen(waiting.taskId)),
      await (await fetch(`${env.url}/p/${code}`)).text(),
    ];
    const namesIt = async () => (await texts()).map((text) => text.includes('张三'));
    expect(await namesIt()).toEqual([true, true, true]);
    const convener = await course.convener();
    await course.post(convener, `/moderation/items/task/${id}/take-down`, { reason: '写了别人的名字' });
    expect(await namesIt()).toEqual([false, false, false]);
    expect((await seen(taskId)).timeline.map(({ action }) => action)).toContain('split');
    expect(JSON.stringify(await course.get(convener, `/tasks/${taskId}`))).toContain('张三');
    await course.post(convener, `/moderation/items/task/${id}/restore`, { reason: '已经改好' });
    expect(await namesIt()).toEqual([true, true, true]);
  });

  it('let their department open the promise that they belong to where it is not public', async () => {
    const { taskId, topicId } = await taken();
    const id = await split(taskId);
    const { client } = await course.convener();
    await client.ok(client.put(`/topics/${topicId}/sensitivity`, { sensitive: true, reason: '涉及个人隐私' }));
    const other = await course.department(OTHER);
    expect(await course.get<TaskDetail>(other, `/tasks/${id}`)).toMatchObject({ parent: { id: taskId } });
    expect(await course.get<TaskDetail>(other, `/tasks/${taskId}`)).toMatchObject({
      parts: [{ id }],
      topics: [],
      supervisor: null,
      actions: [],
    });
    for (const stranger of [env.cast.visitor, (await course.department('住房和城乡建设局')).client])
      expect(await stranger.refusal(stranger.get(`/tasks/${taskId}`))).toMatchObject({ code: 'ITEM.NOT_FOUND' });
  });

  it('are asked for by who leads the promise or by the county, within its date, while it is under way', async () => {
    const { taskId } = await course.task();
    const lead = await course.department();
    const body = await part();
    expect(await refused(lead, `/tasks/${taskId}/parts`, body)).toMatchObject({ code: 'TASK.NOT_UNDER_WAY' });
    await course.post(lead, `/tasks/${taskId}/take`);
    for (const other of [await course.department(OTHER), await env.cast.one('county_office', '墨阳县')])
      expect(await refused(other, `/tasks/${taskId}/parts`, body)).toMatchObject({ status: 403 });
    const { dueAt } = await seen(taskId);
    expect(await refused(lead, `/tasks/${taskId}/parts`, { ...body, dueAt: dueAt + DAY_MS })).toMatchObject({
      code: 'TASK.PART_TOO_LATE',
    });
    expect(
      await refused(lead, `/tasks/${taskId}/parts`, { ...body, dueAt: env.clock.now() - 2 * DAY_MS }),
    ).toMatchObject({
      code: 'MINUTES.PAST_DUE_DATE',
    });
    expect(await refused(lead, `/tasks/${taskId}/parts`, { ...body, weight: 11 })).toMatchObject({ status: 400 });
    await course.post(await course.staff('county_office'), `/tasks/${taskId}/parts`, { ...body, dueAt });
    expect((await seen(taskId)).parts).toHaveLength(1);
  });

  it('are given more time within their promise’s date alone', async () => {
    const { taskId } = await taken();
    const id = await split(taskId);
    const other = await course.department(OTHER);
    await course.post(other, `/tasks/${id}/take`);
    const { dueAt } = await seen(taskId);
    const ask = (to: number) => ({ dueAt: to, reason: '材料没有到' });
    expect(await refused(other, `/tasks/${id}/extensions`, ask(dueAt + DAY_MS))).toMatchObject({
      status: 400,
      code: 'TASK.PART_TOO_LATE',
    });
    expect((await seen(id)).clock.requests).toEqual([]);
    await course.post(other, `/tasks/${id}/extensions`, ask(dueAt));
    expect((await seen(id)).clock.requests).toMatchObject([{ state: 'open', dueTo: dueAt }]);
  });

  it('answered at once leave their promise neither stuck nor at another progress than theirs', async () => {
    const { taskId } = await taken();
    const ids = [await split(taskId), await split(taskId), await split(taskId)];
    const other = await course.department(OTHER);
    for (const id of ids) await course.post(other, `/tasks/${id}/take`);
    await Promise.all(ids.map((id) => course.reply(id, 'A', OTHER, false)));
    expect(await seen(taskId)).toMatchObject({ progress: 100, state: 'in_progress' });
    await course.reply(taskId);
  });
});
