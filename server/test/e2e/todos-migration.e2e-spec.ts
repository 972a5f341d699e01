import { DAY_MS } from '@consult/shared';
import { DataSource } from 'typeorm';
import { OpeningTodos1764499000000 } from '../../src/database/migrations/1764499000000-opening-todos.js';
import { TodoEntity } from '../../src/moves/todo.entity.js';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Stage } from '../support/sessions.js';
import { acceptedTopic, PLACE } from '../support/topics.js';

describe.each(DATABASES)('to-dos of before they opened later, on %s', (kind) => {
  let env: TestEnvironment;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
  }, 120_000);
  afterAll(() => env.stop());

  /** Minutes that nobody and somebody objected to, promises to be visited and rated, a small session of a member’s. */
  async function tell(): Promise<void> {
    const [stage, course] = [new Stage(env), new Course(env)];
    await stage.circulated();
    const { minutesId } = await stage.circulated();
    const { client } = await stage.resident();
    await client.ok(client.post(`/minutes/${minutesId}/objections`, { text: '漏记了停车的事' }));
    const { id: topicId } = await acceptedTopic(env.cast);
    const member = await stage.member();
    await member.client.ok(member.client.post('/sessions', await stage.input([topicId])));
    for (const isSeen of [false, true]) {
      const { taskId } = await course.task({ dueAt: env.clock.now() + 20 * DAY_MS });
      await course.post(await course.department(), `/tasks/${taskId}/take`);
      await course.reply(taskId, 'A', undefined, isSeen);
      if (isSeen) await course.post(await course.convener(), `/tasks/${taskId}/open-evaluation`);
    }
  }

  it('become what the product writes now', async () => {
    await tell();
    const all = () => env.database.read.find(TodoEntity, { order: { id: 'ASC' } });
    const before = await all();
    const kinds = new Set(before.map(({ does, opensAt }) => `${does} ${opensAt === null ? 'now' : 'later'}`));
    expect(kinds).toEqual(
      new Set([
        '筛选议题 now',
        '答复异议 now',
        '答复异议 later',
        '处理评议结果 later',
        '请人到现场看 now',
        '发布会议通知 now',
      ]),
    );
    const runner = env.app.get(DataSource).createQueryRunner();
    const migration = new OpeningTodos1764499000000();
    await migration.down(runner);
    // As it was written then.
    await runner.query("UPDATE todos SET does = '组织评议' WHERE does = '请人到现场看'");
    await runner.query(`UPDATE todos SET assignee = 'convener@${PLACE.townshipCode}' WHERE does = '发布会议通知'`);
    await runner.query('UPDATE todos SET remind_at = created_at');
    await migration.up(runner);
    await runner.release();
    const after = await all();
    const known = ({ id, assignee, does, dueAt, opensAt }: TodoEntity) => ({ id, assignee, does, dueAt, opensAt });
    expect(after.map(known)).toEqual(before.map(known));
    // Nobody is reminded of what stands in no inbox.
    for (const { opensAt, remindAt } of after) if (opensAt !== null) expect(remindAt).toBe(opensAt);
  });
});
