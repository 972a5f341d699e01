import type {
  Created,
  FeedbackView,
  ModerationCount,
  MyReportView,
  Page,
  PublicItemView,
  ReportView,
  TaskDetail,
  TopicDetail,
} from '@consult/shared';
import { DAY_MS } from '@consult/shared';
import type { Player } from '../support/cast.js';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { topicOf, uploadPhoto } from '../support/moderation.js';
import { acceptedTopic, PLACE, topicInput } from '../support/topics.js';

const reason = '泄露了他人的电话';

describe.each(DATABASES)('what is public on %s', (kind) => {
  let env: TestEnvironment;
  let resident: Player;
  let convener: Player;
  let county: Player;

  beforeAll(async () => {
    env = await createTestEnvironment(kind, { logLevel: 'silent' });
    resident = await env.cast.one('resident', PLACE.township);
    convener = await env.cast.one('convener', PLACE.township);
    county = await env.cast.one('county_office', PLACE.county);
  });
  afterAll(() => env.stop());

  const take = (player: Player, item: string, action: 'take-down' | 'restore') =>
    player.client.post(`/moderation/items/${item}/${action}`, { reason });
  const view = (player: Player, item: string) =>
    player.client.ok(player.client.get<PublicItemView>(`/moderation/items/${item}`));
  const seen = async (path: string) => (await env.cast.visitor.get(path)).status;
  const report = (player: Player, item: string, category = 'privacy') => {
    const [noun, itemId] = item.split('/');
    return player.client.post<Created>('/reports', { kind: noun, itemId, category, note: '第二段有手机号' });
  };

  it('is taken down by its convener with a reason, is still there for its own people, and comes back', async () => {
    const { id } = await acceptedTopic(env.cast, { photos: [await uploadPhoto(resident)] });
    const photo = (await env.cast.visitor.get<TopicDetail>(`/topics/${id}`)).body.photos[0];
    expect(await seen(photo?.url.replace('/api/v1', '') ?? '')).toBe(200);
    expect((await convener.client.post(`/moderation/items/topic/${id}/take-down`)).status).toBe(400);
    await convener.client.ok(take(convener, `topic/${id}`, 'take-down'));
    expect(await seen(`/topics/${id}`)).toBe(404);
    expect(await seen(photo?.url.replace('/api/v1', '') ?? '')).toBe(404);
    expect((await topicOf(resident, id)).content).toMatchObject({ state: 'taken_down', reason });
    expect((await topicOf(convener, id)).timeline.at(-1)).toMatchObject({ label: '撤下公开展示', reason });
    expect(await view(convener, `topic/${id}`)).toMatchObject({ state: 'taken_down', reason, canRestore: true });
    await county.client.ok(take(county, `topic/${id}`, 'restore'));
    expect(await seen(`/topics/${id}`)).toBe(200);
    const { body } = await env.cast.visitor.get<TopicDetail>(`/topics/${id}`);
    const labels = body.timeline.map(({ label, reason: why }) => [label, why]);
    expect(labels).toContainEqual(['撤下公开展示', null]);
    expect(labels).toContainEqual(['恢复公开展示', null]);
  });

  it('stays down when it moves on, until it is restored', async () => {
    const { id } = await acceptedTopic(env.cast);
    await convener.client.ok(take(convener, `topic/${id}`, 'take-down'));
    await convener.client.ok(convener.client.post(`/topics/${id}/suspend`, { reason: '先停一停' }));
    await convener.client.ok(convener.client.post(`/topics/${id}/resume`));
    expect(await seen(`/topics/${id}`)).toBe(404);
  });

  it('cannot be taken down where it is not public, twice, or by anybody else', async () => {
    const { id: draft } = await resident.client.ok(resident.client.post<Created>('/topics', topicInput()));
    expect(await convener.client.refusal(take(convener, `topic/${draft}`, 'take-down'))).toMatchObject({
      code: 'CONTENT.NOT_PUBLIC',
    });
    const { id } = await acceptedTopic(env.cast);
    const stranger = await env.cast.one('convener', '曙光街道');
    expect((await take(stranger, `topic/${id}`, 'take-down')).status).toBe(404);
    expect((await take(resident, `topic/${id}`, 'take-down')).status).toBe(403);
    expect((await take(convener, `topic/${id}`, 'restore')).status).toBe(409);
    await convener.client.ok(take(convener, `topic/${id}`, 'take-down'));
    expect(await convener.client.refusal(take(convener, `topic/${id}`, 'take-down'))).toMatchObject({
      code: 'MOVE.NOT_POSSIBLE',
    });
  });

  it('covers what offices publish: session, minutes, outcome, promise and progress', async () => {
    const course = new Course(env);
    const { taskId, outcomeId, sessionId, minutesId } = await course.task();
    const lead = await course.department();
    await lead.client.ok(lead.client.post(`/tasks/${taskId}/take`));
    await lead.client.ok(lead.client.post(`/tasks/${taskId}/progress`, { text: '已经进场', photos: [] }));
    const task = async () => (await env.cast.visitor.get<TaskDetail>(`/tasks/${taskId}`)).body;
    const progressId = (await task()).reports[0]?.id;
    await convener.client.ok(take(convener, `progress/${progressId}`, 'take-down'));
    expect((await task()).reports).toEqual([]);
    await convener.client.ok(take(convener, `progress/${progressId}`, 'restore'));
    expect((await task()).reports).toHaveLength(1);
    const region = `region=${PLACE.townshipCode}`;
    for (const [item, page, list] of [
      [`task/${taskId}`, `/tasks/${taskId}`, `/tasks?${region}`],
      [`outcome/${outcomeId}`, `/outcomes/${outcomeId}`, `/outcomes?${region}`],
      [`minutes/${minutesId}`, `/minutes/${minutesId}`, `/minutes?${region}`],
      [`session/${sessionId}`, `/sessions/${sessionId}`, `/sessions?${region}&when=past`],
    ] as const) {
      const id = item.split('/')[1];
      const listed = async () =>
        (await env.cast.visitor.ok(env.cast.visitor.get<Page<{ id: string }>>(list))).items.some(
          (one) => one.id === id,
        );
      expect([item, await seen(page), await listed()]).toEqual([item, 200, true]);
      await convener.client.ok(take(convener, item, 'take-down'));
      expect([item, await seen(page), await listed()]).toEqual([item, 404, false]);
      expect((await convener.client.get(page)).status).toBe(200);
      await convener.client.ok(take(convener, item, 'restore'));
      expect([item, await seen(page), await listed()]).toEqual([item, 200, true]);
    }
  }, 60_000);

  it('is reported once by each, and one decision answers all of them', async () => {
    const { id } = await acceptedTopic(env.cast);
    const other = await env.cast.one('resident', PLACE.township, 1);
    const { id: first } = await resident.client.ok(report(resident, `topic/${id}`));
    await other.client.ok(report(other, `topic/${id}`, 'false'));
    expect(await resident.client.refusal(report(resident, `topic/${id}`))).toMatchObject({
      code: 'CONTENT.ALREADY_REPORTED',
    });
    expect(await view(resident, `topic/${id}`)).toMatchObject({ canReport: false, reported: 'open' });
    const open = `/reports?region=${PLACE.townshipCode}&open=true&limit=50`;
    const { items } = await convener.client.ok(convener.client.get<Page<ReportView>>(open));
    expect(items.find((row) => row.id === first)).toMatchObject({
      category: 'privacy',
      others: 1,
      reporterName: resident.name,
      page: { kind: 'topic', id },
    });
    const stranger = await env.cast.one('convener', '曙光街道');
    expect((await stranger.client.post(`/reports/${first}/dismiss`, { reason })).status).toBe(404);
    expect((await stranger.client.get(open)).status).toBe(403);
    await convener.client.ok(convener.client.post(`/reports/${first}/take-down`, { reason: '已删去手机号前先撤下' }));
    expect(await seen(`/topics/${id}`)).toBe(404);
    expect((await convener.client.post(`/reports/${first}/dismiss`, { reason })).status).toBe(409);
    for (const { client } of [resident, other]) {
      const mine = await client.ok(client.get<Page<MyReportView>>('/reports/mine'));
      expect(mine.items[0]).toMatchObject({ itemId: id, state: 'taken_down', reply: '已删去手机号前先撤下' });
    }
  });

  it('cannot be reported where it cannot be seen', async () => {
    const { id } = await resident.client.ok(resident.client.post<Created>('/topics', topicInput()));
    const other = await env.cast.one('resident', PLACE.township, 1);
    expect((await report(other, `topic/${id}`)).status).toBe(404);
  });

  it('holds none of the county’s own words, whoever writes', async () => {
    const county419902 = PLACE.townshipCode.slice(0, 6);
    const path = '/moderation/blocked-words';
    await county.client.ok(county.client.put(path, { county: county419902, words: ['办假证', '办假证'] }));
    expect(await county.client.ok(county.client.get(`${path}?county=${county419902}`))).toEqual({
      county: county419902,
      words: ['办假证'],
    });
    const elsewhere = await env.cast.one('county_office', '墨阳县');
    expect((await elsewhere.client.get(`${path}?county=${county419902}`)).status).toBe(403);
    expect((await county.client.put(path, { county: county419902, words: ['一'] })).status).toBe(400);
    const input = topicInput({ suggestion: '请查一查办-假 证的小广告' });
    const refused = await resident.client.refusal(resident.client.post('/topics', input));
    expect(refused).toMatchObject({ status: 400, code: 'CONTENT.BLOCKED_WORD', details: { word: '办假证' } });
    expect(refused.message).toContain('办假证');
    const { submit: _, ...recorded } = input;
    const byConvener = convener.client.post('/topics/recorded', {
      ...recorded,
      source: 'resident',
      onBehalfOf: '张大爷',
    });
    expect(await convener.client.refusal(byConvener)).toMatchObject({ code: 'CONTENT.BLOCKED_WORD' });
    await county.client.ok(county.client.put(path, { county: county419902, words: [] }));
    await resident.client.ok(resident.client.post('/topics', input));
  });

  it('has a place for 投诉建议, which is answered in time and read by its writer alone', async () => {
    const body = {
      kind: 'complaint',
      township: PLACE.townshipCode,
      text: '提了议题一直没人答复',
      contact: '13800000000',
    };
    const { id } = await resident.client.ok(resident.client.post<Created>('/feedback', body));
    const mine = async () =>
      (await resident.client.ok(resident.client.get<Page<FeedbackView>>('/feedback/mine'))).items[0];
    expect(await mine()).toMatchObject({ id, state: 'received', contact: null, personName: null, actions: [] });
    const list = (open: boolean) => `/feedback?region=${PLACE.townshipCode}&open=${open}`;
    const { items } = await convener.client.ok(convener.client.get<Page<FeedbackView>>(list(true)));
    expect(items.find((row) => row.id === id)).toMatchObject({
      personName: resident.name,
      contact: '13800000000',
      actions: ['take', 'answer'],
    });
    expect((items[0]?.dueAt ?? 0) - env.clock.now()).toBeGreaterThan(5 * DAY_MS);
    const count = await convener.client.ok(
      convener.client.get<ModerationCount>(`/moderation/count?region=${PLACE.townshipCode}`),
    );
    expect(count.feedback).toBe(1);
    const stranger = await env.cast.one('convener', '曙光街道');
    expect((await stranger.client.post(`/feedback/${id}/answer`, { answer: '已经办了' })).status).toBe(404);
    await convener.client.ok(convener.client.post(`/feedback/${id}/take`));
    await convener.client.ok(convener.client.post(`/feedback/${id}/answer`, { answer: '已在今天答复您的议题' }));
    expect(await mine()).toMatchObject({ state: 'answered', answer: '已在今天答复您的议题', dueAt: null });
    expect((await convener.client.post(`/feedback/${id}/answer`, { answer: '再答一次' })).status).toBe(409);
    const answered = await convener.client.ok(convener.client.get<Page<FeedbackView>>(list(false)));
    expect(answered.items.map((row) => row.id)).toContain(id);
  });
});
