import {
  type Created,
  DAY_MS,
  OWN_TOPIC_ACTIONS,
  type Page,
  type SimilarTopic,
  TOPICS_PER_DAY,
  type TodoView,
  type TopicDetail,
  type TopicSummary,
} from '@consult/shared';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { ROUTES } from '../support/route-matrix.js';
import { acceptedTopic, PLACE, topicInput } from '../support/topics.js';

describe.each(DATABASES)('topics on %s', (kind) => {
  let env: TestEnvironment;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
  });
  afterAll(() => env.stop());

  it('lets a resident raise a topic, which nobody but they and the convener can see', async () => {
    const raiser = await env.cast.one('resident', PLACE.township);
    const other = await env.cast.one('resident', PLACE.township, 1);
    const convener = await env.cast.one('convener', PLACE.township);
    const { id } = await raiser.client.ok(raiser.client.post<Created>('/topics', topicInput()));
    const mine = await raiser.client.ok(raiser.client.get<TopicDetail>(`/topics/${id}`));
    expect(mine).toMatchObject({ state: 'submitted', isRaiser: true, raiserName: raiser.name, source: 'resident' });
    expect(mine.timeline.map((entry) => entry.label)).toEqual(['提出议题']);
    expect((await convener.client.get(`/topics/${id}`)).status).toBe(200);
    expect(await other.client.refusal(other.client.get(`/topics/${id}`))).toMatchObject({
      status: 404,
      code: 'ITEM.NOT_FOUND',
    });
    expect((await env.cast.visitor.get(`/topics/${id}`)).status).toBe(404);
  });

  it('keeps a point on the map with the words for the place, and takes none that is nowhere', async () => {
    const raiser = await env.cast.one('resident', PLACE.township);
    const location = { latitude: 33.1234, longitude: 119.5678 };
    const { id } = await raiser.client.ok(raiser.client.post<Created>('/topics', { ...topicInput(), location }));
    expect(await raiser.client.ok(raiser.client.get<TopicDetail>(`/topics/${id}`))).toMatchObject({ location });
    const nowhere = raiser.client.post('/topics', { ...topicInput(), location: { latitude: 200, longitude: 0 } });
    expect(await raiser.client.refusal(nowhere)).toMatchObject({ code: 'REQUEST.INVALID' });
  });

  it('puts a submitted topic into the convener’s inbox with its deadline and takes it out when accepted', async () => {
    const convener = await env.cast.one('convener', PLACE.township);
    const raiser = await env.cast.one('resident', PLACE.township);
    const { id } = await raiser.client.ok(raiser.client.post<Created>('/topics', topicInput()));
    const find = async () => {
      const inbox = await convener.client.ok(convener.client.get<Page<TodoView>>('/inbox?limit=50'));
      return inbox.items.find((todo) => todo.itemId === id);
    };
    expect(await find()).toMatchObject({ kind: 'topic', does: '审核议题' });
    await convener.client.ok(convener.client.post(`/topics/${id}/accept`));
    expect(await find()).toMatchObject({ does: '筛选议题' });
  });

  it('shows an accepted topic to everyone, newest first', async () => {
    const { id } = await acceptedTopic(env.cast);
    const { items } = await env.cast.visitor.ok(
      env.cast.visitor.get<Page<TopicSummary>>(`/topics?region=${PLACE.townshipCode}`),
    );
    expect(items[0]?.id).toBe(id);
  });

  it('counts a co-signature once however often it is given', async () => {
    const { id } = await acceptedTopic(env.cast);
    const other = await env.cast.one('resident', PLACE.township, 1);
    await Promise.all([1, 2, 3].map(() => other.client.ok(other.client.post(`/topics/${id}/cosign`))));
    const topic = await other.client.ok(other.client.get<TopicDetail>(`/topics/${id}`));
    expect(topic).toMatchObject({ cosigns: 1, cosigned: true });
  });

  it('says of each move that it offers where it is made, and offers no other', async () => {
    const routes = OWN_TOPIC_ACTIONS.map((action) => `POST /topics/{id}/${action.replaceAll('_', '-')}`);
    expect(routes.filter((route) => !(route in ROUTES))).toEqual([]);
    const { id } = await acceptedTopic(env.cast);
    const convener = await env.cast.one('convener', PLACE.township);
    const topic = await convener.client.ok(convener.client.get<TopicDetail>(`/topics/${id}`));
    expect(topic).toMatchObject({ actions: ['merge', 'shortlist', 'suspend', 'withdraw'], canCallSession: true });
    const seen = await env.cast.visitor.ok(env.cast.visitor.get<TopicDetail>(`/topics/${id}`));
    expect(seen).toMatchObject({ actions: [], canCallSession: false });
  });

  it('finds the open topic that reads like a title however many closed ones read more like it', async () => {
    const raiser = await env.cast.one('resident', PLACE.township);
    const convener = await env.cast.one('convener', PLACE.township);
    const like = async (title: string) => {
      const { id } = await acceptedTopic(env.cast, { title });
      return id;
    };
    const open = await like('东风巷路灯不亮需要维修');
    const given: string[] = [];
    for (let i = 0; i < TOPICS_PER_DAY + 3; i++) {
      if (i === TOPICS_PER_DAY / 2) env.clock.advance(DAY_MS + 1);
      given.push(await like('东风巷路灯不亮'));
    }
    for (const id of given) {
      await convener.client.ok(convener.client.post(`/topics/${id}/withdraw`, { reason: '重复提交' }));
    }
    await env.work();
    const query = `township=${PLACE.townshipCode}&title=${encodeURIComponent('东风巷路灯不亮')}`;
    const found = await raiser.client.ok(raiser.client.get<SimilarTopic[]>(`/topics/similar?${query}`));
    expect(found.map((topic) => topic.id)).toEqual([open]);
  });

  it('answers the same submission sent twice with one topic', async () => {
    const raiser = await env.cast.one('resident', PLACE.township);
    const input = topicInput();
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => raiser.client.post<Created>('/topics', input, 'one-submission-key')),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  });
});
