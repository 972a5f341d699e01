import type { Created, HomeView, MoveResult, Page, TodoView, TopicDetail, TopicSummary } from '@consult/shared';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { acceptedTopic, PLACE, topicInput } from '../support/topics.js';

describe.each(DATABASES)('screening topics on %s', (kind) => {
  let env: TestEnvironment;
  let resident: Player;
  let neighbour: Player;
  let convener: Player;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    resident = await env.cast.one('resident', PLACE.township);
    neighbour = await env.cast.one('resident', PLACE.township, 1);
    convener = await env.cast.one('convener', PLACE.township);
  });
  afterAll(() => env.stop());

  const raise = async (over = {}) =>
    (await resident.client.ok(resident.client.post<Created>('/topics', topicInput(over)))).id;
  const read = (who: Player, id: string) => who.client.ok(who.client.get<TopicDetail>(`/topics/${id}`));
  const move = (who: Player, id: string, action: string, body = {}) =>
    who.client.ok(who.client.post<MoveResult>(`/topics/${id}/${action}`, body));
  const inboxOf = async (who: Player, id: string) =>
    (await who.client.ok(who.client.get<Page<TodoView>>('/inbox?limit=50'))).items.filter((todo) => todo.itemId === id);

  it('returns a topic for more, which its raiser corrects and submits again', async () => {
    const id = await raise();
    await move(convener, id, 'return', { reason: '请写明是几号院，有多少老人' });
    const returned = await read(resident, id);
    expect(returned).toMatchObject({
      state: 'returned',
      lastReason: '请写明是几号院，有多少老人',
      actions: ['submit', 'withdraw'],
    });
    expect(await inboxOf(resident, id)).toMatchObject([{ does: '补充议题' }]);
    expect(await inboxOf(convener, id)).toEqual([]);

    await resident.client.ok(
      resident.client.put(`/topics/${id}`, editOf(topicInput({ title: '沿西社区七号院养老设施' }))),
    );
    await move(resident, id, 'submit');
    expect(await read(convener, id)).toMatchObject({ state: 'submitted', title: '沿西社区七号院养老设施' });
    expect(await inboxOf(convener, id)).toMatchObject([{ title: '沿西社区七号院养老设施', does: '审核议题' }]);
  });

  it('keeps a draft to its raiser until it is submitted', async () => {
    const id = await raise({ submit: false });
    expect((await convener.client.get(`/topics/${id}`)).status).toBe(404);
    expect(await read(resident, id)).toMatchObject({ state: 'draft', dueAt: null });
    await move(resident, id, 'submit');
    expect((await convener.client.get(`/topics/${id}`)).status).toBe(200);
  });

  it('shows no draft in anybody’s work list, nor one that its raiser gave up', async () => {
    const draft = await raise({ submit: false });
    const givenUp = await raise({ submit: false });
    await move(resident, givenUp, 'withdraw', { reason: '不提了' });
    const work = (state: string) =>
      convener.client.get<Page<TopicSummary>>(`/topics/work?region=${PLACE.townshipCode}&state=${state}&limit=50`);
    expect(await convener.client.refusal(work('draft'))).toMatchObject({ status: 400, code: 'REQUEST.INVALID' });
    const { items } = await convener.client.ok(work('withdrawn'));
    expect(items.map((item) => item.id)).not.toContain(givenUp);
    expect((await convener.client.get(`/topics/${givenUp}`)).status).toBe(404);
    expect(await read(resident, draft)).toMatchObject({ state: 'draft' });
  });

  it('does not let a submitted topic be changed', async () => {
    const id = await raise();
    expect(await resident.client.refusal(resident.client.put(`/topics/${id}`, editOf(topicInput())))).toMatchObject({
      status: 409,
      code: 'TOPIC.NOT_EDITABLE',
      message: '现在是“待审核”，不能再修改',
    });
  });

  it('declines with a reason and says where to go instead; the public never sees it', async () => {
    const id = await raise();
    expect(
      await convener.client.refusal(convener.client.post(`/topics/${id}/decline`, { reason: '个人事务' })),
    ).toMatchObject({ code: 'REQUEST.INVALID' });
    await move(convener, id, 'decline', { reason: '属于个体诉求', redirect: 'hotline', redirectNote: '拨打 12345' });
    expect(await read(resident, id)).toMatchObject({
      state: 'declined',
      redirect: 'hotline',
      redirectNote: '拨打 12345',
      lastReason: '属于个体诉求',
      actions: [],
    });
    expect((await env.cast.visitor.get(`/topics/${id}`)).status).toBe(404);
    expect(await inboxOf(convener, id)).toEqual([]);
  });

  it('merges duplicates and undoes it without losing a raiser or a co-signer', async () => {
    const main = await acceptedTopic(env.cast);
    const copyId = (await neighbour.client.ok(neighbour.client.post<Created>('/topics', topicInput()))).id;
    await move(convener, copyId, 'accept');
    await resident.client.ok(resident.client.post(`/topics/${copyId}/cosign`));
    const member = await env.cast.one('member', PLACE.township);
    await member.client.ok(member.client.post(`/topics/${main.id}/cosign`));
    await member.client.ok(member.client.post(`/topics/${copyId}/cosign`));

    await move(convener, copyId, 'merge', { into: main.id, reason: '同一个院子' });
    // The neighbour who raised the copy and the member, who stands behind both, once; the resident raised it.
    expect(await read(resident, main.id)).toMatchObject({ cosigns: 2, mergedHere: [{ id: copyId }] });
    expect(await read(neighbour, copyId)).toMatchObject({
      state: 'merged',
      mergedInto: { id: main.id, state: 'accepted' },
      cosigns: 2,
    });
    expect((await read(resident, main.id)).timeline.at(-1)).toMatchObject({ label: '并案', reason: '同一个院子' });

    await move(convener, copyId, 'unmerge', { reason: '其实是两个院子' });
    expect(await read(resident, main.id)).toMatchObject({ cosigns: 1, mergedHere: [] });
    expect(await read(neighbour, copyId)).toMatchObject({
      state: 'accepted',
      mergedInto: null,
      cosigns: 2,
      isRaiser: true,
    });
  });

  it('gives what was merged into a topic back to the convener when that topic is given up', async () => {
    const main = await acceptedTopic(env.cast);
    const copies: string[] = [];
    for (let i = 0; i < 2; i++) {
      const { id } = await neighbour.client.ok(neighbour.client.post<Created>('/topics', topicInput()));
      await move(convener, id, 'accept');
      await move(convener, id, 'merge', { into: main.id });
      copies.push(id);
    }
    await move(main.raiser, main.id, 'withdraw', { reason: '我家的问题已经解决' });
    for (const id of copies) {
      const copy = await read(neighbour, id);
      expect(copy).toMatchObject({ state: 'accepted', mergedInto: null });
      expect(copy.timeline.at(-1)).toMatchObject({
        label: '撤销并案',
        by: '系统',
        reason: '并入的议题已撤销，退回议题库',
      });
      expect(await inboxOf(convener, id)).toMatchObject([{ does: '筛选议题' }]);
    }
    expect(await read(main.raiser, main.id)).toMatchObject({ state: 'withdrawn', cosigns: 0, mergedHere: [] });
  });

  it('does not name a sensitive topic on the page of one it is merged with', async () => {
    const main = await acceptedTopic(env.cast);
    const copy = await acceptedTopic(env.cast);
    const classify = (id: string, sensitive: boolean) =>
      convener.client.ok(convener.client.put(`/topics/${id}/sensitivity`, { sensitive, reason: '涉及病人隐私' }));
    await move(convener, copy.id, 'merge', { into: main.id });
    await classify(copy.id, true);
    const shown = (id: string) => env.cast.visitor.ok(env.cast.visitor.get<TopicDetail>(`/topics/${id}`));
    expect(await shown(main.id)).toMatchObject({ mergedHere: [] });
    expect(await read(convener, main.id)).toMatchObject({ mergedHere: [{ id: copy.id }] });
    await classify(copy.id, false);
    await classify(main.id, true);
    expect(await shown(copy.id)).toMatchObject({ state: 'merged', mergedInto: null });
    expect(await read(convener, copy.id)).toMatchObject({ mergedInto: { id: main.id } });
  });

  it('merges only into an open topic of the same township, and never in a chain', async () => {
    const a = await acceptedTopic(env.cast);
    const b = await acceptedTopic(env.cast);
    const c = await acceptedTopic(env.cast);
    const refusal = (id: string, into: string) =>
      convener.client.refusal(convener.client.post(`/topics/${id}/merge`, { into }));
    expect(await refusal(a.id, a.id)).toMatchObject({ code: 'TOPIC.MERGE_TARGET' });
    const elsewhere = await env.cast.one('resident', '曙光街道');
    const far = await elsewhere.client.ok(
      elsewhere.client.post<Created>('/topics', topicInput({ community: '419902002001' })),
    );
    expect(await refusal(a.id, far.id)).toMatchObject({ code: 'TOPIC.MERGE_TARGET' });
    await move(convener, a.id, 'merge', { into: b.id });
    expect(await refusal(b.id, c.id)).toMatchObject({ code: 'TOPIC.MERGE_CHAIN' });
    expect(await refusal(c.id, a.id)).toMatchObject({ code: 'TOPIC.MERGE_TARGET' });
  });

  it('records a topic on behalf of somebody without a phone', async () => {
    const { submit: _, ...input } = topicInput({ anonymous: true });
    const body = { ...input, source: 'resident', onBehalfOf: '赵大爷' };
    const { id } = await convener.client.ok(convener.client.post<Created>('/topics/recorded', body));
    expect(await read(convener, id)).toMatchObject({
      raiserName: '赵大爷',
      recordedBy: convener.name,
      state: 'submitted',
    });
    await move(convener, id, 'accept');
    const shown = await env.cast.visitor.ok(env.cast.visitor.get<TopicDetail>(`/topics/${id}`));
    expect(shown).toMatchObject({ raiserName: '匿名居民', recordedBy: null });
    expect(JSON.stringify(shown)).not.toContain('赵大爷');
    expect(await resident.client.refusal(resident.client.post('/topics/recorded', body))).toMatchObject({
      status: 403,
      code: 'AUTH.FORBIDDEN',
    });
  });

  it('suspends with a public reason and resumes where it was', async () => {
    const { id } = await acceptedTopic(env.cast);
    await move(convener, id, 'suspend', { reason: '等待规划调整' });
    expect(await read(resident, id)).toMatchObject({ state: 'suspended', heldFrom: 'accepted', dueAt: null });
    const shown = await env.cast.visitor.ok(env.cast.visitor.get<TopicDetail>(`/topics/${id}`));
    expect(shown.timeline.at(-1)).toMatchObject({ label: '暂停', reason: '等待规划调整', by: '召集人' });
    await move(convener, id, 'resume');
    expect(await read(resident, id)).toMatchObject({ state: 'accepted', heldFrom: null });
    expect(await inboxOf(convener, id)).toMatchObject([{ does: '筛选议题' }]);
  });

  it('remembers where a topic stood that is withdrawn while it is suspended', async () => {
    const { id } = await acceptedTopic(env.cast);
    await move(convener, id, 'suspend', { reason: '等待规划调整' });
    await move(convener, id, 'withdraw', { reason: '规划已取消' });
    expect(await read(resident, id)).toMatchObject({ state: 'withdrawn', heldFrom: 'accepted' });
  });

  it('counts at each step as many topics as the list of that step shows', async () => {
    const held = await acceptedTopic(env.cast);
    await move(convener, held.id, 'suspend', { reason: '等待规划调整' });
    const { visitor } = env.cast;
    const { steps } = await visitor.ok(visitor.get<HomeView>(`/home?township=${PLACE.townshipCode}`));
    const list = `/topics?region=${PLACE.townshipCode}&step=collect&limit=50`;
    const { items } = await visitor.ok(visitor.get<Page<TopicSummary>>(list));
    expect(items.map((item) => item.id)).not.toContain(held.id);
    expect(steps.collect).toBe(items.length);
  });

  it('keeps a withdrawn topic public once it was, and private if it never was', async () => {
    const known = await acceptedTopic(env.cast);
    await move(resident, known.id, 'withdraw', { reason: '已经解决了' });
    expect((await env.cast.visitor.get(`/topics/${known.id}`)).status).toBe(200);
    const unknown = await raise();
    await move(resident, unknown, 'withdraw', { reason: '写错了' });
    expect((await env.cast.visitor.get(`/topics/${unknown}`)).status).toBe(404);
  });

  it('offers similar open topics with how alike they are', async () => {
    const title = '东关菜市场早高峰占道经营整治';
    const { id } = await acceptedTopic(env.cast, { title, category: '市容秩序' });
    await env.work();
    const query = `township=${PLACE.townshipCode}&title=${encodeURIComponent('菜市场占道经营')}`;
    const similar = await neighbour.client.ok(
      neighbour.client.get<{ id: string; likeness: number; cosignable: boolean }[]>(`/topics/similar?${query}`),
    );
    expect(similar[0]).toMatchObject({ id, cosignable: true });
    expect(similar[0]?.likeness).toBeGreaterThan(0.8);
    expect(await neighbour.client.ok(neighbour.client.get(`/topics/similar?${query}&except=${id}`))).toEqual([]);
  });
});

function editOf({ submit: _, ...input }: ReturnType<typeof topicInput>) {
  return input;
}
