import {
  DAY_MS,
  DEFAULT_SETTINGS,
  type MoveResult,
  type Page,
  type TaskDetail,
  type TaskSummary,
  type TopicDetail,
} from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Raters } from '../support/raters.js';
import { PLACE } from '../support/topics.js';

describe.each(DATABASES)('what becomes of evaluated tasks on %s', (kind) => {
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

  it('that go on are watched, and closed with a reason', async () => {
    const { taskId, topicId } = await raters.task();
    await course.answer(taskId, 'B');
    expect(await course.evaluate(taskId, raters.say())).toBe('long_term');
    const { client } = await course.convener();
    expect(await course.todosOf(taskId, course.convener())).toMatchObject([{ does: '每季度复核' }]);
    expect(await client.refusal(client.post(`/topics/${topicId}/close`))).toMatchObject({ code: 'TOPIC.TASKS_OPEN' });
    expect(await client.refusal(client.post(`/tasks/${taskId}/close`))).toMatchObject({ code: 'REQUEST.INVALID' });
    const county = await course.staff('county_office');
    const block = async (...words: string[]) =>
      county.client.ok(
        county.client.put('/moderation/blocked-words', { county: PLACE.townshipCode.slice(0, 6), words }),
      );
    await block('办假证');
    for (const move of ['close', 'review', 'restart', 'reconsult', 'reopen']) {
      const moved = await client.refusal(client.post(`/tasks/${taskId}/${move}`, { reason: '有人办假证' }));
      expect([move, moved.code]).toEqual([move, move === 'reopen' ? 'MOVE.NOT_POSSIBLE' : 'CONTENT.BLOCKED_WORD']);
    }
    await block();
    await client.ok(client.post(`/tasks/${taskId}/close`, { reason: '活动室已开放三个月' }));
    expect(await client.ok(client.get<TopicDetail>(`/topics/${topicId}`))).toMatchObject({ state: 'closed' });
  });

  it('under watch are reviewed every quarter, each review with its reason for all to read', async () => {
    const { taskId } = await raters.task();
    await course.answer(taskId, 'B');
    expect(await course.evaluate(taskId, raters.say())).toBe('long_term');
    const [first] = await course.todosOf(taskId);
    course.until((first?.dueAt ?? 0) + DAY_MS);
    const { client } = await course.convener();
    expect(await client.refusal(client.post(`/tasks/${taskId}/review`))).toMatchObject({ code: 'REQUEST.INVALID' });
    const reason = '已到现场查看，还缺血压计';
    expect(await client.ok(client.post<MoveResult>(`/tasks/${taskId}/review`, { reason }))).toMatchObject({
      state: 'long_term',
    });
    const longTermReview = deadlineAfter(env.clock.now(), DEFAULT_SETTINGS.deadlines.longTermReview);
    expect(await course.todosOf(taskId)).toMatchObject([{ does: '每季度复核', dueAt: longTermReview }]);
    const task = await seen(taskId);
    expect(task).toMatchObject({ state: 'long_term', currentDueAt: longTermReview });
    expect(task.timeline.at(-1)).toMatchObject({ label: '复核，继续跟踪', by: '召集人', reason });
  });

  it('go to a new session where the result is bad, whose outcome takes them over', async () => {
    const { taskId, topicId } = await raters.task();
    await course.answer(taskId);
    await course.evaluate(taskId, raters.say('dissatisfied', 'dissatisfied', 'dissatisfied'));
    await course.post(await course.convener(), `/tasks/${taskId}/reconsult`, { reason: '住户仍不满意选址' });
    expect(await course.todosOf(taskId, course.convener())).toMatchObject([{ does: '召集再次协商' }]);
    const again = await course.handOut([topicId], [await course.agreedTask({ what: '改在二号楼建活动室' })]);
    expect(await seen(taskId)).toMatchObject({ state: 'closed' });
    const topic = await env.cast.visitor.ok(env.cast.visitor.get<TopicDetail>(`/topics/${topicId}`));
    expect(topic).toMatchObject({ state: 'resolving', dueAt: null });
    expect(topic.tasks.map((task) => [task.id, task.state]).sort()).toEqual(
      [
        [taskId, 'closed'],
        [again.taskIds[0], 'assigned'],
      ].sort(),
    );
    expect(topic.timeline.map((entry) => entry.label)).toEqual(
      expect.arrayContaining(['满意度未达标，重新办理', '再协商', '由新成果承接']),
    );
  });

  it('are no longer overdue nor asked for once a session is to speak of them again, and are when it falls through', async () => {
    const { taskId, topicId } = await raters.task();
    await course.answer(taskId);
    await course.evaluate(taskId, raters.say('dissatisfied', 'dissatisfied', 'dissatisfied'));
    await course.post(await course.convener(), `/tasks/${taskId}/reconsult`, { reason: '住户仍不满意选址' });
    course.pass(90);
    expect(await seen(taskId)).toMatchObject({ state: 'reconsulting', overdue: false });
    const late = await env.cast.visitor.ok(
      env.cast.visitor.get<Page<TaskSummary>>(`/tasks?region=${PLACE.townshipCode}&overdue=true&limit=50`),
    );
    expect(late.items.map((task) => task.id)).not.toContain(taskId);

    const { id } = await course.call([topicId]);
    expect(await course.todosOf(taskId)).toMatchObject([{ does: '召集再次协商' }]);
    await course.post(await course.convener(), `/sessions/${id}/announce`);
    expect(await course.todosOf(taskId)).toEqual([]);
    expect(await seen(taskId)).toMatchObject({ currentDueAt: null });
    await course.post(await course.convener(), `/sessions/${id}/postpone`, { reason: '会场停电' });
    expect(await course.todosOf(taskId)).toEqual([]);
    await course.post(await course.convener(), `/sessions/${id}/cancel`, { reason: '会场停用' });
    const dueAt = deadlineAfter(env.clock.now(), DEFAULT_SETTINGS.deadlines.reconsult);
    expect(await course.todosOf(taskId)).toMatchObject([{ does: '召集再次协商', dueAt }]);
    await course.handOut([topicId], [await course.agreedTask({ what: '改在二号楼建活动室' })]);
    expect(await seen(taskId)).toMatchObject({ state: 'closed' });
    expect(await course.todosOf(taskId)).toEqual([]);
  });

  it('taken over by a session that agreed nothing leave their topic to the convener', async () => {
    const { taskId, topicId } = await raters.task();
    await course.answer(taskId);
    await course.evaluate(taskId, raters.say('dissatisfied', 'dissatisfied', 'dissatisfied'));
    await course.post(await course.convener(), `/tasks/${taskId}/reconsult`, { reason: '住户仍不满意选址' });
    await course.handOut([topicId], [], { consensus: [], dissent: ['选址仍没有谈拢'] });
    expect(await seen(taskId)).toMatchObject({ state: 'closed' });
    const topic = await env.cast.visitor.ok(env.cast.visitor.get<TopicDetail>(`/topics/${topicId}`));
    expect(topic.state).toBe('resolving');
    expect(await course.todosOf(topicId, course.convener())).toMatchObject([{ does: '确定下一步' }]);
  });

  it('rated too low twice in a row are advised to be spoken of again, which their convener decides and nobody else', async () => {
    const { taskId } = await raters.task();
    await course.answer(taskId);
    const low = raters.say('dissatisfied', 'dissatisfied', 'dissatisfied');
    expect(await course.evaluate(taskId, low)).toBe('redo');
    await course.post(await course.department(), `/tasks/${taskId}/restart`);
    await course.reply(taskId);
    expect(await course.evaluate(taskId, low)).toBe('reconsult_advised');
    expect((await seen(taskId)).timeline.at(-1)).toMatchObject({
      reason: '满意率 40%，低于 70%，已连续两次没有达标，建议再协商',
    });
    expect((await seen(taskId)).evaluations.map(({ round, verdict }) => [round, verdict])).toEqual([
      [2, 'advise_reconsult'],
      [1, 'redo'],
    ]);
    expect(await course.todosOf(taskId)).toMatchObject([{ does: '决定再协商还是重新办理' }]);
    const lead = await course.department();
    expect(await lead.client.refusal(lead.client.post(`/tasks/${taskId}/restart`))).toMatchObject({ status: 403 });
    const restarted = await course.post<MoveResult>(await course.convener(), `/tasks/${taskId}/restart`, {
      reason: '换了施工队，再办一次',
    });
    expect(restarted).toMatchObject({ state: 'in_progress' });
    // One good evaluation between them, and the next low one is a first one again.
    await course.reply(taskId, 'B');
    expect(await course.evaluate(taskId, raters.say())).toBe('long_term');
    await course.post(await course.convener(), `/tasks/${taskId}/restart`, { reason: '又坏了' });
    await course.reply(taskId);
    expect(await course.evaluate(taskId, low)).toBe('redo');
  });

  it('answered with D come back on their date, are put off with a reason, and are not closed before it', async () => {
    const { taskId } = await course.task();
    await course.answer(taskId, 'D');
    expect(await course.evaluate(taskId)).toBe('deferred');
    const { reviewAt } = await seen(taskId);
    expect(await course.todosOf(taskId)).toMatchObject([{ does: '到期复核', dueAt: reviewAt }]);
    expect(await course.todosOf(taskId, course.department())).toMatchObject([{ does: '到期复核，报告现状' }]);
    const { client } = await course.convener();
    expect(await course.get<TaskDetail>(await course.convener(), `/tasks/${taskId}`)).toMatchObject({
      actions: expect.not.arrayContaining(['close']),
    });
    const reason = '资金还没有到';
    expect(await client.refusal(client.post(`/tasks/${taskId}/close`, { reason }))).toMatchObject({
      code: 'TASK.REVIEW_NOT_DUE',
    });
    expect(await client.refusal(client.post(`/tasks/${taskId}/review`, { reason }))).toMatchObject({
      code: 'TASK.REVIEW_DATE_REQUIRED',
    });
    const later = env.clock.now() + 200 * DAY_MS;
    await client.ok(client.post(`/tasks/${taskId}/review`, { reason, reviewAt: later }));
    expect(await seen(taskId)).toMatchObject({ state: 'deferred', reviewAt: later, currentDueAt: later });
    expect(await course.todosOf(taskId)).toMatchObject([{ does: '到期复核', dueAt: later }]);
    expect(await course.todosOf(taskId, course.department())).toMatchObject([{ dueAt: later }]);
    await course.post(await course.department(), `/tasks/${taskId}/progress`, { text: '资金已报批。', photos: [] });
    expect(await course.todosOf(taskId, course.department())).toEqual([]);
    course.pass(201);
    const closed = await course.post<MoveResult>(await course.convener(), `/tasks/${taskId}/close`, { reason });
    expect(closed).toMatchObject({ state: 'closed' });
  });

  it('open again take the decision about their topic from its convener until they are closed again', async () => {
    const topicId = await course.accepted();
    const tasks = [await course.agreedTask(), await course.agreedTask({ what: '配好桌椅' })];
    const { taskIds } = await course.handOut([topicId], tasks);
    const [kept = '', spoken = ''] = taskIds;
    await course.answer(kept);
    expect(await course.evaluate(kept)).toBe('closed');
    await course.answer(spoken, 'B');
    expect(await course.evaluate(spoken)).toBe('long_term');
    await course.post(await course.convener(), `/tasks/${spoken}/reconsult`, { reason: '住户仍不满意选址' });
    await course.handOut([topicId], [], { consensus: [], dissent: ['选址仍没有谈拢'] });
    expect(await course.todosOf(topicId)).toMatchObject([{ does: '确定下一步' }]);
    await course.post(await course.convener(), `/tasks/${kept}/reopen`, { reason: '门又打不开了' });
    expect(await course.todosOf(topicId)).toEqual([]);
    const topic = () => env.cast.visitor.ok(env.cast.visitor.get<TopicDetail>(`/topics/${topicId}`));
    expect(await topic()).toMatchObject({ state: 'resolving', dueAt: null });
    await course.reply(kept);
    expect(await course.evaluate(kept)).toBe('closed');
    expect(await topic()).toMatchObject({ state: 'resolving' });
    expect(await course.todosOf(topicId)).toMatchObject([{ does: '确定下一步' }]);
  });

  it('close their topic with the last of them, also when two are closed at once', async () => {
    const topicId = await course.accepted();
    const tasks = [await course.agreedTask(), await course.agreedTask({ what: '配好桌椅' })];
    const { taskIds } = await course.handOut([topicId], tasks);
    for (const id of taskIds) {
      await course.answer(id);
      await course.post(await course.convener(), `/tasks/${id}/open-evaluation`);
    }
    course.pass(16);
    const { client } = await course.convener();
    const answers = await Promise.all(taskIds.map((id) => client.post(`/tasks/${id}/conclude`)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(await client.ok(client.get<TopicDetail>(`/topics/${topicId}`))).toMatchObject({ state: 'closed' });
  });
});
