import { type Created, DAY_MS, type MessageCount, type MessageView, type Page } from '@consult/shared';
import { nextDigest } from '@consult/shared/deadlines';
import { JobEntity } from '../../src/jobs/job.entity.js';
import { Jobs } from '../../src/jobs/jobs.service.js';
import { MessageEntity } from '../../src/messages/message.entity.js';
import { TodoEntity } from '../../src/moves/todo.entity.js';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { messagesOf } from '../support/messages.js';
import { Stage } from '../support/sessions.js';
import { acceptedTopic, PLACE, topicInput } from '../support/topics.js';

const ALONE = { township: '曙光街道', community: '419902002001' } as const;

describe.each(DATABASES)('messages on %s', (kind) => {
  let env: TestEnvironment;
  let stage: Stage;
  beforeAll(async () => {
    env = await createTestEnvironment(kind, { logLevel: 'silent' });
    stage = new Stage(env);
  });
  afterAll(() => env.stop());
  const post = async (who: Awaited<ReturnType<Stage['convener']>>, path: string, body = {}) =>
    who.client.ok(who.client.post<Created>(path, body));

  it('tell whoever has to act, and then the raiser, in plain words and once', async () => {
    const [resident, convener] = [await stage.resident(), await stage.convener()];
    const input = topicInput();
    const { id } = await post(resident, '/topics', input);
    await env.work();
    expect(await messagesOf(convener, id)).toMatchObject([
      { title: '有新议题待审核', body: `“${input.title}”已提交，请在6月10日前审核议题。`, readAt: null },
    ]);
    expect(await messagesOf(resident, id)).toEqual([]);
    await post(convener, `/topics/${id}/return`, { reason: '请写明门牌号。' });
    await env.work();
    await env.work();
    expect(await messagesOf(resident, id)).toMatchObject([
      { title: '请补充议题', body: `“${input.title}”需要补充。说明：请写明门牌号。请在6月13日前补充后再提交。` },
    ]);
    expect(await messagesOf(await stage.stranger(), id)).toEqual([]);
  });

  it('reach the co-signers of a topic and of those merged into it, until it is sensitive', async () => {
    const convener = await stage.convener();
    const cosigner = await stage.resident(1);
    const [main, merged] = [await acceptedTopic(env.cast), await acceptedTopic(env.cast)];
    await env.work();
    await post(cosigner, `/topics/${merged.id}/cosign`);
    await post(convener, `/topics/${merged.id}/merge`, { into: main.id });
    await post(convener, `/topics/${main.id}/suspend`, { reason: '等上级批复' });
    await env.work();
    expect(
      (await messagesOf(cosigner, main.id)).map(({ title, body }) => [title, body.includes('等上级批复')]),
    ).toEqual([['议题已暂停', true]]);
    await convener.client.ok(
      convener.client.put(`/topics/${main.id}/sensitivity`, { sensitive: true, reason: '涉及个人隐私' }),
    );
    await post(convener, `/topics/${main.id}/resume`);
    await env.work();
    expect(await messagesOf(cosigner, main.id)).toHaveLength(1);
    const own = await messagesOf(main.raiser, main.id);
    expect(own.map(({ title }) => title)).toContain('议题恢复办理');
    expect(JSON.stringify(own)).not.toContain('涉及个人隐私');
  });

  it('follow a session from its notice to its minutes', async () => {
    const { sessionId, minutesId } = await stage.ended();
    await env.work();
    stage.later(DAY_MS);
    const convener = await stage.convener();
    await stage.write(convener, minutesId);
    await post(convener, `/minutes/${minutesId}/circulate`);
    await env.work();
    await stage.signAll(minutesId);
    await post(await stage.convener(), `/minutes/${minutesId}/publish`);
    await env.work();
    const resident = await stage.resident();
    expect((await messagesOf(resident, sessionId)).map(({ title }) => title)).toContain('协商会议通知');
    const member = await stage.member();
    expect((await messagesOf(member, minutesId)).map(({ title }) => title)).toEqual([
      '会议纪要已发布',
      '请核对会议纪要',
    ]);
  });

  it('remind those who come in the morning before a session, unless it was put off', async () => {
    const startsAt = stage.now + 3 * DAY_MS;
    const [kept, postponed] = [await stage.announced({ startsAt }), await stage.announced({ startsAt })];
    await env.work();
    const guest = await stage.resident(1);
    for (const { id } of [kept, postponed]) await post(guest, `/sessions/${id}/sign-up`, { category: 'resident' });
    await post(await stage.convener(), `/sessions/${postponed.id}/postpone`, { reason: '会场停电' });
    await env.work();
    stage.later(2 * DAY_MS);
    await env.work();
    await env.work();
    const guestNow = await stage.resident(1);
    const titles = async (id: string) => (await messagesOf(guestNow, id)).map(({ title }) => title);
    expect(await titles(kept.id)).toEqual(['明天有协商会议']);
    expect(await titles(postponed.id)).toEqual(['协商会议延期']);
  });

  it('leave one message to read of how a session stands, and remind nobody who has just been told', async () => {
    const startsAt = stage.now + 3 * DAY_MS;
    const { id, input } = await stage.announced({ startsAt });
    const guest = await stage.resident(1);
    await post(await stage.convener(), `/sessions/${id}/participants`, { personId: guest.id, category: 'resident' });
    await env.work();
    const of = async () =>
      (await messagesOf(await stage.resident(1), id)).map(({ title, readAt }) => [title, readAt === null]);
    expect(await of()).toEqual([
      ['协商会议邀请', true],
      ['协商会议通知', false],
    ]);
    await post(await stage.convener(), `/sessions/${id}/postpone`, { reason: '会场停电' });
    await env.work();
    stage.later(60_000);
    const { client } = await stage.convener();
    const { revision } = await stage.session(await stage.convener(), id);
    const later = startsAt + DAY_MS;
    await client.ok(
      client.put(`/sessions/${id}`, { ...input, startsAt: later, endsAt: later + 60 * 60 * 1000, revision }),
    );
    await post(await stage.convener(), `/sessions/${id}/announce`);
    await env.work();
    // That it was put off stays to be read; what stood before is old news.
    expect(await of()).toEqual([
      ['协商会议通知', true],
      ['协商会议延期', true],
      ['协商会议邀请', false],
      ['协商会议通知', false],
    ]);
    stage.later(2 * DAY_MS);
    const late = await stage.member();
    await post(await stage.convener(), `/sessions/${id}/participants`, { personId: late.id, category: 'member' });
    await env.work();
    stage.later(DAY_MS - 30 * 60_000);
    await env.work();
    await env.work();
    expect((await of()).filter(([, isNew]) => isNew)).toEqual([
      ['明天有协商会议', true],
      ['协商会议延期', true],
    ]);
    const told = (await messagesOf(await stage.member(), id)).map(({ title }) => title);
    expect(told.filter((title) => title === '明天有协商会议')).toEqual([]);
  });

  it('tell somebody who is invited to a session that was announced', async () => {
    const { id } = await stage.announced();
    await env.work();
    const guest = await stage.resident(1);
    await post(await stage.convener(), `/sessions/${id}/participants`, { personId: guest.id, category: 'resident' });
    await env.work();
    expect((await messagesOf(guest, id)).map(({ title }) => title)).toEqual(['协商会议邀请']);
  });

  it('tell whoever moves up from the queue that they have a seat, and nobody else', async () => {
    const { id } = await stage.announced({ seats: 2 });
    const [first, second, third] = [await stage.resident(), await stage.resident(1), await stage.member()];
    for (const who of [first, second, third]) await post(who, `/sessions/${id}/sign-up`, { category: 'resident' });
    await env.work();
    await first.client.ok(first.client.delete(`/sessions/${id}/sign-up`));
    await env.work();
    await env.work();
    const told = async (who: typeof first) =>
      (await messagesOf(who, id)).filter(({ title }) => title === '您有参会席位了').length;
    expect([await told(first), await told(second), await told(third)]).toEqual([0, 0, 1]);
  });

  it('remind of what is due before the day, after it and each week, once however many workers there are', async () => {
    // Where nothing else is due: of several things at once people are told their number.
    const resident = await env.cast.one('resident', ALONE.township);
    const { id } = await post(resident, '/topics', topicInput({ community: ALONE.community }));
    const [todo] = await env.database.read.findBy(TodoEntity, { itemId: id });
    const dueAt = todo?.dueAt ?? 0;
    const titles = async () =>
      (await messagesOf(await env.cast.one('convener', ALONE.township), id))
        .map(({ title }) => title)
        .filter((title) => /到期|超期/.test(title));
    const workAt = async (moment: number) => {
      stage.later(moment - stage.now);
      await Promise.all([env.work(), env.work(), env.work()]);
      await env.work();
      return titles();
    };
    expect(await workAt((todo?.remindAt ?? 0) - 60_000)).toEqual([]);
    expect(await workAt((todo?.remindAt ?? 0) + 11 * 60_000)).toEqual(['有事快到期了']);
    expect(await workAt(dueAt + 5 * DAY_MS)).toEqual(['有事已经超期', '有事快到期了']);
    expect(await workAt(dueAt + 6 * DAY_MS)).toHaveLength(2);
    expect(await workAt(dueAt + 15 * DAY_MS)).toHaveLength(3);
  });

  it('give each convener one digest a week', async () => {
    await env.work();
    const at = nextDigest(stage.now);
    stage.later(at - stage.now);
    await Promise.all([env.work(), env.work()]);
    await env.work();
    const digests = (await messagesOf(await stage.convener())).filter(({ title }) => title === '本周协商工作');
    expect(digests.filter(({ createdAt }) => createdAt === at)).toHaveLength(1);
    expect(digests[0]).toMatchObject({ item: null, body: expect.stringMatching(/等您办理 \d+ 件/) });
  });

  it('are listed by pages, counted, read one by one and all at once, by nobody else', async () => {
    const [resident, other] = [await stage.resident(), await stage.resident(1)];
    await env.work();
    const all = await messagesOf(resident);
    const first = await resident.client.ok(resident.client.get<Page<MessageView>>('/messages?limit=2'));
    const next = await resident.client.ok(
      resident.client.get<Page<MessageView>>(`/messages?limit=2&after=${first.nextAfter}`),
    );
    expect([...first.items, ...next.items]).toEqual(all.slice(0, 4));
    const { unread } = await resident.client.ok(resident.client.get<MessageCount>('/messages/count'));
    const { id = '' } = all.find(({ readAt }) => readAt === null) ?? {};
    expect(await other.client.refusal(other.client.post(`/messages/${id}/read`))).toMatchObject({ status: 404 });
    for (let i = 0; i < 2; i += 1) {
      const read = await resident.client.ok(resident.client.post<MessageCount>(`/messages/${id}/read`));
      expect(read).toEqual({ unread: unread - 1 });
    }
    expect(await resident.client.ok(resident.client.post('/messages/read-all'))).toEqual({ unread: 0 });
    expect(await resident.client.ok(resident.client.get('/messages/count'))).toEqual({ unread: 0 });
  });

  it('let what was read half a year ago go, and keep what was not', async () => {
    const resident = await stage.resident();
    const { id } = await post(resident, '/topics', topicInput());
    await post(await stage.convener(), `/topics/${id}/accept`);
    await env.work();
    const before = await env.database.read.countBy(MessageEntity, { personId: resident.id });
    expect(before).toBeGreaterThan(1);
    stage.later(182 * DAY_MS);
    await env.work();
    await env.work();
    const left = await messagesOf(await stage.resident());
    expect(left.length).toBeLessThan(before);
    expect(left.map(({ item }) => item?.id)).toContain(id);
    expect(left.every(({ readAt }) => readAt === null)).toBe(true);
  });

  it('stand behind once they are history, such as after a long outage', async () => {
    const { id, raiser } = await acceptedTopic(env.cast);
    stage.later(20 * DAY_MS);
    await env.work();
    const [accepted] = (await messagesOf(await stage.resident(), id)).filter(({ title }) => title === '议题已受理');
    expect(raiser.id).toBeDefined();
    expect(accepted?.readAt).not.toBeNull();
  });

  it('show an administrator, and nobody else, what was given up, to have it tried again', async () => {
    await env.database.write((db) =>
      env.app.get(Jobs).add({ db, now: env.clock.now() }, { kind: 'nobody-does-this', payload: { openid: 'secret' } }),
    );
    await env.work();
    const admin = await env.cast.one('admin', PLACE.county);
    const list = () => admin.client.ok(admin.client.get<Page<{ id: string; kind: string }>>('/messages/dead-letters'));
    const dead = (await list()).items.find((one) => one.kind === 'nobody-does-this');
    expect(dead).toMatchObject({ reason: 'nobody does jobs of kind nobody-does-this', attempts: 1 });
    expect(JSON.stringify(dead)).not.toContain('secret');
    await admin.client.ok(admin.client.post(`/messages/dead-letters/${dead?.id}/retry`));
    expect((await list()).items.map(({ id }) => id)).not.toContain(dead?.id);
    await env.work();
    expect((await list()).items.map(({ id }) => id)).toContain(dead?.id);
    const { client } = await stage.convener();
    expect(await client.refusal(client.get('/messages/dead-letters'))).toMatchObject({ code: 'AUTH.FORBIDDEN' });
    await env.database.write((db) => db.delete(JobEntity, { kind: 'nobody-does-this' }));
  });
});

describe.each(DATABASES)('messages along a topic’s whole course on %s', (kind) => {
  it('leave no job undone and tell nobody anything twice', async () => {
    const env = await createTestEnvironment(kind, { logLevel: 'silent' });
    try {
      const course = new Course(env);
      await course.task();
      await env.work();
      const left = await env.database.read.find(JobEntity, { where: [{ state: 'dead' }, { state: 'waiting' }] });
      expect(left.filter(({ kind: what }) => what !== 'follow_up')).toEqual([]);
      const rows: { n: number }[] = await env.database.read.query(
        'SELECT COUNT(*) AS n FROM messages GROUP BY person_id, title, item_id, created_at',
      );
      expect(rows.every(({ n }) => Number(n) === 1)).toBe(true);
      const lead = await course.department();
      expect((await messagesOf(lead)).map(({ title }) => title)).toContain('承办事项等您办理');
    } finally {
      await env.stop();
    }
  });
});
