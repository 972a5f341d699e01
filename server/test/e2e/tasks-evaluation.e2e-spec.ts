import {
  DAY_MS,
  DEFAULT_SETTINGS,
  type Figures,
  type MoveResult,
  type Page,
  type TaskDetail,
  type TaskSummary,
  type TopicDetail,
} from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { Course, OTHER } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { ScriptedChecks, withOpenid } from '../support/moderation.js';
import { OpenClient } from '../support/open.js';
import { PLACE } from '../support/topics.js';

describe.each(DATABASES)('evaluated tasks on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
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
    const toRate = await course.get<Page<TaskSummary>>(raiser, '/tasks/mine?as=rater&limit=50');
    expect(toRate.items.map((task) => task.id)).toContain(taskId);
    await course.rate(raiser, taskId, 'dissatisfied');
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

  /** Five people who may rate, as calls, because everyone signs in anew when days pass. */
  const five = [
    () => course.resident(),
    () => env.cast.one('member', PLACE.township),
    () => course.staff('party_committee'),
    () => course.staff('county_office'),
    () => course.department(OTHER),
  ];
  const say = (...answers: string[]) => five.map((who, i) => [who, answers[i] ?? 'satisfied'] as const);
  const rated = async () => course.task({}, { present: await Promise.all(five.slice(1).map((who) => who())) });

  it('tell nothing of an answer to whoever looks before and after it, only that there is one more', async () => {
    new ScriptedChecks(env);
    await withOpenid(env, await course.resident(1));
    const sixth = await course.resident(1);
    const { taskId } = await course.task(
      {},
      { present: [...(await Promise.all(five.slice(1).map((who) => who()))), sixth] },
    );
    await course.answer(taskId);
    await course.post(await course.convener(), `/tasks/${taskId}/open-evaluation`);
    for (const [who] of say()) await course.rate(await who(), taskId, 'satisfied');
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
    expect(figures.evaluation.answers.fair).toBeGreaterThan(0);
  });

  it('rated too low are done again, and show the answers once there are five and nobody answers any more', async () => {
    const { taskId } = await rated();
    await course.answer(taskId);
    expect(await course.evaluate(taskId, say('dissatisfied', 'dissatisfied', 'fair'))).toBe('redo');
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
    for (const [who] of say()) await course.rate(await who(), taskId, 'satisfied');
    course.pass(16);
    expect(await course.post(await course.convener(), `/tasks/${taskId}/conclude`)).toMatchObject({ state: 'closed' });
  });

  it('show in each evaluation what was said in it, also in the same words as before', async () => {
    new ScriptedChecks(env);
    await withOpenid(env, await course.resident());
    const { taskId } = await rated();
    await course.answer(taskId);
    const evaluate = async (...answers: string[]) => {
      await course.post(await course.convener(), `/tasks/${taskId}/open-evaluation`);
      expect((await seen(taskId)).comments).toEqual([]);
      for (const [who, handling] of say(...answers).slice(1)) await course.rate(await who(), taskId, handling);
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

  it('that go on are watched, and closed with a reason', async () => {
    const { taskId, topicId } = await rated();
    await course.answer(taskId, 'B');
    expect(await course.evaluate(taskId, say())).toBe('long_term');
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
    const { taskId } = await rated();
    await course.answer(taskId, 'B');
    expect(await course.evaluate(taskId, say())).toBe('long_term');
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
    const { taskId, topicId } = await rated();
    await course.answer(taskId);
    await course.evaluate(taskId, say('dissatisfied', 'dissatisfied', 'dissatisfied'));
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
    const { taskId, topicId } = await rated();
    await course.answer(taskId);
    await course.evaluate(taskId, say('dissatisfied', 'dissatisfied', 'dissatisfied'));
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
    const { taskId, topicId } = await rated();
    await course.answer(taskId);
    await course.evaluate(taskId, say('dissatisfied', 'dissatisfied', 'dissatisfied'));
    await course.post(await course.convener(), `/tasks/${taskId}/reconsult`, { reason: '住户仍不满意选址' });
    await course.handOut([topicId], [], { consensus: [], dissent: ['选址仍没有谈拢'] });
    expect(await seen(taskId)).toMatchObject({ state: 'closed' });
    const topic = await env.cast.visitor.ok(env.cast.visitor.get<TopicDetail>(`/topics/${topicId}`));
    expect(topic.state).toBe('resolving');
    expect(await course.todosOf(topicId, course.convener())).toMatchObject([{ does: '确定下一步' }]);
  });

  it('rated too low twice in a row are advised to be spoken of again, which their convener decides and nobody else', async () => {
    const { taskId } = await rated();
    await course.answer(taskId);
    const low = say('dissatisfied', 'dissatisfied', 'dissatisfied');
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
    expect(await course.evaluate(taskId, say())).toBe('long_term');
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

  it('count every answer when many come at once', async () => {
    const { taskId } = await rated();
    await course.answer(taskId);
    await course.post(await course.convener(), `/tasks/${taskId}/open-evaluation`);
    await Promise.all(say('fair', 'fair').map(async ([who, handling]) => course.rate(await who(), taskId, handling)));
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
