import type { CaseDetail, CaseInput, CaseOfTopic, CaseSummary, Created, Page, Saved } from '@consult/shared';
import type { Player } from '../support/cast.js';
import { Course, OTHER } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { uploadPhoto } from '../support/moderation.js';
import { PLACE } from '../support/topics.js';

const REGION = `region=${PLACE.townshipCode}`;

describe.each(DATABASES)('the case library on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
  });
  afterAll(() => env.stop());

  const visitor = () => env.cast.visitor;
  const list = async (query = REGION) =>
    (await visitor().ok(visitor().get<Page<CaseSummary>>(`/cases?${query}`))).items.map(({ id }) => id);
  const read = (who: Pick<Player, 'client'>, id: string) => who.client.ok(who.client.get<CaseDetail>(`/cases/${id}`));
  const county = () => course.staff('county_office');
  const city = () => env.cast.one('city_office', '澄川市');

  /** A topic that has come to its end, with five who were satisfied. */
  async function finished(): Promise<string> {
    const others = [
      () => env.cast.one('member', PLACE.township),
      () => course.staff('party_committee'),
      county,
      () => course.department(OTHER),
      () => course.resident(1),
    ];
    const present = await Promise.all(others.map((who) => who()));
    const { taskId, topicId } = await course.task({}, { present });
    await course.answer(taskId);
    await course.evaluate(
      taskId,
      others.map((who) => [who, 'satisfied'] as const),
    );
    return topicId;
  }

  async function begun(topicId?: string): Promise<{ id: string; topicId: string }> {
    const about = topicId ?? (await finished());
    const { id } = await course.post<Created>(await course.convener(), '/cases', { topicId: about });
    return { id, topicId: about };
  }

  async function write(id: string, over: Partial<CaseInput> = {}): Promise<Saved> {
    const convener = await course.convener();
    const { title, background, process, turningPoints, result, revision, photos } = await read(convener, id);
    const kept = { title, background, process, turningPoints, result, revision };
    const body = {
      ...kept,
      lessons: '先算清多少人用得上，再谈建在哪里。',
      photos: photos.map((photo) => photo.id),
      ...over,
    };
    return convener.client.ok(convener.client.put<Saved>(`/cases/${id}`, body));
  }

  async function featured(): Promise<{ id: string; topicId: string }> {
    const made = await begun();
    await write(made.id);
    await course.post(await course.convener(), `/cases/${made.id}/submit`);
    await course.post(await county(), `/cases/${made.id}/feature`);
    return made;
  }

  it('begins a case with what is known of its topic, and shows it to those who handle it alone', async () => {
    const { id, topicId } = await begun();
    const draft = await read(await course.convener(), id);
    expect(draft).toMatchObject({ state: 'draft', category: '养老助老', revision: 0, canEdit: true, lessons: '' });
    expect(draft.background).toContain('六十岁以上老人');
    expect(draft.process).toMatch(/2026年\d+月\d+日.*受理/);
    expect(draft.turningPoints).toEqual(['在院内建一处老年活动室']);
    expect(draft.result).toContain('活动室已建成');
    expect(draft.result).toContain('满意 5 人');
    const elsewhere = await env.cast.one('convener', '曙光街道');
    for (const { client } of [elsewhere, await course.resident(), { client: visitor() }, await city()]) {
      expect(await client.refusal(client.get(`/cases/${id}`))).toMatchObject({ code: 'ITEM.NOT_FOUND' });
    }
    expect(await list()).not.toContain(id);
    const ofTopic = (client: Player['client']) => client.ok(client.get<CaseOfTopic>(`/topics/${topicId}/case`));
    expect(await ofTopic(visitor())).toEqual({ item: null, canBegin: false });
    expect(await ofTopic((await course.convener()).client)).toMatchObject({ item: { id }, canBegin: false });
  });

  it('takes one case a topic, of a topic that is closed, from its own convener', async () => {
    const open = await course.accepted();
    const { client } = await course.convener();
    expect(await client.refusal(client.post('/cases', { topicId: open }))).toMatchObject({ code: 'CASE.NOT_FINISHED' });
    const topicId = await finished();
    expect(await course.get<CaseOfTopic>(await course.convener(), `/topics/${topicId}/case`)).toEqual({
      item: null,
      canBegin: true,
    });
    const elsewhere = await env.cast.one('convener', '曙光街道');
    expect(await elsewhere.client.refusal(elsewhere.client.post('/cases', { topicId }))).toMatchObject({
      code: 'AUTH.FORBIDDEN',
    });
    const convener = await course.convener();
    const both = await Promise.all([1, 2].map(() => convener.client.post<Created>('/cases', { topicId })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { id } = both.find(({ status }) => status === 201)?.body ?? { id: '' };
    await course.post(convener, `/cases/${id}/withdraw`, { reason: '重写' });
    expect((await begun(topicId)).id).not.toBe(id);
  });

  it('loses nothing of two who write at once', async () => {
    const { id } = await begun();
    const convener = await course.convener();
    const { revision } = await read(convener, id);
    const body = {
      title: '沿西社区养老设施',
      background: '甲',
      process: '',
      turningPoints: [],
      result: '',
      lessons: '',
      photos: [],
      revision,
    };
    const answers = await Promise.all(
      ['甲', '乙'].map((background) => convener.client.put<Saved>(`/cases/${id}`, { ...body, background })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'CASE.STALE',
      details: { revision: 1 },
    });
    expect((await read(convener, id)).revision).toBe(1);
  });

  it('sends nothing in that has a part missing', async () => {
    const { id } = await begun();
    const { client } = await course.convener();
    expect(await client.refusal(client.post(`/cases/${id}/submit`))).toMatchObject({
      code: 'CASE.INCOMPLETE',
      details: { parts: '可借鉴的做法' },
    });
    expect((await read({ client }, id)).state).toBe('draft');
  });

  it('goes to the county, back with a reason, and into the library', async () => {
    const { id, topicId } = await begun();
    await write(id);
    await course.post(await course.convener(), `/cases/${id}/submit`);
    expect(await course.todosOf(id, county())).toMatchObject([{ kind: 'case', does: '审看案例' }]);
    expect((await read(await city(), id)).state).toBe('submitted');
    const { client } = await course.convener();
    expect(await client.refusal(client.put(`/cases/${id}`, { ...(await input(id)) }))).toMatchObject({
      code: 'CASE.NOT_EDITABLE',
    });
    const office = await county();
    expect(await office.client.refusal(office.client.post(`/cases/${id}/return`))).toMatchObject({ status: 400 });
    await course.post(office, `/cases/${id}/return`, { reason: '补上经费怎么来的' });
    expect(await read(await course.convener(), id)).toMatchObject({
      state: 'returned',
      lastReason: '补上经费怎么来的',
    });
    expect((await read(await county(), id)).canEdit).toBe(false);
    await write(id, { lessons: '经费由区、街、社区三方分担。' });
    await course.post(await course.convener(), `/cases/${id}/submit`);
    await course.post(await county(), `/cases/${id}/feature`);
    expect(await read({ client: visitor() }, id)).toMatchObject({
      state: 'featured',
      lastReason: null,
      actions: [],
      canEdit: false,
      topic: { id: topicId },
    });
    expect(await list()).toContain(id);
    const topic = await visitor().ok(visitor().get<CaseOfTopic>(`/topics/${topicId}/case`));
    expect(topic).toMatchObject({ item: { id, state: 'featured' }, canBegin: false });
  });

  async function input(id: string): Promise<CaseInput> {
    const { title, background, process, turningPoints, result, lessons, revision } = await read(
      await course.convener(),
      id,
    );
    return { title, background, process, turningPoints, result, lessons, revision, photos: [] };
  }

  it('lists by region, category and year', async () => {
    const { id } = await featured();
    expect(await list('region=419902')).toContain(id);
    expect(await list('region=4199')).toContain(id);
    expect(await list('region=419902002')).toEqual([]);
    expect(await list(`${REGION}&category=${encodeURIComponent('养老助老')}&year=2026`)).toContain(id);
    expect(await list(`${REGION}&category=${encodeURIComponent('物业管理')}`)).toEqual([]);
    expect(await list(`${REGION}&year=2025`)).toEqual([]);
    const first = await visitor().ok(visitor().get<Page<CaseSummary>>(`/cases?${REGION}&limit=1`));
    expect(first.items.map((item) => item.id)).toEqual([id]);
    expect(await list(`${REGION}&after=${first.nextAfter ?? ''}`)).not.toContain(id);
  });

  it('shows the city’s office what was sent in by its counties, no drafts, and nothing sensitive', async () => {
    const { id, topicId } = await begun();
    const office = await city();
    const work = (state: string) => office.client.get<Page<CaseSummary>>(`/cases/work?region=4199&state=${state}`);
    expect((await work('draft')).status).toBe(403);
    await write(id);
    await course.post(await course.convener(), `/cases/${id}/submit`);
    expect((await work('submitted')).body.items.map((item) => item.id)).toEqual([id]);
    const { client } = await course.convener();
    await client.ok(client.put(`/topics/${topicId}/sensitivity`, { sensitive: true, reason: '涉及隐私' }));
    expect((await work('submitted')).body.items).toEqual([]);
    const own = await course.get<Page<CaseSummary>>(await county(), `/cases/work?${REGION}&state=submitted`);
    expect(own.items.map((item) => item.id)).toEqual([id]);
    const department = await course.department();
    expect(await department.client.refusal(department.client.get(`/cases/work?${REGION}&state=draft`))).toMatchObject({
      code: 'REGION.OUTSIDE',
    });
  });

  it('shows its photos with it, and to nobody before', async () => {
    const { id } = await begun();
    const convener = await course.convener();
    const photo = await uploadPhoto(convener);
    await write(id, { photos: [photo] });
    expect((await read(convener, id)).photos.map((one) => one.id)).toEqual([photo]);
    await write(id);
    expect((await read(convener, id)).photos).toHaveLength(1);
    await course.post(await course.convener(), `/cases/${id}/submit`);
    await course.post(await county(), `/cases/${id}/feature`);
    const [shown] = (await read({ client: visitor() }, id)).photos;
    expect((await fetch(`${env.url}${shown?.thumbUrl}`)).status).toBe(200);
  });

  it('is gone from every page when it is taken down, withdrawn, or its topic becomes sensitive', async () => {
    const { id, topicId } = await featured();
    const gone = async () => {
      expect(await list()).not.toContain(id);
      expect((await visitor().get(`/cases/${id}`)).status).toBe(404);
      const topic = await visitor().get<CaseOfTopic>(`/topics/${topicId}/case`);
      expect(topic.status === 404 || topic.body.item === null).toBe(true);
    };
    const convener = await course.convener();
    await course.post(convener, `/moderation/items/case/${id}/take-down`, { reason: '有居民姓名' });
    await gone();
    await course.post(convener, `/moderation/items/case/${id}/restore`, { reason: '已改好' });
    expect(await list()).toContain(id);
    const classify = (sensitive: boolean) =>
      convener.client.ok(convener.client.put(`/topics/${topicId}/sensitivity`, { sensitive, reason: '涉及隐私' }));
    await classify(true);
    await gone();
    await classify(false);
    expect(await list()).toContain(id);
    expect(
      await convener.client.refusal(convener.client.post(`/cases/${id}/withdraw`, { reason: '不合适' })),
    ).toMatchObject({
      code: 'AUTH.FORBIDDEN',
    });
    await course.post(await county(), `/cases/${id}/withdraw`, { reason: '不合适' });
    await gone();
  });
});
