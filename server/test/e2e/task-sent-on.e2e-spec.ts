import { addDays, chinaDate, DAY_MS, endOfChinaDay, type TaskDetail } from '@consult/shared';
import type { Player } from '../support/cast.js';
import { Course, LEAD, OTHER } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { messagesOf } from '../support/messages.js';
import { taskSteps } from '../support/tasks.js';

describe.each(DATABASES)('a promise whose department is silent, on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
  });
  afterAll(() => env.stop());
  const { refused, seen, taken } = taskSteps(() => ({ env, course }));

  const reason = '一直没有人接，改由城管部门办理';
  const office = () => course.staff('county_office');
  const inDays = (days: number) => endOfChinaDay(addDays(chinaDate(env.clock.now()), days));
  const other = async () => ({ departmentId: await course.departmentId(OTHER), reason });
  const sendOn = async (taskId: string, body?: object) =>
    course.post(await office(), `/tasks/${taskId}/reassign`, body ?? (await other()));
  const offered = async (taskId: string, who: Player) =>
    (await course.get<TaskDetail>(who, `/tasks/${taskId}`)).actions.filter((action) => /assign|designate/.test(action));

  it('is given to another one by the county office alone, once the days for taking it are over, for a reason that all read', async () => {
    const { taskId } = await course.task({ dueAt: inDays(90) });
    const { currentDueAt, dueAt } = await seen(taskId);
    const path = `/tasks/${taskId}/reassign`;
    course.until(currentDueAt ?? 0);
    expect(await offered(taskId, await office())).toEqual([]);
    expect(await refused(await office(), path, await other())).toMatchObject({
      status: 409,
      code: 'TASK.STILL_IN_TIME',
    });
    course.until((currentDueAt ?? 0) + 1);
    expect(await offered(taskId, await office())).toEqual(['reassign']);
    const party = await course.staff('party_committee');
    expect(await offered(taskId, party)).toEqual([]);
    for (const who of [party, await course.convener(), await course.department(), await course.department(OTHER)])
      expect(await refused(who, path, await other())).toMatchObject({ status: 403 });
    const { departmentId } = await other();
    expect(await refused(await office(), path, { departmentId })).toMatchObject({ code: 'REQUEST.INVALID' });
    expect(await refused(await office(), path, { departmentId: await course.departmentId(), reason })).toMatchObject({
      code: 'TASK.SAME_DEPARTMENT',
    });
    await sendOn(taskId);
    const task = await seen(taskId);
    expect(task).toMatchObject({ state: 'assigned', leadDepartmentId: departmentId, dueAt, refusals: 0 });
    expect(task.clock).toMatchObject({
      firstDueAt: dueAt,
      slips: [],
      holdings: [
        { by: 'create', until: env.clock.now(), refused: false },
        { departmentId, by: 'reassign', until: null },
      ],
    });
    expect(task.timeline.at(-1)).toMatchObject({ label: '重新交办', by: '县政协', reason });
    expect(await course.todosOf(taskId, course.department())).toEqual([]);
    expect(await course.todosOf(taskId, course.department(OTHER))).toMatchObject([{ does: '接收或退回交办事项' }]);
    await env.work();
    for (const [who, title] of [
      [await course.department(), '事项已交给其他部门'],
      [await course.resident(), '换了承办部门'],
    ] as const)
      expect((await messagesOf(who, taskId)).map((message) => message.title)).toContain(title);
    expect(await offered(taskId, await office())).toEqual([]);
    await course.post(await course.department(OTHER), `/tasks/${taskId}/take`);
  });

  it('is given on too when it was taken and its date has gone by, still overdue and with that date', async () => {
    const { taskId } = await taken({ dueAt: inDays(60) });
    const { dueAt } = await seen(taskId);
    const handover = { departmentId: await course.departmentId('住房和城乡建设局'), reason: '不归我们管' };
    await course.post(await course.department(), `/tasks/${taskId}/handovers`, handover);
    expect(await refused(await office(), `/tasks/${taskId}/reassign`, await other())).toMatchObject({
      code: 'TASK.STILL_IN_TIME',
    });
    course.until(dueAt + DAY_MS);
    await sendOn(taskId);
    expect(await seen(taskId)).toMatchObject({ state: 'assigned', light: 'overdue', dueAt, clock: { slips: [] } });
    const { clock } = await course.get<TaskDetail>(await office(), `/tasks/${taskId}`);
    expect(clock.requests).toMatchObject([{ kind: 'handover', state: 'lapsed' }]);
  });

  it('is given on too when nobody has said a word of it for long', async () => {
    const { taskId } = await taken({ dueAt: inDays(120) });
    course.pass(32);
    expect(await seen(taskId)).toMatchObject({ light: 'stalled' });
    expect(await offered(taskId, await office())).toEqual(['reassign']);
    await course.post(await course.department(), `/tasks/${taskId}/progress`, { text: '已经开工。', photos: [] });
    expect(await offered(taskId, await office())).toEqual([]);
    course.pass(32);
    await sendOn(taskId);
    expect(await seen(taskId)).toMatchObject({ state: 'assigned', light: 'on_time' });
  });

  it('that was refused three times is given on to one that cannot refuse', async () => {
    const { taskId } = await course.task({ dueAt: inDays(120) });
    const [first, second] = [await course.departmentId(), await course.departmentId(OTHER)];
    for (const [name, next] of [
      [LEAD, second],
      [OTHER, first],
      [LEAD, second],
    ] as const) {
      await course.post(await course.department(name), `/tasks/${taskId}/refuse`, { reason: '不属于本部门职责' });
      await sendOn(taskId, { departmentId: next });
    }
    course.pass(32);
    expect(await offered(taskId, await office())).toEqual(['designate']);
    await sendOn(taskId, { departmentId: first, reason });
    expect(await seen(taskId)).toMatchObject({ state: 'in_progress', leadDepartmentId: first });
    expect((await seen(taskId)).timeline.at(-1)).toMatchObject({ label: '指定承办', reason });
    const again = { reason: '还是不归我们' };
    expect(await refused(await course.department(), `/tasks/${taskId}/refuse`, again)).toMatchObject({ status: 409 });
  });
});
