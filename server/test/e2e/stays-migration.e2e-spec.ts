import type { Figures } from '@consult/shared';
import { DataSource } from 'typeorm';
import { TopicStays1764498000000 } from '../../src/database/migrations/1764498000000-topic-stays.js';
import { EvaluationAnswers1764498100000 } from '../../src/database/migrations/1764498100000-evaluation-answers.js';
import { checkFigures } from '../../src/figures/check-figures.js';
import { TaskEntity } from '../../src/tasks/task.entity.js';
import { taskAnswers } from '../../src/tasks/task-answers.js';
import { TopicStayEntity } from '../../src/topics/topic-stay.entity.js';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Raters } from '../support/raters.js';
import { PLACE, topicInput } from '../support/topics.js';

const reason = '情况有变，另作安排';

describe.each(DATABASES)('stays and answers of before they were kept, on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  beforeAll(async () => {
    env = await createTestEnvironment(kind, { logLevel: 'silent' });
    course = new Course(env);
    await tell();
  }, 120_000);
  afterAll(() => env.stop());

  /** Topics that came and went in many ways, and promises that nobody, some and two rounds of people rated. */
  async function tell(): Promise<void> {
    const convener = async (path: string, body: unknown = {}) => course.post(await course.convener(), path, body);
    const raiser = await course.resident();
    const { id } = await course.post<{ id: string }>(raiser, '/topics', topicInput({ submit: false }));
    course.pass(2);
    await course.post(await course.resident(), `/topics/${id}/submit`);
    course.pass(3);
    await convener(`/topics/${id}/return`, { reason });
    course.pass(1);
    await course.post(await course.resident(), `/topics/${id}/submit`);
    await convener(`/topics/${id}/accept`);
    course.pass(4);
    await convener(`/topics/${id}/suspend`, { reason });
    course.pass(5);
    await convener(`/topics/${id}/resume`);
    const [secret, down] = [await course.accepted(), await course.accepted()];
    const { client } = await course.convener();
    await client.ok(client.put(`/topics/${secret}/sensitivity`, { sensitive: true, reason }));
    await convener(`/moderation/items/topic/${down}/take-down`, { reason });
    await course.planned();
    await course.task();
    const raters = new Raters(env, course);
    const [twice, ended, running] = [await raters.task(), await raters.task(), await raters.task()];
    await course.answer(ended.taskId);
    await course.evaluate(ended.taskId, raters.say('fair'));
    await course.answer(twice.taskId);
    await course.evaluate(twice.taskId, raters.say(...Array(5).fill('dissatisfied')));
    await course.post(await course.department(), `/tasks/${twice.taskId}/restart`);
    await course.reply(twice.taskId);
    await course.evaluate(twice.taskId, raters.say('dissatisfied'));
    await course.answer(running.taskId);
    await convener(`/tasks/${running.taskId}/open-evaluation`);
    await course.rate(await course.resident(), running.taskId, 'fair');
  }

  /** All but the ids of stays, which are the events' in those of before. */
  const kept = async () => {
    const stays = await env.database.read.find(TopicStayEntity, {
      order: { topicId: 'ASC', leftAt: 'ASC', id: 'ASC' },
    });
    const tasks = await env.database.read.find(TaskEntity, { order: { id: 'ASC' } });
    const fields = Object.keys(taskAnswers()) as (keyof TaskEntity)[];
    return {
      stays: stays.map(({ id, ...stay }) => stay),
      answers: tasks.map((task) => fields.map((field) => task[field])),
    };
  };
  const figures = async () => {
    const { client } = await course.staff('county_office');
    const path = `/figures?region=${PLACE.townshipCode.slice(0, 6)}&period=all`;
    const { stays, evaluation } = await client.ok(client.get<Figures>(path));
    return { stays, evaluation };
  };

  it('are what the product would have written, and are counted by the first worker', async () => {
    const before = await kept();
    expect(new Set(before.stays.map(({ state }) => state)).size).toBeGreaterThan(5);
    expect(before.stays.filter(({ listed }) => !listed).length).toBeGreaterThan(2);
    expect(new Set(before.answers.map((answers) => answers.join())).size).toBe(4);
    const shown = await figures();
    const dataSource = env.app.get(DataSource);
    const runner = dataSource.createQueryRunner();
    const migrations = [new TopicStays1764498000000(), new EvaluationAnswers1764498100000()];
    for (const migration of [...migrations].reverse()) await migration.down(runner);
    for (const migration of migrations) await migration.up(runner);
    await runner.release();
    expect(await kept()).toEqual(before);
    await env.work();
    expect(await figures()).toEqual(shown);
    expect(await checkFigures(env.database)).toMatchObject({ differences: [], offRecord: [] });
  });
});
