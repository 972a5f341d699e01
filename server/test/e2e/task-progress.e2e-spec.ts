import { DAY_MS, type Page, type TaskSummary } from '@consult/shared';
import { Course, OTHER } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { messagesOf } from '../support/messages.js';
import { taskSteps } from '../support/tasks.js';

describe.each(DATABASES)('who shares in promises, how far they are and what they cost on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
  });
  afterAll(() => env.stop());
  const { aMoment, put, refused, report, seen, split, taken } = taskSteps(() => ({ env, course }));

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
