import { type Created, type MinutesDetail, type TaskDetail } from '@consult/shared';
import type { Player } from '../support/cast.js';
import { Course, OTHER } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { ScriptedChecks, uploadPhoto, withOpenid } from '../support/moderation.js';
import { Stage } from '../support/sessions.js';
import { PLACE } from '../support/topics.js';

const reason = '信息有误';

/** The ids of all things that stand in an answer, at any depth. */
function idsIn(body: unknown): string[] {
  if (Array.isArray(body)) return body.flatMap(idsIn);
  if (typeof body !== 'object' || body === null) return [];
  const own = 'id' in body && typeof body.id === 'string' ? [body.id] : [];
  return [...own, ...Object.values(body).flatMap(idsIn)];
}

describe.each(DATABASES)('what was taken down or not reviewed stands nowhere, on %s', (kind) => {
  let env: TestEnvironment;
  beforeAll(async () => {
    env = await createTestEnvironment(kind, { logLevel: 'silent' });
  });
  afterAll(() => env.stop());

  it('whatever page it was on', async () => {
    const course = new Course(env);
    const { taskId, topicId, sessionId, minutesId, outcomeId } = await course.task();
    await course.post(await course.department(), `/tasks/${taskId}/take`);
    const lead = await course.department();
    const progress = { text: '已经进场', photos: [await uploadPhoto(lead)] };
    await course.post(lead, `/tasks/${taskId}/progress`, progress);
    // Overdue, so that it stands on the first page.
    course.pass(90);
    const second = await correct(course, minutesId);
    const next = await course.call([await course.accepted()]);
    await course.post(await course.convener(), `/sessions/${next.id}/announce`);
    const { visitor } = env.cast;
    const task = await visitor.ok(visitor.get<TaskDetail>(`/tasks/${taskId}`));
    const pages = [
      `/home?township=${PLACE.townshipCode}`,
      `/topics/${topicId}`,
      ...[sessionId, next.id].map((id) => `/sessions/${id}`),
      ...[minutesId, second].map((id) => `/minutes/${id}`),
      `/outcomes/${outcomeId}`,
      `/tasks/${taskId}`,
    ];
    const mentions = async (id: string) => {
      const found: string[] = [];
      for (const page of pages) {
        const { status, body } = await visitor.get<unknown>(page);
        if (status === 200 && idsIn(body).includes(id)) found.push(page);
      }
      return found;
    };
    const [home, topic, session, , firstMinutes, secondMinutes, outcome, promise] = pages;
    const move = async (item: string, action: string) =>
      course.post(await course.convener(), `/moderation/items/${item}/${action}`, { reason });
    for (const [item, where] of [
      [`session/${next.id}`, [home, `/sessions/${next.id}`]],
      [`progress/${task.reports[0]?.id}`, [promise]],
      [`photo/${task.reports[0]?.photos[0]?.id}`, [promise]],
      [`task/${taskId}`, [home, topic, outcome, promise]],
      [`outcome/${outcomeId}`, [home, topic, outcome]],
      [`minutes/${minutesId}`, [session, firstMinutes, secondMinutes]],
      [`minutes/${second}`, [session, firstMinutes, secondMinutes, outcome]],
      [`session/${sessionId}`, [topic, session]],
    ] as const) {
      const id = item.split('/')[1] ?? '';
      expect([item, await mentions(id)]).toEqual([item, where]);
      await move(item, 'take-down');
      expect([item, await mentions(id)]).toEqual([item, []]);
      await move(item, 'restore');
      expect([item, await mentions(id)]).toEqual([item, where]);
    }
  }, 120_000);

  /** A second version of minutes, published. */
  async function correct(course: Course, minutesId: string): Promise<string> {
    const { id } = await course.post<Created>(await course.convener(), `/minutes/${minutesId}/correct`, { reason });
    const { revision, situation, points, departmentAnswers, consensus, dissent, noDissent } =
      await course.get<MinutesDetail>(await course.convener(), `/minutes/${id}`);
    const content = { situation, points, departmentAnswers, consensus, dissent, noDissent, tasks: [], photos: [] };
    await course.writeMinutes(id, { ...content, revision });
    return id;
  }

  it('an objection, for those who were at the session but do not handle it', async () => {
    const checks = new ScriptedChecks(env);
    const stage = new Stage(env);
    const { minutesId } = await stage.circulated();
    const [resident, other] = [await stage.resident(), await stage.resident(1)];
    await withOpenid(env, resident);
    checks.text = () => ({ suggest: 'review', label: 20003 });
    const body = { text: '漏记了停车的事' };
    const { id } = await resident.client.ok(resident.client.post<Created>(`/minutes/${minutesId}/objections`, body));
    const seen = async (who: Player) => (await stage.minutes(who, minutesId)).objections.map((one) => one.id);
    for (const step of [async () => {}, () => env.work()]) {
      await step();
      expect([await seen(resident), await seen(other), await seen(await stage.convener())]).toEqual([[id], [], [id]]);
    }
    const convener = await stage.convener();
    await convener.client.ok(convener.client.post(`/moderation/checks/${await checkOf(convener, id)}/approve`));
    expect(await seen(other)).toEqual([id]);
  });

  it('what was said with an evaluation', async () => {
    const checks = new ScriptedChecks(env);
    const course = new Course(env);
    const others = [
      () => env.cast.one('member', PLACE.township),
      () => course.staff('party_committee'),
      () => course.staff('county_office'),
      () => course.department(OTHER),
    ];
    const { taskId } = await course.task({}, { present: await Promise.all(others.map((who) => who())) });
    await course.answer(taskId);
    await course.post(await course.convener(), `/tasks/${taskId}/open-evaluation`);
    // Answers are shown once there are five.
    for (const who of others) await course.rate(await who(), taskId, 'satisfied');
    const raiser = await course.resident();
    checks.text = () => ({ suggest: 'review', label: 20003 });
    const rating = { process: 'satisfied', result: 'satisfied', handling: 'satisfied', comment: '办得又快又好' };
    await course.post(raiser, `/tasks/${taskId}/rate`, rating);
    await env.work();
    course.pass(16);
    await course.post(await course.convener(), `/tasks/${taskId}/conclude`);
    const comments = async () => {
      const { visitor } = env.cast;
      return (await visitor.ok(visitor.get<TaskDetail>(`/tasks/${taskId}`))).comments;
    };
    expect(await comments()).toEqual([]);
    const convener = await course.convener();
    const checkId = await checkOf(convener, `${taskId}:${raiser.id}`);
    await course.post(convener, `/moderation/checks/${checkId}/approve`);
    expect(await comments()).toEqual(['办得又快又好']);
  });

  async function checkOf({ client }: Player, ownerId: string): Promise<string> {
    const path = `/moderation/checks?region=${PLACE.townshipCode}&state=in_review&limit=50`;
    const { items } = await client.ok(client.get<{ items: { ownerId: string; checkId: string }[] }>(path));
    return items.find((check) => check.ownerId === ownerId)?.checkId ?? '';
  }
});
