import type { MoveResult, Page, TaskDetail, TaskSummary, TodoView, TopicDetail } from '@consult/shared';
import sharp from 'sharp';
import { Course, OTHER } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { PLACE } from '../support/topics.js';

describe.each(DATABASES)('tasks on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
  });
  afterAll(() => env.stop());

  const seen = (taskId: string) => env.cast.visitor.ok(env.cast.visitor.get<TaskDetail>(`/tasks/${taskId}`));
  const todosOf = async (itemId: string, who: ReturnType<Course['convener']>) => {
    const { client } = await who;
    const { items } = await client.ok(client.get<Page<TodoView>>('/inbox?limit=50'));
    return items.filter((todo) => todo.itemId === itemId);
  };
  const photo = async () => {
    const picture = { width: 8, height: 8, channels: 3, background: '#375' } as const;
    return sharp({ create: picture }).jpeg().toBuffer();
  };

  it('are taken on by their own department, then due on the day that was promised', async () => {
    const { taskId } = await course.task();
    const other = await course.department(OTHER);
    expect(await other.client.refusal(other.client.post(`/tasks/${taskId}/take`))).toMatchObject({ status: 403 });
    const resident = await course.resident();
    expect(await resident.client.refusal(resident.client.post(`/tasks/${taskId}/take`))).toMatchObject({ status: 403 });
    const lead = await course.department();
    expect(await course.get<TaskDetail>(lead, `/tasks/${taskId}`)).toMatchObject({ actions: ['take', 'refuse'] });
    await course.post(lead, `/tasks/${taskId}/take`);
    const task = await seen(taskId);
    expect(task).toMatchObject({ state: 'in_progress', overdue: false, actions: [], canRate: false });
    expect(task.currentDueAt).toBe(task.dueAt);
    expect(await todosOf(taskId, course.department())).toMatchObject([{ does: '办理并答复', dueAt: task.dueAt }]);
    expect(task.timeline.map((entry) => [entry.label, entry.by])).toEqual([
      ['交办', '召集人'],
      ['接收', '区民政局'],
    ]);
  });

  it('can be sent back within the days for it, and go to another department', async () => {
    const { taskId } = await course.task({ coDepartmentIds: [await course.departmentId(OTHER)] });
    const lead = await course.department();
    expect(await lead.client.refusal(lead.client.post(`/tasks/${taskId}/refuse`))).toMatchObject({ status: 400 });
    await course.post(lead, `/tasks/${taskId}/refuse`, { reason: '不属于民政职责' });
    const county = await course.staff('county_office');
    expect(await todosOf(taskId, course.staff('county_office'))).toMatchObject([{ does: '重新交办' }]);
    const same = { departmentId: await course.departmentId() };
    expect(await county.client.refusal(county.client.post(`/tasks/${taskId}/reassign`, same))).toMatchObject({
      code: 'TASK.SAME_DEPARTMENT',
    });
    const nobody = { departmentId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' };
    expect(await county.client.refusal(county.client.post(`/tasks/${taskId}/reassign`, nobody))).toMatchObject({
      code: 'MINUTES.UNKNOWN_DEPARTMENT',
    });
    await course.post(county, `/tasks/${taskId}/reassign`, { departmentId: await course.departmentId(OTHER) });
    const task = await seen(taskId);
    expect(task).toMatchObject({ state: 'assigned', refusals: 1, leadDepartment: '区城市管理局', coDepartments: [] });
    expect(await todosOf(taskId, course.department())).toEqual([]);
    expect(await todosOf(taskId, course.department(OTHER))).toHaveLength(1);
    expect(await lead.client.refusal(lead.client.post(`/tasks/${taskId}/take`))).toMatchObject({ status: 403 });
    expect(task.timeline.find((entry) => entry.action === 'refuse')).toMatchObject({ reason: null });
  });

  it('cannot be sent back too late', async () => {
    const { taskId } = await course.task();
    course.pass(8);
    const lead = await course.department();
    const late = lead.client.post(`/tasks/${taskId}/refuse`, { reason: '不属于民政职责' });
    expect(await lead.client.refusal(late)).toMatchObject({ status: 409, code: 'TASK.REFUSAL_LATE' });
    expect(await seen(taskId)).toMatchObject({ state: 'assigned', refusals: 0 });
  });

  it('show everyone how they go, with photos', async () => {
    const { taskId, topicId } = await course.task();
    const lead = await course.department();
    const report = { text: '已选定一楼东侧房间，正在装修。', photos: [] as string[] };
    expect(await lead.client.refusal(lead.client.post(`/tasks/${taskId}/progress`, report))).toMatchObject({
      code: 'TASK.NOT_UNDER_WAY',
    });
    await course.post(lead, `/tasks/${taskId}/take`);
    const { body } = await lead.client.upload<{ id: string }>('room.jpg', await photo());
    await course.post(lead, `/tasks/${taskId}/progress`, { ...report, photos: [body.id] });
    const { progress } = await seen(taskId);
    expect(progress).toMatchObject([{ text: report.text, photos: [{ id: body.id }] }]);
    expect((await fetch(`${env.url}${progress[0]?.photos[0]?.thumbUrl}`)).status).toBe(200);
    const topic = await env.cast.visitor.ok(env.cast.visitor.get<TopicDetail>(`/topics/${topicId}`));
    expect(topic.timeline.at(-1)).toMatchObject({ kind: 'task', label: '报告进展', by: '区民政局' });
  });

  it('are answered by class, with the reason where it is not done', async () => {
    const { taskId } = await course.task();
    const lead = await course.department();
    await course.post(lead, `/tasks/${taskId}/take`);
    const reply = { replyClass: 'C', text: '今年没有可用的房屋。', photos: [] };
    expect(await lead.client.refusal(lead.client.post(`/tasks/${taskId}/reply`, reply))).toMatchObject({
      code: 'TASK.REASON_REQUIRED',
    });
    expect(
      await lead.client.refusal(lead.client.post(`/tasks/${taskId}/reply`, { ...reply, replyClass: 'E' })),
    ).toMatchObject({ code: 'REQUEST.INVALID' });
    await course.post(lead, `/tasks/${taskId}/reply`, { ...reply, reason: '院内房屋都已出租' });
    expect(await seen(taskId)).toMatchObject({
      state: 'replied',
      replyClass: 'C',
      reply: { replyClass: 'C', text: reply.text, reason: '院内房屋都已出租', photos: [] },
    });
    expect(await todosOf(taskId, course.convener())).toMatchObject([{ does: '组织评议' }]);
  });

  it('are rated by those whom they concern, whose answers stay hidden below five', async () => {
    const member = await env.cast.one('member', PLACE.township);
    const { taskId, topicId } = await course.task({}, { present: [member, await course.staff('party_committee')] });
    await course.answer(taskId);
    await course.post(await course.convener(), `/tasks/${taskId}/open-evaluation`);
    const stranger = await course.resident(1);
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
    const [todo] = await todosOf(taskId, course.convener());
    expect(todo).toMatchObject({ does: '评议结果处理' });
    expect(todo?.dueAt).toBeGreaterThan(env.clock.now());
    expect(await course.post<MoveResult>(await course.convener(), `/tasks/${taskId}/conclude`)).toMatchObject({
      state: 'closed',
    });
    expect(await seen(taskId)).toMatchObject({ ratings: null, ratingCount: 2 });
    const topic = await env.cast.visitor.ok(env.cast.visitor.get<TopicDetail>(`/topics/${topicId}`));
    expect(topic.state).toBe('closed');
    expect(topic.timeline.slice(-2).map((entry) => [entry.kind, entry.label, entry.by])).toEqual([
      ['task', '办结', '召集人'],
      ['topic', '办结', '系统'],
    ]);
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

  it('rated too low are done again, and show the answers once there are five', async () => {
    const { taskId } = await rated();
    await course.answer(taskId);
    expect(await course.evaluate(taskId, say('dissatisfied', 'dissatisfied', 'fair'))).toBe('redo');
    expect(await seen(taskId)).toMatchObject({ ratings: { satisfied: 2, fair: 1, dissatisfied: 2 }, ratingCount: 5 });
    expect(await todosOf(taskId, course.department())).toMatchObject([{ does: '重新办理' }]);
    await course.post(await course.department(), `/tasks/${taskId}/restart`);
    await course.reply(taskId);
    await course.post(await course.convener(), `/tasks/${taskId}/open-evaluation`);
    expect(await seen(taskId)).toMatchObject({ ratings: null, ratingCount: 0 });
    for (const [who] of say()) await course.rate(await who(), taskId, 'satisfied');
    course.pass(16);
    expect(await course.post(await course.convener(), `/tasks/${taskId}/conclude`)).toMatchObject({ state: 'closed' });
  });

  it('that go on are watched, and closed with a reason', async () => {
    const { taskId, topicId } = await rated();
    await course.answer(taskId, 'B');
    expect(await course.evaluate(taskId, say())).toBe('long_term');
    const { client } = await course.convener();
    expect(await todosOf(taskId, course.convener())).toMatchObject([{ does: '每季度复核' }]);
    expect(await client.refusal(client.post(`/topics/${topicId}/close`))).toMatchObject({ code: 'TOPIC.TASKS_OPEN' });
    expect(await client.refusal(client.post(`/tasks/${taskId}/close`))).toMatchObject({ code: 'REQUEST.INVALID' });
    await client.ok(client.post(`/tasks/${taskId}/close`, { reason: '活动室已开放三个月' }));
    expect(await client.ok(client.get<TopicDetail>(`/topics/${topicId}`))).toMatchObject({ state: 'closed' });
  });

  it('go to a new session where the result is bad, whose outcome takes them over', async () => {
    const { taskId, topicId } = await rated();
    await course.answer(taskId);
    await course.evaluate(taskId, say('dissatisfied', 'dissatisfied', 'dissatisfied'));
    await course.post(await course.convener(), `/tasks/${taskId}/reconsult`, { reason: '住户仍不满意选址' });
    expect(await todosOf(taskId, course.convener())).toMatchObject([{ does: '召集再次协商' }]);
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

  it('taken over by a session that agreed nothing leave their topic to the convener', async () => {
    const { taskId, topicId } = await rated();
    await course.answer(taskId);
    await course.evaluate(taskId, say('dissatisfied', 'dissatisfied', 'dissatisfied'));
    await course.post(await course.convener(), `/tasks/${taskId}/reconsult`, { reason: '住户仍不满意选址' });
    await course.handOut([topicId], [], { consensus: [], dissent: ['选址仍没有谈拢'] });
    expect(await seen(taskId)).toMatchObject({ state: 'closed' });
    const topic = await env.cast.visitor.ok(env.cast.visitor.get<TopicDetail>(`/topics/${topicId}`));
    expect(topic.state).toBe('resolving');
    expect(await todosOf(topicId, course.convener())).toMatchObject([{ does: '确定下一步' }]);
  });

  it('close their topic with the last of them, also when two are closed at once', async () => {
    const topicId = await course.accepted();
    const tasks = [await course.agreedTask(), await course.agreedTask({ what: '配好桌椅' })];
    const { taskIds } = await course.handOut([topicId], tasks);
    for (const id of taskIds) {
      await course.answer(id, 'D');
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

  it('stand in a public ledger, soonest due first, where a broken promise cannot hide', async () => {
    const { taskId } = await course.task({ dueAt: env.clock.now() + 10 * 86_400_000 });
    await course.post(await course.department(), `/tasks/${taskId}/take`);
    course.pass(20);
    const { visitor } = env.cast;
    const ledger = `/tasks?region=${PLACE.townshipCode}`;
    const overdue = await visitor.ok(visitor.get<Page<TaskSummary>>(`${ledger}&overdue=true&limit=50`));
    expect(overdue.items.map((task) => task.id)).toContain(taskId);
    expect(overdue.items.every((task) => task.overdue)).toBe(true);
    const working = await visitor.ok(visitor.get<Page<TaskSummary>>(`${ledger}&state=in_progress&limit=50`));
    expect(working.items.map((task) => task.id)).toContain(taskId);
    const whole = await visitor.ok(visitor.get<Page<TaskSummary>>(`${ledger}&limit=50`));
    const paged: TaskSummary[] = [];
    let after = '';
    do {
      const page: Page<TaskSummary> = await visitor.ok(visitor.get(`${ledger}&limit=3${after && `&after=${after}`}`));
      paged.push(...page.items);
      after = page.nextAfter ?? '';
    } while (after !== '');
    expect(paged).toEqual(whole.items);
    const due = paged.map((task) => task.dueAt);
    expect(due).toEqual([...due].sort((a, b) => a - b));
    const lead = await course.department();
    const mine = await course.get<Page<TaskSummary>>(lead, '/tasks/mine?as=lead&limit=50');
    expect(mine.items.map((task) => task.id)).toContain(taskId);
    expect(mine.items.every((task) => task.leadDepartment === '区民政局' && task.state !== 'closed')).toBe(true);
  });
});
