import {
  type CheckView,
  chinaDate,
  DAY_MS,
  endOfChinaDay,
  type MoveResult,
  type MyTaskSummary,
  type Page,
  REVIEW_CONTENT,
  type SignedIn,
  type TaskDetail,
  type TopicDetail,
} from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { draw, isSeedOf } from '@consult/shared/draw';
import { newId } from '../../src/common/ids.js';
import { TodoEntity } from '../../src/moves/todo.entity.js';
import { IdentityEntity } from '../../src/people/person.entity.js';
import { TaskSampleEntity } from '../../src/tasks/proof/proof.entity.js';
import type { Player } from '../support/cast.js';
import { Client } from '../support/client.js';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { messagesOf } from '../support/messages.js';
import { PLACE } from '../support/topics.js';

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
    expect(await course.todosOf(taskId, course.convener())).toMatchObject([{ does: '请人到现场看' }]);
    expect((await asked()).items).toContainEqual(expect.objectContaining({ id: taskId, ask: 'visit' }));
    await env.work();
    const titles = async (who: Player) => (await messagesOf(who, taskId)).map(({ title }) => title);
    expect(await titles(await env.cast.one('member', PLACE.township))).toContain('请委员去看一看');
    expect(await titles(await env.cast.one('member', '曙光街道'))).toEqual([]);
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
    expect(await course.todosOf(taskId, course.convener())).toMatchObject([{ does: '组织评议' }]);
    await course.post(await course.convener(), `/tasks/${taskId}/open-evaluation`);
    expect(await course.todosOf(taskId, course.convener())).toEqual([]);
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

  it('is asked of a member by name, who has it in their inbox until somebody has been there', async () => {
    const { taskId } = await course.task({ dueAt: env.clock.now() + 20 * DAY_MS });
    await course.post(await course.department(), `/tasks/${taskId}/take`);
    await course.reply(taskId, 'A', undefined, false);
    const [convener, member, outsider] = [
      await course.convener(),
      await env.cast.one('member', PLACE.township),
      await env.cast.one('member', '曙光街道'),
    ];
    const ask = (personId: string, who = convener) => who.client.post(`/tasks/${taskId}/ask-visitor`, { personId });
    expect(await convener.client.refusal(ask(outsider.id))).toMatchObject({ code: 'TASK.UNKNOWN_VISITOR' });
    expect(await convener.client.refusal(ask((await course.resident()).id))).toMatchObject({
      code: 'TASK.UNKNOWN_VISITOR',
    });
    expect(await member.client.refusal(ask(member.id, member))).toMatchObject({ status: 403 });
    await Promise.all([convener.client.ok(ask(member.id)), convener.client.ok(ask(member.id))]);
    await env.work();
    expect((await course.todosOf(taskId, member)).map(({ does }) => does)).toEqual(['到现场看一看']);
    const titles = (await messagesOf(member, taskId)).map(({ title }) => title);
    expect(titles.filter((title) => title === '请您到现场看一看')).toHaveLength(1);
    await course.visit(taskId, 'done');
    expect(await course.todosOf(taskId, member)).toEqual([]);
    expect(await convener.client.refusal(ask(member.id))).toMatchObject({ code: 'TASK.ALREADY_SEEN' });
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
    expect((await seen(taskId)).lookBacks).toMatchObject([{ nth: 1, answers: null, counts: null, reasons: [] }]);
  });

  /** Lets its first look-back be asked. @returns its id */
  async function lookedBackAt(taskId: string): Promise<string> {
    await env.work();
    course.pass(31);
    await env.work();
    env.clock.set(env.clock.now() + DAY_MS / 24);
    await env.work();
    return (await seen(taskId)).lookBacks[0]?.id ?? '';
  }
  /** Somebody of the township whom nobody has played yet. */
  async function signIn(personId: string): Promise<Player> {
    const known = { provider: 'demo', subject: personId, personId };
    await env.database.write(async (db) => {
      if (!(await db.existsBy(IdentityEntity, known)))
        await db.insert(IdentityEntity, { id: newId(env.clock.now()), ...known });
    });
    const { visitor } = env.cast;
    const signedIn = await visitor.ok(
      visitor.post<SignedIn>('/identity/sign-in', { provider: 'demo', credential: personId }),
    );
    return { id: personId, name: '', client: new Client(env.url, signedIn) };
  }
  const look = async (player: Player, taskId: string, lookBackId: string, works: boolean) =>
    course.post<MoveResult>(player, `/tasks/${taskId}/look-back`, {
      lookBackId,
      works,
      photos: [],
      ...(!works && { reason: '门锁坏了两周' }),
    });

  it('is asked of co-signers and of those who were drawn, whose No comes before the convener, who answers it once', async () => {
    const topicId = await course.accepted();
    await course.post(await course.resident(1), `/topics/${topicId}/cosign`);
    const { taskIds } = await course.handOut([topicId], [await course.agreedTask()]);
    const [taskId = ''] = taskIds;
    await course.answer(taskId);
    expect(await course.evaluate(taskId)).toBe('closed');
    const lookBackId = await lookedBackAt(taskId);
    const [sample] = await env.database.read.find(TaskSampleEntity, { where: { taskId }, order: { personId: 'ASC' } });
    const drawn = await signIn(sample?.personId ?? '');
    expect((await messagesOf(drawn, taskId)).map(({ title }) => title)).toContain('现在还好用吗');
    const list = await course.get<Page<MyTaskSummary>>(drawn, '/tasks/mine?as=rater&limit=50');
    expect(list.items).toContainEqual(expect.objectContaining({ id: taskId, ask: 'look_back' }));
    const stranger = await env.cast.one('resident', '曙光街道');
    const body = { lookBackId, works: true, photos: [] };
    expect(await stranger.client.refusal(stranger.client.post(`/tasks/${taskId}/look-back`, body))).toMatchObject({
      code: 'TASK.NOT_ASKED',
    });

    expect(await look(await course.resident(1), taskId, lookBackId, false)).toMatchObject({ state: 'closed' });
    expect(await look(drawn, taskId, lookBackId, false)).toMatchObject({ state: 'closed' });
    expect((await course.todosOf(taskId)).map(({ does }) => does)).toEqual([
      REVIEW_CONTENT,
      '答复回头看的意见或重新办理',
    ]);
    const reply = { lookBackId, text: '已请物业换锁，三天内换好。' };
    const path = `/tasks/${taskId}/look-back-reply`;
    const lead = (await course.department()).client;
    expect(await lead.refusal(lead.post(path, reply))).toMatchObject({ status: 403 });
    await course.post(await course.convener(), path, reply);
    expect((await course.todosOf(taskId)).map(({ does }) => does)).toEqual([REVIEW_CONTENT]);
    const [shown] = (await seen(taskId)).lookBacks;
    expect(shown).toMatchObject({ answers: null, counts: null, reasons: [], reply: { text: reply.text } });
    const { client } = await course.convener();
    expect(await client.refusal(client.post(path, reply))).toMatchObject({ code: 'TASK.LOOK_BACK_SETTLED' });
    // Three answers, of which half are a No, do it again by themselves.
    const [, next] = await env.database.read.find(TaskSampleEntity, { where: { taskId }, order: { personId: 'ASC' } });
    await look(await signIn(next?.personId ?? ''), taskId, lookBackId, false);
    expect(await seen(taskId)).toMatchObject({ state: 'in_progress' });
  });

  it('shows nothing of a look-back that is still answered, however many have', async () => {
    const { taskId } = await course.task({}, { present: await course.everyOther() });
    await course.answer(taskId);
    expect(await course.evaluate(taskId)).toBe('closed');
    const lookBackId = await lookedBackAt(taskId);
    for (const who of course.others) await look(await who(), taskId, lookBackId, true);
    const [before] = (await seen(taskId)).lookBacks;
    expect(before).toMatchObject({ answers: 5, counts: null, isRunning: true });
    await look(await course.resident(1), taskId, lookBackId, false);
    const [after] = (await seen(taskId)).lookBacks;
    expect(after).toEqual(before);
    course.pass(16);
    expect((await seen(taskId)).lookBacks[0]).toMatchObject({ counts: { yes: 4, no: 1 }, isRunning: false });
  });

  it('is reopened by its convener with a reason, and due when its light says so where that is later', async () => {
    const dueAt = endOfChinaDay(chinaDate(env.clock.now() + 300 * DAY_MS));
    const { taskId, topicId } = await course.task({ dueAt });
    await course.answer(taskId);
    expect(await course.evaluate(taskId)).toBe('closed');
    const { client } = await course.convener();
    const path = `/tasks/${taskId}/reopen`;
    expect(await client.refusal(client.post(path))).toMatchObject({ code: 'REQUEST.INVALID' });
    const lead = (await course.department()).client;
    expect(await lead.refusal(lead.post(path, { reason: '再办' }))).toMatchObject({ status: 403 });
    const reason = '去看过，暖气还没有接';
    expect(await client.ok(client.post<MoveResult>(path, { reason }))).toMatchObject({ state: 'in_progress' });
    expect(await course.todosOf(taskId, course.department())).toMatchObject([{ does: '办理并答复', dueAt }]);
    const task = await seen(taskId);
    expect(task).toMatchObject({ dueAt, currentDueAt: dueAt, light: 'on_time', lookBacks: [], clock: { slips: [] } });
    expect(task.timeline.at(-1)).toMatchObject({ action: 'reopen', by: '召集人', reason });
    const topic = await env.cast.visitor.ok(env.cast.visitor.get<TopicDetail>(`/topics/${topicId}`));
    expect(topic).toMatchObject({ state: 'resolving' });
    expect(await client.refusal(client.post(path, { reason }))).toMatchObject({ code: 'MOVE.NOT_POSSIBLE' });
    // Nobody is asked about what is being done again.
    course.pass(31);
    await env.work();
    expect((await seen(taskId)).lookBacks).toEqual([]);
  });

  it('has the words of a visit read by a person until a day, though the promise has long been closed', async () => {
    const { taskId } = await course.task();
    await course.answer(taskId);
    await env.work();
    const review = () => course.todosOf(taskId).then((all) => all.filter(({ does }) => does === REVIEW_CONTENT));
    const dueAt = deadlineAfter(env.clock.now(), { workingDays: 2 });
    expect(await review()).toMatchObject([{ kind: 'task', itemId: taskId, dueAt }]);
    await course.evaluate(taskId);
    expect(await seen(taskId)).toMatchObject({ state: 'closed', visits: [{ text: null }] });
    expect(await review()).toHaveLength(1);
    // One that was lost is found again within the hour.
    await env.database.write((db) => db.delete(TodoEntity, { itemId: taskId }));
    course.pass(1);
    await env.work();
    expect(await review()).toHaveLength(1);
    const { client } = await course.convener();
    const path = `/moderation/checks?region=${PLACE.townshipCode}&state=in_review&limit=50`;
    const { items } = await client.ok(client.get<Page<CheckView>>(path));
    for (const { checkId, page } of items) {
      if (page?.id === taskId) await client.ok(client.post(`/moderation/checks/${checkId}/approve`));
    }
    expect(await review()).toEqual([]);
    expect((await seen(taskId)).visits[0]?.text).toContain('到院里看过');
  });
});
