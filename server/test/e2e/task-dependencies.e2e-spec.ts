import { TASK_LIMITS } from '@consult/shared';
import { newId } from '../../src/common/ids.js';
import { countNewTask } from '../../src/figures/figure-log.js';
import { TaskEntity } from '../../src/tasks/task.entity.js';
import { DependencyEntity } from '../../src/tasks/task-structure.entity.js';
import { UNKNOWN } from '../support/call-route.js';
import { Course, OTHER } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { uploadPhoto } from '../support/moderation.js';
import { taskSteps } from '../support/tasks.js';

describe.each(DATABASES)('promises that wait for one another on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
  });
  afterAll(() => env.stop());
  const { refused, seen, split, taken } = taskSteps(() => ({ env, course }));

  it('for something open, it is answered as anything but solved, and as solved once that has its answer', async () => {
    const { taskIds } = await course.handOut(
      [await course.accepted()],
      [await course.agreedTask({ what: '先铺好管线' }), await course.agreedTask({ what: '再铺好地面' })],
    );
    const [first = '', second = ''] = taskIds;
    const lead = await course.department();
    for (const id of taskIds) await course.post(lead, `/tasks/${id}/take`);
    await course.post(lead, `/tasks/${second}/dependencies`, { waitsForId: first });
    const { code } = await seen(second);
    const page = async () => (await fetch(`${env.url}/p/${code}`)).text();
    expect(await page()).toContain('等“先铺好管线”办完');
    const body = { replyClass: 'A', text: '地面铺好了。', photos: [await uploadPhoto(lead)] };
    expect(await refused(lead, `/tasks/${second}/reply`, body)).toMatchObject({
      status: 409,
      code: 'TASK.WAITS_STILL',
      details: { count: 1 },
    });
    expect(await seen(second)).toMatchObject({ state: 'in_progress', reply: null });
    await course.reply(first, 'B');
    expect(await page()).not.toContain('办完');
    expect(await course.post(lead, `/tasks/${second}/reply`, body)).toMatchObject({ state: 'replied' });
    const third = await taken();
    const fourth = await taken();
    await course.post(lead, `/tasks/${third.taskId}/dependencies`, { waitsForId: fourth.taskId });
    await course.reply(third.taskId, 'C');
    expect(await seen(third.taskId)).toMatchObject({ state: 'replied' });
  });

  it('is said on both sides, for public promises of the county, and never in a circle', async () => {
    const [a, b] = [await taken(), await taken()];
    const lead = await course.department();
    const wait = (from: string, to: string) => lead.client.post(`/tasks/${from}/dependencies`, { waitsForId: to });
    await lead.client.ok(wait(a.taskId, b.taskId));
    await lead.client.ok(wait(a.taskId, b.taskId));
    expect((await seen(a.taskId)).waitsFor.map(({ id }) => id)).toEqual([b.taskId]);
    expect((await seen(b.taskId)).awaitedBy.map(({ id }) => id)).toEqual([a.taskId]);
    expect(await lead.client.refusal(wait(b.taskId, a.taskId))).toMatchObject({ code: 'TASK.WAITS_IN_CIRCLE' });
    expect(await lead.client.refusal(wait(a.taskId, a.taskId))).toMatchObject({ code: 'TASK.WAITS_IN_CIRCLE' });
    const partId = await split(b.taskId);
    const other = await course.department(OTHER);
    const back = other.client.post(`/tasks/${partId}/dependencies`, { waitsForId: a.taskId });
    expect(await other.client.refusal(back)).toMatchObject({ code: 'TASK.WAITS_IN_CIRCLE' });
    const unknown = wait(a.taskId, UNKNOWN);
    expect(await lead.client.refusal(unknown)).toMatchObject({ code: 'ITEM.NOT_FOUND' });
    await lead.client.ok(lead.client.delete(`/tasks/${a.taskId}/dependencies/${b.taskId}`));
    expect((await seen(a.taskId)).waitsFor).toEqual([]);
  });

  it('is shown of those that are due first, however many wait', async () => {
    const { taskId } = await taken();
    await env.database.write(async (db) => {
      const one = await db.findOneByOrFail(TaskEntity, { id: taskId });
      const rows = Array.from({ length: TASK_LIMITS.awaitedByMax + 3 }, (_, i) => ({
        ...one,
        id: newId(env.clock.now() + i),
        code: `WAIT${String(i).padStart(4, '0')}`,
        dueAt: one.dueAt - i,
      }));
      await db.insert(TaskEntity, rows);
      for (const { id } of rows) await countNewTask(db, id);
      await db.insert(
        DependencyEntity,
        rows.map(({ id }) => ({ taskId: id, waitsForId: taskId })),
      );
    });
    const { awaitedBy } = await seen(taskId);
    expect(awaitedBy).toHaveLength(TASK_LIMITS.awaitedByMax);
    expect(awaitedBy.map(({ dueAt }) => dueAt)).toEqual(awaitedBy.map(({ dueAt }) => dueAt).toSorted((a, b) => a - b));
  });

  it('asked for from both ends at once happens on one alone', async () => {
    const [a, b] = [await taken(), await taken()];
    const lead = await course.department();
    const answers = await Promise.all([
      lead.client.post(`/tasks/${a.taskId}/dependencies`, { waitsForId: b.taskId }),
      lead.client.post(`/tasks/${b.taskId}/dependencies`, { waitsForId: a.taskId }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
