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

describe.each(DATABASES)('parts of promises, who shares in them, how far they are and what they cost on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
  });
  afterAll(() => env.stop());
  const { aMoment, part, put, refused, report, seen, split, taken } = taskSteps(() => ({ env, course }));

  describe('parts', () => {
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

  describe('joint promises', () => {
    it('are seen from inside by who takes part, who reports in their own name, and does not answer', async () => {
      const { taskId } = await taken({ coDepartmentIds: [await course.departmentId(OTHER)] });
      const co = await course.department(OTHER);
      expect(await messagesOf(co, taskId)).toEqual([]);
      await env.work();
      expect(await messagesOf(co, taskId)).toMatchObject([{ title: '有事项请您部门协办' }]);
      const mine = await course.get<Page<TaskSummary>>(co, '/tasks/mine?as=co_lead&limit=50');
      expect(mine.items.map(({ id }) => id)).toContain(taskId);
      await course.post(co, `/tasks/${taskId}/progress`, { text: '垃圾已清运', photos: [] });
      const percent = { text: '快好了', photos: [], percent: 90 };
      expect(await refused(co, `/tasks/${taskId}/progress`, percent)).toMatchObject({ status: 403 });
      expect(await refused(co, `/tasks/${taskId}/reply`, { replyClass: 'A', text: '好了', photos: [] })).toMatchObject({
        status: 403,
      });
      expect((await seen(taskId)).reports).toMatchObject([{ text: '垃圾已清运', by: '区城市管理局', percent: null }]);
      const said = (await seen(taskId)).timeline.find(({ action }) => action === 'progress');
      expect(said).toMatchObject({ label: '报告进展', by: '区城市管理局' });
    });
  });

  describe('progress', () => {
    it('is what its lead says, and goes back only with words that everybody reads', async () => {
      const { taskId } = await taken();
      const lead = await course.department();
      await report(taskId, 60, '民政局');
      const back = { text: '下雨停工', photos: [], percent: 40 };
      expect(await refused(lead, `/tasks/${taskId}/progress`, back)).toMatchObject({ code: 'TASK.STEP_BACK' });
      aMoment();
      await course.post(lead, `/tasks/${taskId}/progress`, { ...back, reason: '地面返工' });
      aMoment();
      await course.post(lead, `/tasks/${taskId}/progress`, { text: '天晴复工', photos: [] });
      expect(await seen(taskId)).toMatchObject({
        progress: 40,
        reports: [{ percent: null }, { percent: 40, reason: '地面返工' }, { percent: 60, reason: null }],
      });
    });

    it('of 100 is not shown of a promise that is owed again, until something less is said or it is answered anew', async () => {
      const { taskId } = await taken();
      await report(taskId, 100, '民政局');
      const { code } = await seen(taskId);
      const shown = async () => {
        const page = await (await fetch(`${env.url}/p/${code}`)).text();
        const row = (await (await fetch(`${env.url}/api/v1/open/promises/${code}`)).json()) as { progress: number };
        return [/<dt>进度<\/dt>\s*<dd>(\d+)%/.exec(page)?.[1] ?? null, row.progress];
      };
      expect(await shown()).toEqual(['100', 100]);
      await course.reply(taskId, 'A', undefined, false);
      expect(await shown()).toEqual(['100', 100]);
      await course.visit(taskId, 'not_done');
      expect(await shown()).toEqual([null, null]);
      await course.post(await course.department(), `/tasks/${taskId}/restart`);
      expect(await shown()).toEqual([null, null]);
      aMoment();
      const less = { text: '重新铺地面', photos: [], percent: 60, reason: '实地查看没有办好' };
      await course.post(await course.department(), `/tasks/${taskId}/progress`, less);
      expect(await shown()).toEqual(['60', 60]);
      await course.reply(taskId, 'A', undefined, false);
      expect(await shown()).toEqual(['100', 100]);
    });

    it('comes from milestones where there are some, of which none is taken back without words', async () => {
      const { taskId } = await taken();
      const lead = await course.department();
      const now = env.clock.now();
      const path = `/tasks/${taskId}/milestones`;
      await course.post(lead, path, { name: '立项', plannedAt: now, doneAt: now });
      expect(await refused(lead, path, { name: '施工', plannedAt: now + DAY_MS })).toMatchObject({
        code: 'TASK.STEP_BACK',
      });
      await course.post(lead, path, { name: '施工', plannedAt: now + DAY_MS, reason: '新增一步' });
      const task = await seen(taskId);
      expect(task).toMatchObject({ progress: 50, progressFrom: 'milestones' });
      expect(task.timeline.map(({ reason }) => reason)).toContainEqual(expect.stringContaining('新增一步'));
      const [first, second] = task.milestones;
      expect(await refused(lead, `/tasks/${taskId}/progress`, { text: '好', photos: [], percent: 80 })).toMatchObject({
        code: 'TASK.PROGRESS_DERIVED',
      });
      const notYet = { name: '立项', plannedAt: now };
      expect(await lead.client.refusal(lead.client.put(`${path}/${first?.id}`, notYet))).toMatchObject({
        code: 'TASK.STEP_BACK',
      });
      const tomorrow = { ...notYet, doneAt: now + 2 * DAY_MS };
      expect(await lead.client.refusal(lead.client.put(`${path}/${first?.id}`, tomorrow))).toMatchObject({
        status: 400,
      });
      expect(await lead.client.refusal(lead.client.delete(`${path}/${first?.id}`))).toMatchObject({
        code: 'TASK.MILESTONE_DONE',
      });
      await lead.client.ok(lead.client.delete(`${path}/${second?.id}`));
      expect(await seen(taskId)).toMatchObject({ progress: 100, milestones: [{ name: '立项' }] });
      expect(await lead.client.refusal(lead.client.put(`${path}/${second?.id}`, notYet))).toMatchObject({
        status: 404,
      });
    });
  });

  describe('funds', () => {
    it('are planned and spent in the open, and spent over the plan only with a reason', async () => {
      const { taskId } = await taken();
      const lead = await course.department();
      const spentAt = env.clock.now();
      await put(lead, `/tasks/${taskId}/funds`, { planned: 30_000, source: '养老专项资金' });
      const same = lead.client.put(`/tasks/${taskId}/funds`, { planned: 30_000, source: '养老专项资金' });
      expect(await lead.client.refusal(same)).toMatchObject({ code: 'REQUEST.INVALID' });
      await put(lead, `/tasks/${taskId}/funds`, { planned: 30_000, source: '社区养老专项资金' });
      const path = `/tasks/${taskId}/spendings`;
      await course.post(lead, path, { amount: 20_000, spentAt, what: '地面和墙面' });
      const more = { amount: 15_000, spentAt, what: '桌椅' };
      expect(await refused(lead, path, more)).toMatchObject({ code: 'TASK.SPENDING_REASON' });
      await course.post(lead, path, { ...more, reason: '多买了十把椅子' });
      expect(await refused(lead, path, { amount: -40_000, spentAt, what: '冲减', reason: '记错' })).toMatchObject({
        code: 'TASK.SPENT_BELOW_ZERO',
      });
      for (const bad of [{ amount: 0 }, { amount: 1.5 }, { amount: 2_000_000_000 }, { spentAt: spentAt + 2 * DAY_MS }])
        expect(await refused(lead, path, { ...more, reason: '原因', ...bad })).toMatchObject({ status: 400 });
      const task = await seen(taskId);
      expect(task).toMatchObject({ funds: '社区养老专项资金', fundsPlanned: 30_000, fundsSpent: 35_000 });
      expect(task.spendings.map(({ amount }) => amount).sort()).toEqual([15_000, 20_000]);
      expect(task.timeline).toContainEqual(
        expect.objectContaining({ label: '报告支出', reason: '1.5 万元：桌椅。说明：多买了十把椅子' }),
      );
      expect(task.timeline).toContainEqual(expect.objectContaining({ reason: '资金来源改为社区养老专项资金' }));
      const less = lead.client.put(`/tasks/${taskId}/funds`, { planned: 10_000 });
      expect(await lead.client.refusal(less)).toMatchObject({ code: 'TASK.SPENDING_REASON' });
    });

    it('of the parts stand beside those of the whole, each as it was reported', async () => {
      const { taskId } = await taken();
      const ids = [await split(taskId), await split(taskId, { what: '买桌椅' })];
      for (const id of ids) await course.post(await course.department(OTHER), `/tasks/${id}/take`);
      await put(await course.department(), `/tasks/${taskId}/funds`, { planned: 20_000 });
      await put(await course.department(OTHER), `/tasks/${ids[0]}/funds`, { planned: 12_000 });
      const spending = { amount: 3_000, spentAt: env.clock.now(), what: '水泥' };
      await course.post(await course.department(OTHER), `/tasks/${ids[0]}/spendings`, spending);
      const whole = await seen(taskId);
      expect(whole).toMatchObject({ fundsPlanned: 20_000, fundsSpent: null });
      const funds = ids.map((id) => whole.parts.find((one) => one.id === id)?.funds);
      expect(funds).toEqual([
        { planned: 12_000, spent: 3_000 },
        { planned: null, spent: null },
      ]);
    });

    it('reported at once are all counted', async () => {
      const { taskId } = await taken();
      const lead = await course.department();
      const spentAt = env.clock.now();
      await Promise.all(
        [1, 2, 3, 4].map((n) => course.post(lead, `/tasks/${taskId}/spendings`, { amount: n, spentAt, what: '材料' })),
      );
      expect(await seen(taskId)).toMatchObject({ fundsSpent: 10 });
    });
  });
});
