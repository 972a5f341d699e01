import {
  type AgreedTask,
  DAY_MS,
  OUTCOME_LIMITS,
  type OutcomeDetail,
  type OutcomeSummary,
  type Page,
  type TopicDetail,
} from '@consult/shared';
import { UNKNOWN } from '../support/call-route.js';
import { Course, type Held, OTHER } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { PLACE } from '../support/topics.js';

const REGION = `region=${PLACE.townshipCode}`;
const SUMMARY = '各方同意在院内建老年活动室，年内完成。';

describe.each(DATABASES)('outcomes on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
  });
  afterAll(() => env.stop());

  const publicTopic = (id: string) => env.cast.visitor.ok(env.cast.visitor.get<TopicDetail>(`/topics/${id}`));

  it('are drafted from the minutes and stand before the convener, unseen by others', async () => {
    const topicId = await course.accepted();
    const tasks = [await course.agreedTask()];
    const { outcomeId, sessionId } = await course.hold([topicId], { tasks, dissent: ['有住户担心噪音'] });
    const outcome = await course.get<OutcomeDetail>(await course.convener(), `/outcomes/${outcomeId}`);
    expect(outcome).toMatchObject({
      sessionId,
      title: '沿西社区养老设施协商会',
      state: 'drafted',
      conclusion: 'partial',
      consensus: ['在院内建一处老年活动室'],
      dissent: ['有住户担心噪音'],
      summary: '',
      canEdit: true,
      actions: ['publish'],
      agreedTasks: [{ leadDepartment: '区民政局', coDepartments: [] }],
      minutesTasks: [{ leadDepartment: '区民政局', coDepartments: [] }],
      tasks: [],
    });
    expect(await course.todosOf(outcomeId)).toMatchObject([{ kind: 'outcome', does: '发布协商成果' }]);
    expect((await env.cast.visitor.get(`/outcomes/${outcomeId}`)).status).toBe(404);
    const resident = await course.resident(1);
    expect((await resident.client.get(`/outcomes/${outcomeId}`)).status).toBe(404);
    const elsewhere = await env.cast.one('convener', '曙光街道');
    expect((await elsewhere.client.get(`/outcomes/${outcomeId}`)).status).toBe(404);
    expect(await elsewhere.client.refusal(elsewhere.client.get(`/outcomes/work?${REGION}`))).toMatchObject({
      code: 'REGION.OUTSIDE',
    });
    expect(await publicTopic(topicId)).toMatchObject({ state: 'deliberating', outcomes: [] });
  });

  it('name whom the report is sent to, for those who handle it alone, and offer the same again next time', async () => {
    const task = await course.agreedTask();
    const { outcomeId } = await course.hold([await course.accepted()], { tasks: [task] });
    const path = `/outcomes/${outcomeId}`;
    const { client } = await course.convener();
    const body = { summary: SUMMARY, suggestions: [], tasks: [task] };
    const recipients = ['区委办公室', '区政府办公室'];
    const tooLong = { ...body, recipients: ['局'.repeat(OUTCOME_LIMITS.recipientMax + 1)], revision: 0 };
    expect(await client.refusal(client.put(path, tooLong))).toMatchObject({ code: 'REQUEST.INVALID' });
    const tooMany = { ...body, recipients: Array(OUTCOME_LIMITS.recipientsMax + 1).fill('区委办公室'), revision: 0 };
    expect(await client.refusal(client.put(path, tooMany))).toMatchObject({ code: 'REQUEST.INVALID' });
    await client.ok(client.put(path, { ...body, recipients, revision: 0 }));
    // A writer who says nothing of them leaves them as they are.
    await client.ok(client.put(path, { ...body, revision: 1 }));
    await client.ok(client.post(`${path}/publish`));
    expect(await client.ok(client.get<OutcomeDetail>(path))).toMatchObject({ recipients });
    const { visitor } = env.cast;
    expect(await visitor.ok(visitor.get<OutcomeDetail>(path))).toMatchObject({ recipients: [] });
    // What goes straight to its departments is sent to nobody else; what was not is passed over.
    const offered = async (held: Held) =>
      (await course.get<OutcomeDetail>(await course.convener(), `/outcomes/${held.outcomeId}`)).recipients;
    const planned = await course.planned();
    const small = await course.hold([await course.accepted()], { tasks: [task] });
    expect(await offered(small)).toEqual([]);
    await course.publish(small.outcomeId, [task]);
    expect(await offered(await course.hold([planned], { format: 'onsite', tasks: [task] }))).toEqual(recipients);
  });

  it('are written by the convener alone, with departments that exist and days to come', async () => {
    const task = await course.agreedTask();
    const { outcomeId } = await course.hold([await course.accepted()], { tasks: [task] });
    const path = `/outcomes/${outcomeId}`;
    const { client } = await course.convener();
    expect(await client.refusal(client.post(`${path}/publish`))).toMatchObject({ code: 'OUTCOME.SUMMARY_MISSING' });
    const body = { summary: SUMMARY, suggestions: [], tasks: [task], revision: 0 };
    const unknown = { ...task, leadDepartmentId: UNKNOWN };
    expect(await client.refusal(client.put(path, { ...body, tasks: [unknown] }))).toMatchObject({
      code: 'MINUTES.UNKNOWN_DEPARTMENT',
    });
    const past = { ...task, dueAt: env.clock.now() - DAY_MS };
    expect(await client.refusal(client.put(path, { ...body, tasks: [past] }))).toMatchObject({
      code: 'MINUTES.PAST_DUE_DATE',
    });
    expect(await client.refusal(client.put(path, { ...body, summary: '短' }))).toMatchObject({
      code: 'REQUEST.INVALID',
      details: { fields: [{ field: 'summary' }] },
    });
    const county = await course.staff('county_office');
    expect(await county.client.refusal(county.client.put(path, body))).toMatchObject({ status: 403 });
    expect(await client.ok(client.put(path, body))).toMatchObject({ revision: 1 });
    expect(await client.refusal(client.put(path, { ...body, summary: `${SUMMARY}别的` }))).toMatchObject({
      status: 409,
      code: 'OUTCOME.STALE',
      details: { revision: 1 },
    });
    expect(await client.ok(client.get<OutcomeDetail>(path))).toMatchObject({ summary: SUMMARY, revision: 1 });
    await client.ok(client.post(`${path}/publish`));
    expect(await client.refusal(client.put(path, body))).toMatchObject({ code: 'OUTCOME.NOT_EDITABLE' });
  });

  it('once published are for everyone and take their topics to 落实', async () => {
    const topicId = await course.accepted();
    const tasks = [await course.agreedTask()];
    const { outcomeId } = await course.hold([topicId], { tasks });
    await course.publish(outcomeId, tasks);
    const topic = await publicTopic(topicId);
    expect(topic.state).toBe('resolving');
    expect(topic.outcomes.map((outcome) => outcome.id)).toEqual([outcomeId]);
    const shown = await env.cast.visitor.ok(env.cast.visitor.get<OutcomeDetail>(`/outcomes/${outcomeId}`));
    expect(shown.minutesTasks).toEqual(shown.agreedTasks);
    expect(topic.timeline.slice(-2).map((entry) => entry.label)).toEqual(['发布协商成果', '转入落实']);
    const { visitor } = env.cast;
    const { items } = await visitor.ok(visitor.get<Page<OutcomeSummary>>(`/outcomes?${REGION}`));
    expect(items[0]).toMatchObject({ id: outcomeId, state: 'published', summary: SUMMARY });
    const { client } = await course.convener();
    expect(await client.refusal(client.post(`/topics/${topicId}/close`))).toMatchObject({ code: 'TOPIC.OUTCOME_OPEN' });
  });

  it('go to the county, are instructed and handed out, and keep the 批示 inside', async () => {
    const topicId = await course.planned();
    const lead = await course.agreedTask();
    const tasks = [
      lead,
      await course.agreedTask({ what: '清理院内杂物', leadDepartmentId: await course.departmentId(OTHER) }),
    ];
    const { outcomeId } = await course.hold([topicId], { format: 'onsite', tasks });
    await course.publish(outcomeId, tasks);
    const convener = await course.convener();
    const path = `/outcomes/${outcomeId}`;
    expect(await convener.client.refusal(convener.client.post(`${path}/assign-directly`))).toMatchObject({
      code: 'OUTCOME.NOT_LIGHT',
    });
    expect(await course.get<OutcomeDetail>(convener, path)).toMatchObject({ actions: ['send'] });
    await course.post(convener, `${path}/send`, { documentNumber: '沿政协〔2026〕3号' });
    const county = await course.staff('county_office');
    expect(await course.todosOf(outcomeId, course.staff('county_office'))).toMatchObject([{ does: '呈批、登记批示' }]);
    expect(await county.client.refusal(county.client.post(`${path}/assign`))).toMatchObject({
      code: 'MOVE.NOT_POSSIBLE',
    });
    await course.post(county, `${path}/instruct`, {
      instructor: '分管副区长',
      instruction: '请民政局牵头，年底前完成。',
    });
    await course.post(county, `${path}/assign`);
    const { visitor } = env.cast;
    const seen = await visitor.ok(visitor.get<OutcomeDetail>(path));
    expect(seen).toMatchObject({
      state: 'assigned',
      documentNumber: '沿政协〔2026〕3号',
      instruction: null,
      instructor: null,
    });
    expect(seen.tasks.map((task) => [task.what, task.leadDepartment, task.state])).toEqual([
      [lead.what, '区民政局', 'assigned'],
      ['清理院内杂物', '区城市管理局', 'assigned'],
    ]);
    expect(JSON.stringify(await publicTopic(topicId))).not.toContain('请民政局牵头');
    expect(await course.get<OutcomeDetail>(county, path)).toMatchObject({ instruction: '请民政局牵头，年底前完成。' });
    const [first] = seen.tasks;
    expect(await course.todosOf(first?.id ?? '', course.department())).toMatchObject([{ does: '接收或退回交办事项' }]);
    expect(await course.todosOf(first?.id ?? '', course.department(OTHER))).toEqual([]);
  });

  it('of a 微协商 are handed out by the convener, once however often at once', async () => {
    const tasks = [await course.agreedTask()];
    const { outcomeId } = await course.hold([await course.accepted()], { tasks });
    await course.publish(outcomeId, tasks);
    const { client } = await course.convener();
    const answers = await Promise.all([1, 2].map(() => client.post(`/outcomes/${outcomeId}/assign-directly`)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const outcome = await client.ok(client.get<OutcomeDetail>(`/outcomes/${outcomeId}`));
    expect(outcome.tasks).toHaveLength(1);
  });

  it('without consensus or tasks bring each topic before its convener, who closes it with a reason', async () => {
    const topicId = await course.accepted();
    const { outcomeId, taskIds } = await course.handOut([topicId], [], { consensus: [], dissent: ['选址没有谈拢'] });
    expect(taskIds).toEqual([]);
    expect(await env.cast.visitor.ok(env.cast.visitor.get<OutcomeDetail>(`/outcomes/${outcomeId}`))).toMatchObject({
      conclusion: 'none',
      dissent: ['选址没有谈拢'],
    });
    expect(await course.todosOf(topicId)).toMatchObject([{ kind: 'topic', does: '确定下一步' }]);
    const reason = { reason: '各方同意明年另行选址' };
    await course.post(await course.convener(), `/topics/${topicId}/suspend`, { reason: '等社区换届' });
    expect(await course.todosOf(topicId)).toEqual([]);
    await course.post(await course.convener(), `/topics/${topicId}/resume`);
    expect(await course.todosOf(topicId)).toMatchObject([{ does: '确定下一步' }]);
    await course.post(await course.convener(), `/topics/${topicId}/close`, reason);
    expect(await course.todosOf(topicId)).toEqual([]);
    const topic = await publicTopic(topicId);
    expect(topic).toMatchObject({ state: 'closed' });
    expect(topic.timeline.at(-1)).toMatchObject({ label: '办结', reason: reason.reason });
  });

  it('leave a topic open while another session about it is in preparation', async () => {
    const topicId = await course.accepted();
    await course.handOut([topicId], [], { consensus: [], dissent: ['选址没有谈拢'] });
    const { id: sessionId } = await course.call([topicId]);
    const { client } = await course.convener();
    const close = client.post(`/topics/${topicId}/close`, { reason: '各方同意明年另行选址' });
    expect(await client.refusal(close)).toMatchObject({ status: 409, code: 'TOPIC.SESSION_OPEN' });
    await course.post(await course.convener(), `/sessions/${sessionId}/cancel`, { reason: '各方已商定' });
    await course.post(await course.convener(), `/topics/${topicId}/close`, { reason: '各方同意明年另行选址' });
  });

  /** Publishes a further version of minutes, with somebody's doubt in it. @returns its id */
  async function correct(minutesId: string, tasks: AgreedTask[]): Promise<string> {
    const convener = await course.convener();
    const { id } = await course.post<{ id: string }>(convener, `/minutes/${minutesId}/correct`, {
      reason: '漏记一条意见',
    });
    const { revision } = await course.get<{ revision: number }>(convener, `/minutes/${id}`);
    await course.writeMinutes(id, {
      situation: '院内老人多。',
      points: [{ speaker: '居民代表', text: '希望有一处能坐下来的地方。' }],
      departmentAnswers: [],
      consensus: ['在院内建一处老年活动室'],
      dissent: ['有住户担心噪音'],
      noDissent: false,
      tasks,
      photos: [],
      revision,
    });
    return id;
  }

  it('say once they are out that their minutes were corrected, and keep what they said', async () => {
    const tasks = [await course.agreedTask()];
    const { outcomeId } = await course.handOut([await course.accepted()], tasks);
    const read = () => env.cast.visitor.ok(env.cast.visitor.get<OutcomeDetail>(`/outcomes/${outcomeId}`));
    const { minutesId, minutesCorrected } = await read();
    expect(minutesCorrected).toBeNull();
    const id = await correct(minutesId, tasks);
    expect(await read()).toMatchObject({
      minutesId,
      dissent: [],
      minutesCorrected: { id, version: 2, publishedAt: env.clock.now() },
    });
    const third = await correct(id, tasks);
    expect((await read()).minutesCorrected).toMatchObject({ id: third, version: 3 });
  });

  it('take up a correction of the minutes while they are drafts, and keep what the convener wrote', async () => {
    const tasks = [await course.agreedTask()];
    const { outcomeId, minutesId } = await course.hold([await course.accepted()], { tasks });
    const convener = await course.convener();
    const edited = [{ ...(await course.agreedTask()), what: '在院内建一处三十平方米的老年活动室' }];
    const body = { summary: SUMMARY, suggestions: [], tasks: edited, revision: 0 };
    await convener.client.ok(convener.client.put(`/outcomes/${outcomeId}`, body));
    const id = await correct(minutesId, tasks);
    const outcome = await course.get<OutcomeDetail>(await course.convener(), `/outcomes/${outcomeId}`);
    expect(outcome).toMatchObject({
      minutesId: id,
      conclusion: 'partial',
      dissent: ['有住户担心噪音'],
      summary: SUMMARY,
      agreedTasks: [{ what: '在院内建一处三十平方米的老年活动室' }],
      // What was corrected was not in what the convener has open.
      revision: 2,
    });
  });

  it('about sensitive topics only are seen by those who handle them or had a part', async () => {
    const topicId = await course.accepted();
    const { client } = await course.convener();
    await client.ok(client.put(`/topics/${topicId}/sensitivity`, { sensitive: true, reason: '涉及病人隐私' }));
    const { outcomeId, taskIds } = await course.handOut([topicId], [await course.agreedTask()]);
    for (const path of [`/outcomes/${outcomeId}`, `/tasks/${taskIds[0]}`]) {
      expect((await env.cast.visitor.get(path)).status).toBe(404);
      expect((await (await course.resident(1)).client.get(path)).status).toBe(404);
      expect((await (await course.department(OTHER)).client.get(path)).status).toBe(404);
      expect((await (await course.resident()).client.get(path)).status).toBe(200);
      expect((await (await course.department()).client.get(path)).status).toBe(200);
      expect((await (await course.staff('county_office')).client.get(path)).status).toBe(200);
    }
    for (const list of ['outcomes', 'tasks']) {
      const { visitor } = env.cast;
      const { items } = await visitor.ok(visitor.get<Page<{ id: string }>>(`/${list}?${REGION}&limit=50`));
      expect(items.map((item) => item.id)).not.toContain(list === 'tasks' ? taskIds[0] : outcomeId);
    }
  });

  it('about what has become sensitive, with their minutes, stay with whoever belongs to the session', async () => {
    const topicId = await course.accepted();
    const cosigner = await course.resident(1);
    await course.post(cosigner, `/topics/${topicId}/cosign`);
    const mine = async () => {
      const { items } = await course.get<Page<{ id: string }>>(await course.resident(1), '/topics/mine?as=cosigner');
      return items.map((item) => item.id);
    };
    expect(await mine()).toContain(topicId);
    const guest = await env.cast.one('member', PLACE.township);
    const agreed = await course.agreedTask({ coDepartmentIds: [await course.departmentId(OTHER)] });
    const { outcomeId, minutesId, taskIds, sessionId } = await course.handOut([topicId], [agreed], {
      present: [guest],
    });
    const { client } = await course.convener();
    const shown = ['minutes', 'outcomes', 'tasks', 'sessions'].map(
      (noun, i) => `/${noun}/${[minutesId, outcomeId, taskIds[0], sessionId][i]}`,
    );
    const statuses = async (who: { client: typeof client }) =>
      Promise.all(shown.map(async (path) => (await who.client.get(path)).status));
    const stranger = () => env.cast.one('resident', '曙光街道');
    expect(await statuses(await stranger())).toEqual([200, 200, 200, 200]);
    await client.ok(client.put(`/topics/${topicId}/sensitivity`, { sensitive: true, reason: '涉及病人隐私' }));
    expect(await statuses(await stranger())).toEqual([404, 404, 404, 404]);
    expect(await statuses({ client: env.cast.visitor })).toEqual([404, 404, 404, 404]);
    for (const who of [course.resident(), course.resident(1), env.cast.one('member', PLACE.township)]) {
      expect(await statuses(await who)).toEqual([200, 200, 200, 200]);
    }
    expect(await statuses(await course.staff('county_office'))).toEqual([200, 200, 200, 200]);
    // Departments carry it out: they see what was promised, not who said what.
    expect(await statuses(await course.department(OTHER))).toEqual([404, 200, 200, 404]);
    expect(await mine()).not.toContain(topicId);
  });

  it('are listed latest published first, a page at a time, for everyone and for staff', async () => {
    for (const list of ['outcomes', 'outcomes/work']) {
      const { client } = await course.convener();
      const seen: OutcomeSummary[] = [];
      let after = '';
      do {
        const path = `/${list}?${REGION}&limit=2${after && `&after=${after}`}`;
        const page: Page<OutcomeSummary> = await client.ok(client.get(path));
        seen.push(...page.items);
        after = page.nextAfter ?? '';
      } while (after !== '');
      expect(new Set(seen.map((item) => item.id)).size).toBe(seen.length);
      const published = seen.map((item) => item.publishedAt);
      if (list === 'outcomes') {
        expect(published).not.toContain(null);
        expect(published).toEqual([...published].sort((a, b) => Number(b) - Number(a)));
      } else expect(published).toContain(null);
    }
  });
});
