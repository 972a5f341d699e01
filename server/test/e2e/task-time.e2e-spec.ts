import {
  addDays,
  chinaDate,
  DAY_MS,
  endOfChinaDay,
  type MessageView,
  type Page,
  type TaskDetail,
  type TaskRequestView,
} from '@consult/shared';
import { deadlineAfter, workingDaysBetween } from '@consult/shared/deadlines';
import type { Player } from '../support/cast.js';
import { Course, LEAD, OTHER } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';

describe.each(DATABASES)('the time of a promise on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
  });
  afterAll(() => env.stop());

  const now = () => env.clock.now();
  const inDays = (days: number) => endOfChinaDay(addDays(chinaDate(now()), days));
  const seen = (taskId: string) => env.cast.visitor.ok(env.cast.visitor.get<TaskDetail>(`/tasks/${taskId}`));
  const refusal = (player: Player, path: string, body: unknown) =>
    player.client.refusal(player.client.post(path, body));
  /** A promise that its department has taken, due at the end of a day some days from now. */
  async function taken(days = 60): Promise<string> {
    const { taskId } = await course.task({ dueAt: inDays(days) });
    await course.post(await course.department(), `/tasks/${taskId}/take`);
    return taskId;
  }
  async function asked(taskId: string, path: 'extensions' | 'handovers', body: object): Promise<TaskRequestView> {
    await course.post(await course.department(), `/tasks/${taskId}/${path}`, body);
    const { clock } = await course.get<TaskDetail>(await course.staff('county_office'), `/tasks/${taskId}`);
    const request = clock.requests.find(({ state }) => state === 'open');
    if (request === undefined) throw new Error('nothing waits');
    return request;
  }
  const decide = (taskId: string, { id }: TaskRequestView, body: object) => ({
    path: `/tasks/${taskId}/requests/${id}/decide`,
    body,
  });
  const titles = async (player: Player) => {
    await env.work();
    const { items } = await course.get<Page<MessageView>>(player, '/messages?limit=50');
    return items.map(({ title }) => title);
  };

  it('moves only when an extension is granted, and shows the old date for good', async () => {
    const taskId = await taken();
    const { dueAt } = await seen(taskId);
    const later = inDays(120);
    const request = await asked(taskId, 'extensions', { dueAt: later - DAY_MS / 2, reason: '材料要到下月才能进场' });
    expect(request).toMatchObject({ kind: 'extension', dueFrom: dueAt, dueTo: later, department: '区民政局' });
    expect(await seen(taskId)).toMatchObject({ dueAt, clock: { firstDueAt: dueAt, slips: [] } });
    // Of a 微协商 the convener is asked.
    expect(await course.todosOf(taskId)).toMatchObject([{ does: '审核延期申请' }]);
    expect(await course.todosOf(taskId, course.department())).toHaveLength(2);
    const { path, body } = decide(taskId, request, { grant: true, reason: '情况属实' });
    await course.post(await course.convener(), path, body);
    const task = await seen(taskId);
    expect(task).toMatchObject({ dueAt: later, currentDueAt: later, light: 'on_time', clock: { firstDueAt: dueAt } });
    expect(task.clock.slips).toEqual([
      {
        kind: 'extension',
        from: dueAt,
        to: later,
        askedAt: now(),
        at: now(),
        by: 'convener',
        reason: '材料要到下月才能进场',
      },
    ]);
    expect(task.clock.requests).toMatchObject([
      { state: 'granted', decidedBy: 'convener', decision: '情况属实', canDecide: false },
    ]);
    expect(await course.todosOf(taskId)).toEqual([]);
    expect(await course.todosOf(taskId, course.department())).toMatchObject([
      { does: '每月报告进展' },
      { does: '办理并答复', dueAt: later },
    ]);
    expect(task.timeline.slice(-2).map(({ label, reason }) => [label, reason])).toEqual([
      ['申请延期', '材料要到下月才能进场'],
      ['同意延期', '情况属实'],
    ]);
    expect(await titles(await course.department())).toContain('延期申请已同意');
    expect(await titles(await course.resident())).toContain('承诺的日期有变');
  });

  it('stays where an extension is refused, with the reason for all to read', async () => {
    const taskId = await taken();
    const { dueAt } = await seen(taskId);
    const request = await asked(taskId, 'extensions', { dueAt: inDays(90), reason: '人手不够' });
    const { path, body } = decide(taskId, request, { grant: false, reason: '可以请其他科室协助' });
    await course.post(await course.staff('county_office'), path, body);
    const task = await seen(taskId);
    expect(task).toMatchObject({ dueAt, clock: { slips: [] } });
    expect(task.clock.requests).toMatchObject([
      { state: 'refused', decidedBy: 'county_office', reason: '人手不够', decision: '可以请其他科室协助' },
    ]);
    expect(await titles(await course.department())).toContain('延期申请没有同意');
  });

  it('is asked for by its own department alone, one request at a time, for a day that is later', async () => {
    const taskId = await taken();
    const path = `/tasks/${taskId}/extensions`;
    const body = { dueAt: inDays(90), reason: '材料没有到' };
    for (const who of [await course.convener(), await course.resident(), await course.department(OTHER)]) {
      expect(await refusal(who, path, body)).toMatchObject({ status: 403 });
    }
    const lead = await course.department();
    const { dueAt: promised } = await seen(taskId);
    for (const dueAt of [inDays(10), promised, inDays(500)]) {
      expect(await refusal(lead, path, { ...body, dueAt })).toMatchObject({ code: 'TASK.EXTENSION_DATE' });
    }
    expect(await refusal(lead, path, { dueAt: inDays(90) })).toMatchObject({ status: 400 });
    const both = await Promise.all([lead.client.post(path, body), lead.client.post(path, body)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(
      await refusal(lead, `/tasks/${taskId}/handovers`, {
        departmentId: await course.departmentId(OTHER),
        reason: '不归我们管',
      }),
    ).toMatchObject({ code: 'TASK.REQUEST_OPEN' });
    const { taskId: untaken } = await course.task();
    expect(await refusal(await course.department(), `/tasks/${untaken}/extensions`, body)).toMatchObject({
      code: 'TASK.NO_ASKING',
    });
  });

  it('is decided once: of two decisions at the same moment one is told that it is too late', async () => {
    const taskId = await taken();
    const request = await asked(taskId, 'extensions', { dueAt: inDays(90), reason: '材料没有到' });
    const path = `/tasks/${taskId}/requests/${request.id}/decide`;
    const [convener, office] = [await course.convener(), await course.staff('county_office')];
    const answers = await Promise.all([
      convener.client.post(path, { grant: true, reason: '同意延期' }),
      office.client.post(path, { grant: false, reason: '不同意延期' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = answers.find(({ status }) => status === 409)?.body;
    expect(late).toMatchObject({ code: 'TASK.REQUEST_DECIDED' });
    const { clock } = await seen(taskId);
    expect(clock.slips).toHaveLength(clock.requests[0]?.state === 'granted' ? 1 : 0);
    const other = await taken();
    expect(
      await refusal(office, `/tasks/${other}/requests/${request.id}/decide`, { grant: true, reason: '同意' }),
    ).toMatchObject({ status: 404 });
  });

  it('is not decided on any more once the promise has moved on', async () => {
    const taskId = await taken();
    const request = await asked(taskId, 'extensions', { dueAt: inDays(90), reason: '材料没有到' });
    await course.reply(taskId);
    const { path, body } = decide(taskId, request, { grant: true, reason: '同意' });
    expect(await refusal(await course.convener(), path, body)).toMatchObject({ code: 'TASK.REQUEST_DECIDED' });
    expect((await seen(taskId)).clock.requests).toMatchObject([{ state: 'lapsed' }]);
  });

  it('stands still while paused, for a reason that all can read, and moves on by the working days that it stood still', async () => {
    const taskId = await taken();
    const { dueAt } = await seen(taskId);
    const lead = await course.department();
    expect(await refusal(lead, `/tasks/${taskId}/pause`, { reason: '等上级批复' })).toMatchObject({ status: 403 });
    expect(await refusal(await course.convener(), `/tasks/${taskId}/pause`, {})).toMatchObject({ status: 400 });
    await course.post(await course.convener(), `/tasks/${taskId}/pause`, { reason: '等上级批复规划' });
    const pausedAt = now();
    expect(await seen(taskId)).toMatchObject({ state: 'paused', light: 'paused', clock: { pausedAt, pausedDays: 0 } });
    expect(await course.todosOf(taskId, course.department())).toEqual([]);
    expect(await course.todosOf(taskId)).toMatchObject([{ does: '看能否恢复办理' }]);
    course.pass(35);
    expect(await seen(taskId)).toMatchObject({ light: 'paused', overdue: false });
    await course.post(await course.convener(), `/tasks/${taskId}/keep-paused`, { reason: '批复还没有下来' });
    expect((await course.todosOf(taskId))[0]?.dueAt).toBe(deadlineAfter(now(), { days: 30 }));
    course.pass(40);
    const paused = await seen(taskId);
    expect(paused).toMatchObject({ state: 'paused', light: 'paused', overdue: false });
    const workingDays = workingDaysBetween(pausedAt, now());
    expect(paused.clock.pausedDays).toBe(workingDays);
    await course.post(await course.staff('county_office'), `/tasks/${taskId}/resume`, { reason: '批复已下来' });
    const task = await seen(taskId);
    const to = deadlineAfter(dueAt, { workingDays });
    expect(task).toMatchObject({ state: 'in_progress', dueAt: to, overdue: false, clock: { pausedAt: null } });
    expect(task.clock.firstDueAt).toBe(dueAt);
    expect(task.clock.pauses).toEqual([{ from: pausedAt, until: now(), reason: '等上级批复规划', workingDays }]);
    expect(task.clock.slips).toMatchObject([{ kind: 'pause', from: dueAt, to, by: 'county_office' }]);
    expect(await course.todosOf(taskId, course.department())).toMatchObject([
      { does: '每月报告进展' },
      { does: '办理并答复', dueAt: to },
    ]);
  });

  it('is handed over by the county office alone, and who held it stays visible', async () => {
    const taskId = await taken();
    const [from, to] = [await course.departmentId(), await course.departmentId(OTHER)];
    const lead = await course.department();
    expect(
      await refusal(lead, `/tasks/${taskId}/handovers`, { departmentId: from, reason: '职能已划转' }),
    ).toMatchObject({ code: 'TASK.SAME_DEPARTMENT' });
    const request = await asked(taskId, 'handovers', { departmentId: to, reason: '职能已划转' });
    const { path, body } = decide(taskId, request, { grant: true, reason: '同意移交' });
    expect(await refusal(await course.convener(), path, body)).toMatchObject({ status: 403 });
    await course.post(await course.staff('county_office'), path, body);
    const task = await seen(taskId);
    expect(task).toMatchObject({ state: 'assigned', leadDepartmentId: to });
    // Why is for those who handle it; who and when is for all.
    expect(task.clock.requests).toEqual([]);
    expect(task.clock.holdings).toMatchObject([
      { departmentId: from, by: 'create', until: now(), refused: false },
      { departmentId: to, by: 'hand_over', until: null, refused: false, department: '区城市管理局' },
    ]);
    expect(await course.todosOf(taskId, course.department(OTHER))).toMatchObject([{ does: '接收或退回交办事项' }]);
    expect(await titles(await course.department())).toContain('移交申请已同意');
  });

  it('goes, once refused three times, to whom the county office says, who cannot refuse', async () => {
    const { taskId } = await course.task();
    const [first, second] = [await course.departmentId(), await course.departmentId(OTHER)];
    for (const [name, next] of [
      [LEAD, second],
      [OTHER, first],
    ] as const) {
      await course.post(await course.department(name), `/tasks/${taskId}/refuse`, { reason: '不属于本部门职责' });
      await course.post(await course.staff('party_committee'), `/tasks/${taskId}/reassign`, { departmentId: next });
    }
    await course.post(await course.department(), `/tasks/${taskId}/refuse`, { reason: '不属于本部门职责' });
    const office = await course.staff('county_office');
    const party = await course.staff('party_committee');
    const body = { departmentId: second };
    expect(await refusal(party, `/tasks/${taskId}/reassign`, body)).toMatchObject({ status: 403 });
    expect((await course.get<TaskDetail>(party, `/tasks/${taskId}`)).actions).toEqual([]);
    expect((await course.get<TaskDetail>(office, `/tasks/${taskId}`)).actions).toEqual(['designate']);
    await course.post(office, `/tasks/${taskId}/reassign`, body);
    const other = await course.department(OTHER);
    expect(await seen(taskId)).toMatchObject({ state: 'in_progress', leadDepartmentId: second, refusals: 3 });
    expect(await refusal(other, `/tasks/${taskId}/refuse`, { reason: '还是不归我们' })).toMatchObject({ status: 409 });
    expect((await seen(taskId)).clock.holdings.map(({ by, refused }) => [by, refused])).toEqual([
      ['create', true],
      ['reassign', true],
      ['reassign', true],
      ['designate', false],
    ]);
    expect(await titles(other)).toContain('县政协指定您部门承办');
  });

  it('begins anew when it has to be done once more, with the first date still there', async () => {
    const { taskId } = await course.task({ dueAt: inDays(20) });
    const { dueAt } = await seen(taskId);
    await course.answer(taskId);
    await course.post(await course.convener(), `/tasks/${taskId}/open-evaluation`);
    await env.database.write((db) => db.query('UPDATE tasks SET dissatisfied = 9 WHERE id = ?', [taskId]));
    course.pass(30);
    await course.post(await course.convener(), `/tasks/${taskId}/conclude`);
    const redo = await seen(taskId);
    expect(redo).toMatchObject({ state: 'redo', overdue: false, dueAt: redo.currentDueAt });
    expect(redo.clock).toMatchObject({ firstDueAt: dueAt, slips: [{ kind: 'redo', from: dueAt, askedAt: null }] });
  });

  it('is urged from above, in words that those who handle it read', async () => {
    const taskId = await taken();
    const text = '请本周内报告进展';
    expect(await refusal(await course.department(), `/tasks/${taskId}/urge`, { text })).toMatchObject({ status: 403 });
    await course.post(await course.convener(), `/tasks/${taskId}/urge`, { text });
    const last = (task: TaskDetail) => task.timeline[task.timeline.length - 1];
    expect(last(await seen(taskId))).toMatchObject({ label: '督促承办部门', reason: null });
    expect(last(await course.get<TaskDetail>(await course.department(), `/tasks/${taskId}`))).toMatchObject({
      reason: text,
    });
    expect(await titles(await course.department())).toContain('上级督促办理');
    await course.reply(taskId);
    expect(await refusal(await course.convener(), `/tasks/${taskId}/urge`, { text })).toMatchObject({
      code: 'TASK.NOTHING_TO_URGE',
    });
  });

  it('is nobody else’s: another township’s convener moves none of it', async () => {
    const taskId = await taken();
    const elsewhere = await env.cast.one('convener', '曙光街道');
    for (const [path, body] of [
      ['pause', { reason: '等上级批复' }],
      ['urge', { text: '请抓紧办理' }],
    ] as const) {
      expect(await refusal(elsewhere, `/tasks/${taskId}/${path}`, body)).toMatchObject({ status: 403 });
    }
  });
});
