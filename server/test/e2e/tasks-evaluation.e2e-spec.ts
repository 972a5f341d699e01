import {
  type Figures,
  type MoveResult,
  type MyTaskSummary,
  type Page,
  type TaskDetail,
  type TaskSummary,
  type TopicDetail,
} from '@consult/shared';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { ScriptedChecks, withOpenid } from '../support/moderation.js';
import { OpenClient } from '../support/open.js';
import { Raters } from '../support/raters.js';
import { PLACE } from '../support/topics.js';

describe.each(DATABASES)('evaluated tasks on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  let raters: Raters;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
    raters = new Raters(env, course);
  });
  afterAll(() => env.stop());

  const seen = (taskId: string) => env.cast.visitor.ok(env.cast.visitor.get<TaskDetail>(`/tasks/${taskId}`));

  it('are rated by those whom they concern, whose answers stay hidden below five', async () => {
    const member = await env.cast.one('member', PLACE.township);
    const { taskId, topicId } = await course.task({}, { present: [member, await course.staff('party_committee')] });
    await course.answer(taskId);
    await course.post(await course.convener(), `/tasks/${taskId}/open-evaluation`);
    // Of another township, so that nobody can have drawn them.
    const stranger = await env.cast.one('resident', '曙光街道');
    const rating = { process: 'satisfied', result: 'satisfied', handling: 'satisfied' };
    expect(await stranger.client.refusal(stranger.client.post(`/tasks/${taskId}/rate`, rating))).toMatchObject({
      status: 403,
      code: 'TASK.NOT_INVOLVED',
    });
    const raiser = await course.resident();
    const asked = async () => {
      const { items } = await course.get<Page<MyTaskSummary>>(raiser, '/tasks/mine?as=rater&limit=50');
      return items.find(({ id }) => id === taskId)?.ask;
    };
    expect(await asked()).toBe('rate');
    await course.rate(raiser, taskId, 'dissatisfied');
    expect(await asked()).toBe('rated');
    await course.rate(raiser, taskId, 'satisfied');
    await course.rate(await env.cast.one('member', PLACE.township), taskId, 'fair');
    expect(await course.get<TaskDetail>(raiser, `/tasks/${taskId}`)).toMatchObject({
      canRate: true,
      myRating: { process: 'satisfied', result: 'fair', handling: 'satisfied' },
      ratings: null,
      ratingCount: 2,
    });
    const convener = await course.convener();
    expect(await course.get<TaskDetail>(convener, `/tasks/${taskId}`)).toMatchObject({
      actions: [],
      canConclude: false,
    });
    expect(await convener.client.refusal(convener.client.post(`/tasks/${taskId}/conclude`))).toMatchObject({
      code: 'TASK.EVALUATION_RUNNING',
    });
    const close = convener.client.post(`/tasks/${taskId}/close`, { reason: '提前办结' });
    expect(await convener.client.refusal(close)).toMatchObject({ code: 'MOVE.NOT_POSSIBLE' });
    course.pass(16);
    const late = await course.resident();
    expect(await late.client.refusal(late.client.post(`/tasks/${taskId}/rate`, rating))).toMatchObject({
      code: 'TASK.NOT_EVALUATING',
    });
    const [todo] = await course.todosOf(taskId, course.convener());
    expect(todo).toMatchObject({ does: '处理评议结果' });
    expect(todo?.dueAt).toBeGreaterThan(env.clock.now());
    expect(await course.post<MoveResult>(await course.convener(), `/tasks/${taskId}/conclude`)).toMatchObject({
      state: 'closed',
    });
    expect(await seen(taskId)).toMatchObject({ ratings: null, ratingCount: 2 });
    const topic = await env.cast.visitor.ok(env.cast.visitor.get<TopicDetail>(`/topics/${topicId}`));
    expect(topic.state).toBe('closed');
    const closings = topic.timeline.filter((entry) => entry.label === '办结');
    expect(closings.map((entry) => [entry.kind, entry.by])).toEqual([['task', '召集人']]);
  });

  it('tell nothing of an answer to whoever looks before and after it, only that there is one more', async () => {
    new ScriptedChecks(env);
    await withOpenid(env, await course.resident(1));
    const sixth = await course.resident(1);
    const { taskId } = await course.task(
      {},
      { present: [...(await Promise.all(raters.five.slice(1).map((who) => who()))), sixth] },
    );
    await course.answer(taskId);
    await course.post(await course.convener(), `/tasks/${taskId}/open-evaluation`);
    for (const [who] of raters.say()) await course.rate(await who(), taskId, 'satisfied');
    const { code } = await seen(taskId);
    const county = PLACE.townshipCode.slice(0, 6);
    const open = new OpenClient(env.url);
    /** All that tells of ratings, read by a visitor and by those who handle the promise. */
    const look = async () => {
      const { visitor } = env.cast;
      const answers = [
        await seen(taskId),
        await course.get(await course.convener(), `/tasks/${taskId}`),
        await course.get(await course.department(), `/tasks/${taskId}`),
        await course.get(await course.staff('county_office'), `/figures?region=${county}&period=all`),
        await visitor.ok(visitor.get(`/figures/open?region=${county}&period=all`)),
        await visitor.ok(visitor.get(`/figures/open/promises?region=${county}&period=all&evaluated=true&limit=50`)),
        await visitor.ok(visitor.get(`/ledger?region=${county}&limit=50`)),
        await open.json(`/evaluations?region=${county}`),
        await (await fetch(`${env.url}/p/${code}`)).text(),
      ];
      return answers.map((answer) => (typeof answer === 'string' ? answer : JSON.stringify(answer)));
    };
    await env.work();
    const before = await look();
    const answer = { process: 'dissatisfied', result: 'dissatisfied', handling: 'dissatisfied', comment: '灯又不亮了' };
    await course.post(sixth, `/tasks/${taskId}/rate`, answer);
    await env.work();
    // Six instead of five is all that differs.
    const after = (await look()).map((text) =>
      text.replace('已有 6 人', '已有 5 人').replace(/"(ratingCount|answers)":6/g, '"$1":5'),
    );
    expect(after).toEqual(before);
    expect(await seen(taskId)).toMatchObject({
      ratings: null,
      ratingCount: 6,
      comments: [],
      evaluations: [{ answers: 6, tally: null }],
    });
    await course.rate(sixth, taskId, 'fair');
    course.pass(16);
    expect(await seen(taskId)).toMatchObject({ ratings: { satisfied: 5, fair: 1, dissatisfied: 0 } });
    await course.post(await course.convener(), `/tasks/${taskId}/conclude`);
    const figures = await env.cast.visitor.ok(
      env.cast.visitor.get<Figures>(`/figures/open?region=${county}&period=all`),
    );
    const { shown, answers } = figures.evaluation;
    expect(shown.n).toBe(1);
    const people = Object.values(answers).map(({ satisfied, fair, dissatisfied }) => satisfied + fair + dissatisfied);
    expect(people).toEqual([6, 6, 6]);
    expect(answers).toEqual((await seen(taskId)).evaluations[0]?.tally?.all);
  });

  it('rated too low are done again, and show the answers once there are five and nobody answers any more', async () => {
    const { taskId } = await raters.task();
    await course.answer(taskId);
    expect(await course.evaluate(taskId, raters.say('dissatisfied', 'dissatisfied', 'fair'))).toBe('redo');
    expect(await seen(taskId)).toMatchObject({ ratings: { satisfied: 2, fair: 1, dissatisfied: 2 }, ratingCount: 5 });
    expect(await course.todosOf(taskId, course.department())).toMatchObject([{ does: '重新办理' }]);
    expect((await seen(taskId)).timeline.at(-1)).toMatchObject({
      label: '满意度未达标，重新办理',
      reason: '满意率 60%，低于 70%，重新办理',
    });
    await course.post(await course.department(), `/tasks/${taskId}/restart`);
    await course.reply(taskId);
    await course.post(await course.convener(), `/tasks/${taskId}/open-evaluation`);
    expect(await seen(taskId)).toMatchObject({ ratings: null, ratingCount: 0 });
    for (const [who] of raters.say()) await course.rate(await who(), taskId, 'satisfied');
    course.pass(16);
    expect(await course.post(await course.convener(), `/tasks/${taskId}/conclude`)).toMatchObject({ state: 'closed' });
  });

  it('show in each evaluation what was said in it, also in the same words as before', async () => {
    new ScriptedChecks(env);
    await withOpenid(env, await course.resident());
    const { taskId } = await raters.task();
    await course.answer(taskId);
    const evaluate = async (...answers: string[]) => {
      await course.post(await course.convener(), `/tasks/${taskId}/open-evaluation`);
      expect((await seen(taskId)).comments).toEqual([]);
      for (const [who, handling] of raters.say(...answers).slice(1)) await course.rate(await who(), taskId, handling);
      const words = { process: 'fair', result: 'fair', handling: 'fair', comment: '灯还是不亮' };
      await course.post(await course.resident(), `/tasks/${taskId}/rate`, words);
      await env.work();
      course.pass(16);
      expect((await seen(taskId)).comments).toEqual(['灯还是不亮']);
      await course.post(await course.convener(), `/tasks/${taskId}/conclude`);
    };
    await evaluate('', 'dissatisfied', 'dissatisfied');
    await course.post(await course.department(), `/tasks/${taskId}/restart`);
    await course.reply(taskId);
    await evaluate();
  });

  it('count every answer when many come at once', async () => {
    const { taskId } = await raters.task();
    await course.answer(taskId);
    await course.post(await course.convener(), `/tasks/${taskId}/open-evaluation`);
    await Promise.all(
      raters.say('fair', 'fair').map(async ([who, handling]) => course.rate(await who(), taskId, handling)),
    );
    course.pass(16);
    expect(await seen(taskId)).toMatchObject({ ratings: { satisfied: 3, fair: 2, dissatisfied: 0 } });
  });

  it('can be rated by co-signers, also of topics merged into theirs', async () => {
    const [main, merged] = [await course.accepted(), await course.accepted()];
    await course.post(await course.resident(1), `/topics/${merged}/cosign`);
    await course.post(await course.convener(), `/topics/${merged}/merge`, { into: main });
    const { taskIds } = await course.handOut([main], [await course.agreedTask()]);
    const taskId = taskIds[0] ?? '';
    await course.answer(taskId);
    await course.post(await course.convener(), `/tasks/${taskId}/open-evaluation`);
    await course.rate(await course.resident(1), taskId, 'fair');
    expect(await seen(taskId)).toMatchObject({ ratingCount: 1 });
  });

  it('are not rated by who owes them, though they sat in the session', async () => {
    const department = await course.department();
    const { taskId } = await course.task({}, { present: [department] });
    await course.answer(taskId);
    await course.post(await course.convener(), `/tasks/${taskId}/open-evaluation`);
    const rating = { process: 'satisfied', result: 'satisfied', handling: 'satisfied' };
    expect(await department.client.refusal(department.client.post(`/tasks/${taskId}/rate`, rating))).toMatchObject({
      status: 403,
      code: 'TASK.NOT_INVOLVED',
    });
    expect(await course.get<TaskDetail>(department, `/tasks/${taskId}`)).toMatchObject({ canRate: false });
    const toRate = await course.get<Page<TaskSummary>>(department, '/tasks/mine?as=rater&limit=50');
    expect(toRate.items.map((task) => task.id)).not.toContain(taskId);
  });
});
