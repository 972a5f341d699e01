import {
  DAY_MS,
  type MoveResult,
  type MyTaskSummary,
  type Page,
  type TaskDetail,
  type TopicDetail,
} from '@consult/shared';
import { draw, isSeedOf } from '@consult/shared/draw';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { messagesOf } from '../support/messages.js';

describe.each(DATABASES)('the proof of a promise on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
  });
  afterAll(() => env.stop());

  const seen = (taskId: string) => env.cast.visitor.ok(env.cast.visitor.get<TaskDetail>(`/tasks/${taskId}`));
  const asked = async () => course.get<Page<MyTaskSummary>>(await course.resident(), '/tasks/mine?as=rater&limit=50');

  it('is a visit, without which nothing is rated, and which sends back what is not done', async () => {
    const { taskId } = await course.task({ dueAt: env.clock.now() + 20 * DAY_MS });
    await course.post(await course.department(), `/tasks/${taskId}/take`);
    await course.reply(taskId, 'A', undefined, false);
    const { dueAt } = await seen(taskId);
    const { client } = await course.convener();
    expect(await client.refusal(client.post(`/tasks/${taskId}/open-evaluation`))).toMatchObject({
      code: 'TASK.VISIT_MISSING',
    });
    expect((await asked()).items).toContainEqual(expect.objectContaining({ id: taskId, ask: 'visit' }));
    const body = { visitedAt: env.clock.now(), finding: 'done', text: '我去看过了', photos: [] };
    expect(await client.refusal(client.post(`/tasks/${taskId}/visit`, body))).toMatchObject({
      code: 'TASK.NOT_VISITOR',
    });
    expect(await course.visit(taskId, 'not_done')).toMatchObject({ state: 'redo' });
    const back = await seen(taskId);
    expect(back).toMatchObject({ state: 'redo', visits: [{ finding: 'not_done', text: null }] });
    expect(back.clock.slips).toMatchObject([{ kind: 'redo', from: dueAt, to: back.dueAt }]);
    course.pass(1);
    await course.post(await course.department(), `/tasks/${taskId}/restart`);
    await course.reply(taskId);
    const before = await seen(taskId);
    expect(before).toMatchObject({ visitMissing: false });
    await course.post(await course.convener(), `/tasks/${taskId}/open-evaluation`);
    const [evaluation] = (await seen(taskId)).evaluations;
    const sample = evaluation?.sample;
    expect(sample?.seedHash).toBe(before.nextSeedHash);
    expect(isSeedOf(sample?.seed ?? '', sample?.seedHash ?? '')).toBe(true);
    const tickets = Array.from({ length: sample?.pool ?? 0 }, (_, i) => ({
      ticket: i + 1,
      category: 'resident' as const,
    }));
    const [again] = draw(sample?.seed ?? '', tickets, [{ category: 'resident', count: 20 }]);
    expect(sample?.drawn).toEqual(again?.tickets);
    expect(sample?.drawn).toHaveLength(20);
  });

  it('is looked back at once a date, and reopened by its raiser, with its topic', async () => {
    const { taskId, topicId } = await course.task();
    await course.answer(taskId);
    expect(await course.evaluate(taskId)).toBe('closed');
    await env.work();
    course.pass(31);
    await env.work();
    env.clock.set(env.clock.now() + DAY_MS / 24);
    await env.work();
    const raiser = await course.resident();
    const told = (await messagesOf(raiser, taskId)).filter(({ title }) => title === '现在还好用吗');
    expect(told).toHaveLength(1);
    expect((await asked()).items).toContainEqual(expect.objectContaining({ id: taskId, ask: 'look_back' }));
    const [lookBack] = (await course.get<TaskDetail>(raiser, `/tasks/${taskId}`)).lookBacks;
    const answer = { lookBackId: lookBack?.id, works: false, photos: [] };
    expect(await raiser.client.refusal(raiser.client.post(`/tasks/${taskId}/look-back`, answer))).toMatchObject({
      code: 'REQUEST.INVALID',
    });
    const no = { ...answer, reason: '血压计坏了没有人修' };
    expect(await course.post<MoveResult>(raiser, `/tasks/${taskId}/look-back`, no)).toMatchObject({
      state: 'in_progress',
    });
    const topic = await env.cast.visitor.ok(env.cast.visitor.get<TopicDetail>(`/topics/${topicId}`));
    expect(topic).toMatchObject({ state: 'resolving' });
    expect((await seen(taskId)).clock.slips).toMatchObject([{ kind: 'redo' }]);
    expect((await seen(taskId)).lookBacks).toMatchObject([{ nth: 1, answers: 1, counts: null, reasons: [] }]);
  });
});
