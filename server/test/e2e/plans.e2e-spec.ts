import type { Created, MoveResult, Page, PlanDetail, PlanSummary, TopicDetail, TopicSummary } from '@consult/shared';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { acceptedTopic, PLACE } from '../support/topics.js';

const ELSEWHERE = '曙光街道';

describe.each(DATABASES)('plans on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
  });
  afterAll(() => env.stop());

  /** A plan that holds this many topics. */
  async function planWith(count: number): Promise<{ planId: string; topicIds: string[] }> {
    const planId = await course.plan();
    const topicIds: string[] = [];
    for (let i = 0; i < count; i++) {
      const topicId = await course.accepted();
      await course.post(await course.convener(), `/topics/${topicId}/shortlist`, { planId });
      topicIds.push(topicId);
    }
    return { planId, topicIds };
  }

  it('has one plan a quarter, which only the township’s staff see until it is published', async () => {
    const { client } = await course.convener();
    const quarter = { township: PLACE.townshipCode, year: 2026, quarter: 4 };
    const { id } = await client.ok(client.post<Created>('/plans', quarter));
    expect(await client.refusal(client.post('/plans', quarter))).toMatchObject({ status: 409, code: 'PLAN.EXISTS' });
    const plan = await client.ok(client.get<PlanDetail>(`/plans/${id}`));
    expect(plan).toMatchObject({ title: '2026年第四季度协商计划', stage: 'drafting', topicCount: 0, actions: [] });
    const { visitor } = env.cast;
    expect((await visitor.get(`/plans/${id}`)).status).toBe(404);
    const stranger = await env.cast.one('convener', ELSEWHERE);
    expect((await stranger.client.get(`/plans/${id}`)).status).toBe(404);
    const open = await visitor.ok(visitor.get<Page<PlanSummary>>(`/plans?region=${PLACE.townshipCode}`));
    expect(open.items.map((item) => item.id)).not.toContain(id);
    const own = await client.ok(client.get<Page<PlanSummary>>(`/plans?region=${PLACE.townshipCode}`));
    expect(own.items.map((item) => item.id)).toContain(id);
  });

  it('lets nobody make or fill a plan but the convener of its township', async () => {
    const stranger = await env.cast.one('convener', ELSEWHERE);
    const quarter = { township: PLACE.townshipCode, year: 2027, quarter: 1 };
    expect(await stranger.client.refusal(stranger.client.post('/plans', quarter))).toMatchObject({
      code: 'REGION.OUTSIDE',
    });
    const county = await course.staff('county_office');
    expect(await county.client.refusal(county.client.post('/plans', quarter))).toMatchObject({
      code: 'AUTH.FORBIDDEN',
    });
    const planId = await course.plan();
    const { id } = await acceptedTopic(env.cast);
    const refusal = stranger.client.refusal(stranger.client.post(`/topics/${id}/shortlist`, { planId }));
    expect(await refusal).toMatchObject({ status: 404 });
  });

  it('shows a topic five days to the public before it goes to review', async () => {
    const { planId, topicIds } = await planWith(1);
    const early = (await course.convener()).client;
    expect(await early.refusal(early.post(`/plans/${planId}/propose`))).toMatchObject({
      status: 409,
      code: 'PLAN.COMMENT_PERIOD',
      details: { days: 5 },
    });
    course.pass(4);
    const late = (await course.convener()).client;
    expect(await late.refusal(late.post(`/plans/${planId}/propose`))).toMatchObject({ details: { days: 1 } });
    course.pass(1);
    const moved = await course.post<MoveResult>(await course.convener(), `/plans/${planId}/propose`);
    expect(moved).toEqual({ id: planId, state: 'party_review' });
    const topic = await course.get<TopicDetail>(await course.convener(), `/topics/${topicIds[0]}`);
    expect(topic).toMatchObject({ state: 'party_review', planId });
  });

  it('takes no topic once it is under review, and none twice', async () => {
    const { planId, topicIds } = await planWith(1);
    const { client } = await course.convener();
    const another = await course.plan();
    expect(await client.refusal(client.post(`/topics/${topicIds[0]}/shortlist`, { planId: another }))).toMatchObject({
      code: 'MOVE.NOT_POSSIBLE',
    });
    course.pass(5);
    await course.post(await course.convener(), `/plans/${planId}/propose`);
    const late = await course.accepted();
    const convener = (await course.convener()).client;
    expect(await convener.refusal(convener.post(`/topics/${late}/shortlist`, { planId }))).toMatchObject({
      code: 'PLAN.NOT_DRAFTING',
    });
    expect(await convener.refusal(convener.post(`/plans/${another}/propose`))).toMatchObject({ code: 'PLAN.EMPTY' });
  });

  it('passes both reviews whole, is published and then stands for everyone with its sources', async () => {
    const { planId, topicIds } = await planWith(2);
    course.pass(5);
    await course.post(await course.convener(), `/plans/${planId}/propose`);
    const convener = (await course.convener()).client;
    expect(await convener.refusal(convener.post(`/plans/${planId}/party-approve`))).toMatchObject({ status: 403 });
    const party = await course.staff('party_committee');
    const county = await course.staff('county_office');
    expect(await county.client.refusal(county.client.post(`/plans/${planId}/county-approve`))).toMatchObject({
      status: 409,
      code: 'PLAN.NOT_POSSIBLE',
      details: { stageCode: 'party_review' },
    });
    expect(await course.get<PlanDetail>(party, `/plans/${planId}`)).toMatchObject({
      actions: ['party_approve', 'party_send_back'],
    });
    await course.post(party, `/plans/${planId}/party-approve`);
    await course.post(county, `/plans/${planId}/county-approve`);
    expect((await env.cast.visitor.get(`/plans/${planId}`)).status).toBe(404);
    const [first = ''] = topicIds;
    expect(await course.todosOf(first, county)).toMatchObject([{ does: '公布计划' }]);
    expect(await course.todosOf(first)).toEqual([]);
    const isOut = async () =>
      (await env.cast.visitor.ok(env.cast.visitor.get<TopicDetail>(`/topics/${first}`))).planPublished;
    expect(await isOut()).toBe(false);
    expect(await course.post(county, `/plans/${planId}/publish`)).toEqual({ id: planId, state: 'published' });
    expect(await county.client.refusal(county.client.post(`/plans/${planId}/publish`))).toMatchObject({ status: 409 });
    expect(await course.todosOf(first, county)).toEqual([]);
    expect(await course.todosOf(first)).toMatchObject([{ does: '召集协商' }]);
    expect(await isOut()).toBe(true);
    const { visitor } = env.cast;
    const plan = await visitor.ok(visitor.get<PlanDetail>(`/plans/${planId}`));
    expect(plan).toMatchObject({ stage: 'published', topicCount: 2, sources: { resident: 2, member: 0 }, actions: [] });
    expect(plan.topics.map((topic) => topic.id).sort()).toEqual([...topicIds].sort());
    const topic = await visitor.ok(visitor.get<TopicDetail>(`/topics/${topicIds[0]}`));
    expect(topic.timeline.map((entry) => entry.label)).toEqual([
      '提出议题',
      '受理',
      '列为拟定议题',
      '送乡镇党委审核',
      '乡镇党委同意',
      '县政协审定通过',
      '公布计划',
    ]);
  });

  it('sends every topic back to the pool with the reviewer’s reason', async () => {
    const { planId, topicIds } = await planWith(2);
    course.pass(5);
    await course.post(await course.convener(), `/plans/${planId}/propose`);
    const party = await course.staff('party_committee');
    expect(await party.client.refusal(party.client.post(`/plans/${planId}/party-send-back`))).toMatchObject({
      code: 'REQUEST.INVALID',
    });
    const reason = { reason: '请先与社区核实人数' };
    const moved = await course.post<MoveResult>(party, `/plans/${planId}/party-send-back`, reason);
    expect(moved.state).toBe('drafting');
    for (const id of topicIds) {
      const topic = await course.get<TopicDetail>(await course.convener(), `/topics/${id}`);
      expect(topic).toMatchObject({ state: 'accepted', planId: null, lastReason: reason.reason });
    }
  });

  it('answers the second of two approvals at once with what the plan is now', async () => {
    const { planId } = await planWith(2);
    course.pass(5);
    await course.post(await course.convener(), `/plans/${planId}/propose`);
    const party = await course.staff('party_committee');
    const answers = await Promise.all([1, 2].map(() => party.client.post(`/plans/${planId}/party-approve`)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({
      code: 'PLAN.NOT_POSSIBLE',
      details: { stageCode: 'county_review' },
    });
  });

  it('lists plans newest first, a page at a time', async () => {
    const { client } = await course.convener();
    const seen: string[] = [];
    let after = '';
    do {
      const page: Page<PlanSummary> = await client.ok(
        client.get(`/plans?region=${PLACE.townshipCode}&limit=2${after && `&after=${after}`}`),
      );
      seen.push(...page.items.map((item) => item.id));
      after = page.nextAfter ?? '';
    } while (after !== '');
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  it('leaves a topic that was on hold meanwhile in the pool, from where it can go on', async () => {
    const { planId, topicIds } = await planWith(2);
    const [held = '', other = ''] = topicIds;
    course.pass(5);
    await course.post(await course.convener(), `/plans/${planId}/propose`);
    await course.post(await course.convener(), `/topics/${held}/suspend`, { reason: '等待规划调整' });
    await course.post(await course.staff('party_committee'), `/plans/${planId}/party-approve`);
    await course.post(await course.staff('county_office'), `/plans/${planId}/county-approve`);
    await course.post(await course.staff('county_office'), `/plans/${planId}/publish`);
    const convener = await course.convener();
    expect(await course.post<MoveResult>(convener, `/topics/${held}/resume`)).toMatchObject({ state: 'accepted' });
    const topic = await course.get<TopicDetail>(convener, `/topics/${held}`);
    expect(topic).toMatchObject({ state: 'accepted', planId: null });
    expect(topic.actions).toContain('shortlist');
    expect(await course.todosOf(held)).toMatchObject([{ does: '筛选议题' }]);
    const plan = await course.get<PlanDetail>(convener, `/plans/${planId}`);
    expect(plan).toMatchObject({ stage: 'published', topics: [{ id: other }] });
    await course.post(convener, `/topics/${held}/shortlist`, { planId: await course.plan() });
  });

  it('takes a topic along again that was on hold while the plan stood still', async () => {
    const { planId, topicIds } = await planWith(2);
    const [held = ''] = topicIds;
    await course.post(await course.convener(), `/topics/${held}/suspend`, { reason: '等待规划调整' });
    const convener = await course.convener();
    expect(await course.post<MoveResult>(convener, `/topics/${held}/resume`)).toMatchObject({ state: 'shortlisted' });
    expect(await course.get<TopicDetail>(convener, `/topics/${held}`)).toMatchObject({ planId });
  });

  it('keeps a sensitive topic inside, also within a plan', async () => {
    const { planId, topicIds } = await planWith(2);
    const [secret] = topicIds;
    const { client } = await course.convener();
    const sensitive = { sensitive: true, reason: '涉及病人隐私' };
    await client.ok(client.put(`/topics/${secret}/sensitivity`, sensitive));
    const resident = await course.resident(1);
    expect(
      await resident.client.refusal(resident.client.put(`/topics/${secret}/sensitivity`, sensitive)),
    ).toMatchObject({ status: 403 });
    const { visitor } = env.cast;
    expect((await visitor.get(`/topics/${secret}`)).status).toBe(404);
    const open = await visitor.ok(visitor.get<Page<TopicSummary>>(`/topics?region=${PLACE.townshipCode}&limit=50`));
    expect(open.items.map((item) => item.id)).not.toContain(secret);
    expect(await client.ok(client.get<PlanDetail>(`/plans/${planId}`))).toMatchObject({ topicCount: 2 });
    await client.ok(client.put(`/topics/${secret}/sensitivity`, { sensitive: false, reason: '已去掉姓名' }));
    expect((await visitor.get(`/topics/${secret}`)).status).toBe(200);
  });
});
