import { addDays, chinaDate, chinaMoment, type TaskDetail } from '@consult/shared';
import { TaskSampleEntity } from '../../src/tasks/proof/proof.entity.js';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { PLACE } from '../support/topics.js';

/** Days after the closing on which it is asked by default. */
const AFTER = [30, 90, 180] as const;
/** How long each takes answers, days. */
const ANSWERED_FOR = 15;
const MORNING = '09:10';

describe.each(DATABASES)('looking back at a promise that is closed, on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  beforeEach(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
  });
  afterEach(() => env.stop());

  /** Raised, co-signed, spoken of, visited, rated by people who were drawn, and closed. @returns the day of that too */
  async function closed() {
    const topicId = await course.accepted();
    await course.post(await course.resident(1), `/topics/${topicId}/cosign`);
    const present = [await course.staff('party_committee')];
    const { taskIds } = await course.handOut([topicId], [await course.agreedTask()], { present });
    const [taskId = ''] = taskIds;
    await course.answer(taskId);
    await course.visit(taskId, 'done', env.cast.one('member', PLACE.township));
    expect(await course.evaluate(taskId)).toBe('closed');
    await env.work();
    return { taskId, day: chinaDate(env.clock.now()) };
  }

  /** Goes to the morning of a day at once and does what is due, as the worker does whenever it is. */
  async function on(date: string): Promise<void> {
    course.until(chinaMoment(date, MORNING));
    for (let turn = 0; turn < 2; turn++) await env.work();
  }

  /** Who has been asked, by day; each person as often as they were. */
  async function asked(taskId: string): Promise<Map<string, string[]>> {
    const rows: { person_id: string; created_at: number }[] = await env.database.read.query(
      "SELECT person_id, created_at FROM messages WHERE item_id = ? AND title = '现在还好用吗' ORDER BY created_at, person_id",
      [taskId],
    );
    const days = new Map<string, string[]>();
    for (const { person_id, created_at } of rows) {
      const day = chinaDate(Number(created_at));
      days.set(day, [...(days.get(day) ?? []), person_id]);
    }
    return days;
  }

  const lookBacks = async (taskId: string) =>
    (await env.cast.visitor.ok(env.cast.visitor.get<TaskDetail>(`/tasks/${taskId}`))).lookBacks;

  it('is asked once each on its three dates, of all whom it concerns and of nobody who owes it', async () => {
    const { taskId, day } = await closed();
    const samples = await env.database.read.findBy(TaskSampleEntity, { taskId });
    const concerned = [
      (await course.resident()).id,
      (await course.resident(1)).id,
      (await course.staff('party_committee')).id,
      (await env.cast.one('member', PLACE.township)).id,
      ...samples.map(({ personId }) => personId),
    ];
    const everyone = [...new Set(concerned)].sort();
    for (const [nth, after] of AFTER.entries()) {
      await on(addDays(day, after - 1));
      expect((await asked(taskId)).size).toBe(nth);
      await on(addDays(day, after));
      await on(addDays(day, after + 1));
      const days = await asked(taskId);
      expect([...days.keys()]).toEqual(AFTER.slice(0, nth + 1).map((days) => addDays(day, days)));
      expect(days.get(addDays(day, after))).toEqual(everyone);
      expect((await lookBacks(taskId)).map((one) => [one.nth, one.isRunning])).toEqual(
        Array.from({ length: nth + 1 }, (_, i) => [nth + 1 - i, i === 0]),
      );
    }
    await on(addDays(day, 400));
    expect(await lookBacks(taskId)).toHaveLength(3);
  });

  it('is asked of one date after another where several have gone by in an outage, never of two at once', async () => {
    const { taskId, day } = await closed();
    let date = addDays(day, 200);
    const began: string[] = [];
    for (const nth of [1, 2, 3]) {
      await on(date);
      began.push(date);
      for (const later of [date, addDays(date, ANSWERED_FOR)]) {
        await on(later);
        const all = await lookBacks(taskId);
        expect(all.map((one) => one.nth)).toEqual([3, 2, 1].slice(3 - nth));
        expect(all.filter(({ isRunning }) => isRunning).map((one) => one.nth)).toEqual([nth]);
      }
      date = addDays(date, ANSWERED_FOR + 1);
    }
    await on(date);
    const days = await asked(taskId);
    expect([...days.keys()]).toEqual(began);
    for (const people of days.values()) expect(new Set(people).size).toBe(people.length);
  });
});
