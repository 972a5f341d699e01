import {
  type Created,
  DAY_MS,
  type Page,
  type Saved,
  type SessionRearrange,
  type SessionSummary,
  type TopicDetail,
} from '@consult/shared';
import { UNKNOWN } from '../support/call-route.js';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { messagesOf } from '../support/messages.js';
import { arrangementOf, Stage } from '../support/sessions.js';
import { acceptedTopic, PLACE } from '../support/topics.js';

const HOUR_MS = 60 * 60 * 1000;

describe.each(DATABASES)('calling sessions on %s', (kind) => {
  let env: TestEnvironment;
  let stage: Stage;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    stage = new Stage(env);
  });
  afterAll(() => env.stop());

  const topic = async (id: string) => env.cast.visitor.ok(env.cast.visitor.get<TopicDetail>(`/topics/${id}`));

  it('keeps a session in preparation among those who prepare it', async () => {
    const { id } = await stage.called();
    const [convener, resident] = [await stage.convener(), await stage.resident()];
    expect(await stage.session(convener, id)).toMatchObject({
      state: 'preparing',
      canEdit: true,
      actions: ['announce', 'cancel'],
      timeline: [{ label: '开始筹备协商' }],
    });
    expect(await resident.client.refusal(resident.client.get(`/sessions/${id}`))).toMatchObject({
      status: 404,
      code: 'ITEM.NOT_FOUND',
    });
    expect((await env.cast.visitor.get(`/sessions/${id}`)).status).toBe(404);
    const outsider = await stage.stranger();
    expect((await outsider.client.get(`/sessions/${id}`)).status).toBe(404);
    expect(await stage.inboxOf(convener, id)).toEqual(['发布会议通知']);
    const work = `/sessions/work?region=${PLACE.townshipCode}&limit=50`;
    const { items } = await convener.client.ok(convener.client.get<Page<SessionSummary>>(work));
    expect(items.map((item) => item.id)).toContain(id);
    expect(await outsider.client.refusal(outsider.client.get(work))).toMatchObject({ code: 'REGION.OUTSIDE' });
  });

  it('keeps the point on the map that was chosen, and forgets it with an edit that has none', async () => {
    const location = { latitude: 32.0603, longitude: 118.7969 };
    const convener = await stage.convener();
    const input = await stage.input([(await acceptedTopic(env.cast)).id]);
    const beyond = convener.client.post('/sessions', { ...input, location: { latitude: 0, longitude: 0 } });
    expect(await convener.client.refusal(beyond)).toMatchObject({ code: 'REQUEST.INVALID' });
    const { id } = await convener.client.ok(convener.client.post<Created>('/sessions', { ...input, location }));
    const { revision } = await stage.session(convener, id);
    expect(await stage.session(convener, id)).toMatchObject({ location });
    await convener.client.ok(convener.client.put(`/sessions/${id}`, { ...input, revision }));
    expect(await stage.session(convener, id)).toMatchObject({ location: null });
  });

  it('gives the number to dial in to those who take part and run it, and takes only what a telephone can dial', async () => {
    const convener = await stage.convener();
    const dialIn = '0375-5550 1234,,318204567#';
    const { id, input } = await stage.called({ format: 'micro', meetingNumber: '318204567', dialIn });
    expect(await stage.session(convener, id)).toMatchObject({ dialIn });
    await stage.move(convener, id, 'announce');
    expect(await env.cast.visitor.ok(env.cast.visitor.get(`/sessions/${id}`))).toMatchObject({ dialIn: null });
    const member = await stage.member();
    await member.client.ok(member.client.post(`/sessions/${id}/sign-up`, { category: 'member' }));
    expect(await stage.session(member, id)).toMatchObject({ dialIn });
    const odd = await convener.client.refusal(
      convener.client.post('/sessions', { ...input, dialIn: '打我办公室电话' }),
    );
    expect(odd).toMatchObject({ code: 'REQUEST.INVALID', details: { fields: [{ field: 'dialIn' }] } });
  });

  it('keeps a programme of two levels, each item under its own id, and refuses any other', async () => {
    const convener = await stage.convener();
    const part = { id: 'b1', title: '一号院', minutes: null, items: [] };
    const programme = [
      { id: 'a', title: '签到', minutes: 10, items: [] },
      { id: 'b', title: '各方发言', minutes: null, items: [part] },
    ];
    const { id } = await stage.called({ programme });
    expect(await stage.session(convener, id)).toMatchObject({ programme });
    const input = await stage.input([(await acceptedTopic(env.cast)).id]);
    const wrong = [
      [part, part],
      [{ ...part, items: [{ ...part, id: 'b2', items: [{ ...part, id: 'b3' }] }] }],
      [{ ...part, minutes: 0 }],
      [{ ...part, id: 'no blanks' }],
      ['签到'],
      [null],
    ];
    for (const refused of wrong) {
      const call = convener.client.post('/sessions', { ...input, programme: refused });
      expect(await convener.client.refusal(call)).toMatchObject({ status: 400, code: 'REQUEST.INVALID' });
    }
  });

  it('keeps a topic from being withdrawn while a session about it is open', async () => {
    const { id, topicId } = await stage.announced();
    const convener = await stage.convener();
    const withdraw = () => convener.client.post(`/topics/${topicId}/withdraw`, { reason: '居民已自行解决' });
    expect(await convener.client.refusal(withdraw())).toMatchObject({ status: 409, code: 'TOPIC.SESSION_OPEN' });
    await stage.move(convener, id, 'cancel', { reason: '居民已自行解决' });
    expect((await withdraw()).status).toBe(200);
  });

  it('lets members call 微协商 and nothing else, residents nothing', async () => {
    const { id: topicId } = await acceptedTopic(env.cast);
    const [member, resident] = [await stage.member(), await stage.resident()];
    const input = await stage.input([topicId]);
    const big = member.client.post('/sessions', { ...input, format: 'onsite' });
    expect(await member.client.refusal(big)).toMatchObject({ status: 403, code: 'SESSION.MEMBERS_ONLY_MICRO' });
    expect(await resident.client.refusal(resident.client.post('/sessions', input))).toMatchObject({ status: 403 });
    const outsider = await stage.stranger();
    expect(await outsider.client.refusal(outsider.client.post('/sessions', input))).toMatchObject({
      code: 'REGION.OUTSIDE',
    });
    const { id } = await member.client.ok(member.client.post<Created>('/sessions', input));
    // Nobody is offered another one while it is on its way.
    const { client } = await stage.convener();
    expect(await client.ok(client.get(`/topics/${topicId}`))).toMatchObject({ canCallSession: false });
    const inbox = async (who: Player) => await stage.inboxOf(who, id);
    expect([await inbox(member), await inbox(await stage.convener())]).toEqual([['发布会议通知'], []]);
    await stage.move(member, id, 'announce');
    expect([await inbox(member), await inbox(await stage.convener())]).toEqual([['按时开会'], []]);
    expect(await stage.session(member, id)).toMatchObject({ state: 'announced' });
    expect(await topic(topicId)).toMatchObject({ state: 'deliberating', sessions: [{ id }] });
  });

  it.each([
    ['a start in the past', { startsAt: -HOUR_MS, endsAt: HOUR_MS }, 'SESSION.PAST_DATE'],
    ['an end before the start', { startsAt: 2 * DAY_MS, endsAt: DAY_MS }, 'SESSION.BAD_TIME'],
    ['thirteen hours', { startsAt: DAY_MS, endsAt: DAY_MS + 13 * HOUR_MS }, 'SESSION.BAD_TIME'],
    ['a start in two years', { startsAt: 730 * DAY_MS, endsAt: 730 * DAY_MS + HOUR_MS }, 'SESSION.TOO_FAR_AHEAD'],
  ])('refuses %s', async (_, times, code) => {
    const { id: topicId } = await acceptedTopic(env.cast);
    const convener = await stage.convener();
    const input = await stage.input([topicId]);
    const at = { startsAt: stage.now + times.startsAt, endsAt: stage.now + times.endsAt };
    const answer = convener.client.refusal(convener.client.post('/sessions', { ...input, ...at }));
    expect(await answer).toMatchObject({ status: 400, code });
  });

  it('refuses people of another county and topics of another township', async () => {
    const { id: topicId } = await acceptedTopic(env.cast);
    const [convener, outsider] = [await stage.convener(), await env.cast.one('member', '青石镇')];
    const strangerChairs = await stage.input([topicId], { chairId: outsider.id });
    expect(await convener.client.refusal(convener.client.post('/sessions', strangerChairs))).toMatchObject({
      code: 'REQUEST.INVALID',
      details: { fields: [{ field: 'chairId' }] },
    });
    const unknown = await stage.input([topicId, UNKNOWN]);
    expect(await convener.client.refusal(convener.client.post('/sessions', unknown))).toMatchObject({
      code: 'ITEM.NOT_FOUND',
    });
  });

  it('takes a topic out of the pool only to 微协商, and to one session at a time', async () => {
    const { input } = await stage.called();
    const convener = await stage.convener();
    expect(await convener.client.refusal(convener.client.post('/sessions', input))).toMatchObject({
      status: 409,
      code: 'SESSION.TOPIC_TAKEN',
    });
    const { id: topicId } = await acceptedTopic(env.cast);
    const onsite = await stage.input([topicId], { format: 'onsite' });
    expect(await convener.client.refusal(convener.client.post('/sessions', onsite))).toMatchObject({
      code: 'TOPIC.LIGHT_PATH_ONLY_MICRO',
    });
  });

  it('does not let two conveners’ calls at once take the same topic', async () => {
    const { id: topicId } = await acceptedTopic(env.cast);
    const convener = await stage.convener();
    const input = await stage.input([topicId]);
    const answers = await Promise.all([1, 2, 3].map(() => convener.client.post('/sessions', input)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
  });

  it('calls a planned topic once its plan has stood five days, with seven days’ notice', async () => {
    const { id: topicId } = await acceptedTopic(env.cast);
    const convener = await stage.convener();
    const plan = { township: PLACE.townshipCode, year: 2026, quarter: 3 };
    const { id: planId } = await convener.client.ok(convener.client.post<Created>('/plans', plan));
    await convener.client.ok(convener.client.post(`/topics/${topicId}/shortlist`, { planId }));
    stage.later(6 * DAY_MS);
    for (const [who, action] of [
      [await stage.convener(), 'propose'],
      [await stage.party(), 'party-approve'],
      [await stage.county(), 'county-approve'],
    ] as const) {
      await who.client.ok(who.client.post(`/plans/${planId}/${action}`));
    }
    const again = await stage.convener();
    const call = async () =>
      again.client.post<Created>('/sessions', await stage.input([topicId], { format: 'onsite' }));
    expect(await again.client.refusal(call())).toMatchObject({ code: 'PLAN.NOT_PUBLISHED' });
    const county = await stage.county();
    await county.client.ok(county.client.post(`/plans/${planId}/publish`));
    expect(await again.client.refusal(call())).toMatchObject({
      code: 'PLAN.NOT_PUBLISHED',
      message: '计划公布满 5 天后才能召集协商',
    });
    stage.later(5 * DAY_MS);
    const late = await stage.convener();
    const input = await stage.input([topicId], { format: 'onsite', startsAt: stage.now + 6 * DAY_MS });
    const { id } = await late.client.ok(late.client.post<Created>('/sessions', input));
    expect(await late.client.refusal(late.client.post(`/sessions/${id}/announce`))).toMatchObject({
      code: 'SESSION.NOTICE_TOO_SHORT',
      message: '至少提前 7 天通知',
    });
    expect(await topic(topicId)).toMatchObject({ state: 'planned' });
    const startsAt = stage.now + 7 * DAY_MS;
    await late.client.ok(
      late.client.put(`/sessions/${id}`, { ...input, startsAt, endsAt: startsAt + HOUR_MS, revision: 0 }),
    );
    await stage.move(late, id, 'announce');
    expect(await topic(topicId)).toMatchObject({ state: 'deliberating' });
    expect(await stage.inboxOf(late, topicId)).toEqual([]);
    expect((await topic(topicId)).timeline.map((entry) => entry.label)).toEqual(
      expect.arrayContaining(['召集协商', '发布会议通知']),
    );
  });

  describe('rearranging one that is announced', () => {
    const rearrange = (who: Player, id: string, body: SessionRearrange) =>
      who.client.post<Saved>(`/sessions/${id}/rearrange`, body);
    const wanted = async (over: Partial<SessionRearrange> = {}): Promise<SessionRearrange> => ({
      ...arrangementOf(await stage.input([])),
      place: '社区二楼会议室',
      reason: '议事室漏水',
      revision: 0,
      ...over,
    });

    it('keeps its time and its notice, and tells people of it where everyone reads why', async () => {
      const [convener, member, guest] = [await stage.convener(), await stage.member(), await stage.resident(1)];
      const location = { latitude: 32.0603, longitude: 118.7969 };
      const { id, topicId, input } = await stage.announced({ location, meetingNumber: '318204567' });
      await guest.client.ok(guest.client.post(`/sessions/${id}/sign-up`, { category: 'resident' }));
      await env.work();
      const before = await stage.session(convener, id);
      expect(before).toMatchObject({ canEdit: false, canRearrange: true, revision: 0 });
      expect(await stage.session(guest, id)).toMatchObject({ canRearrange: false });

      const body = await wanted({ meetingNumber: '400500600', recorderId: member.id });
      const saved = await convener.client.ok(rearrange(convener, id, body));
      expect(saved).toEqual({ id, state: 'announced', revision: 1 });
      expect(await stage.session(convener, id)).toMatchObject({
        ...{ state: 'announced', startsAt: input.startsAt, dueAt: before.dueAt, revision: 1 },
        ...{ place: '社区二楼会议室', location: null, meetingNumber: '400500600' },
        ...{ chair: { id: convener.id }, recorder: { id: member.id } },
      });
      expect(await stage.inboxOf(convener, id)).toEqual(['按时开会']);
      expect(await stage.inboxOf(member, id)).toEqual([]);

      const { visitor } = env.cast;
      const open = await visitor.ok(visitor.get<{ timeline: object[] }>(`/sessions/${id}`));
      const entry = { label: '变更安排', by: '召集人', reason: '议事室漏水' };
      expect(open.timeline.at(-1)).toMatchObject(entry);
      expect((await topic(topicId)).timeline.at(-1)).toMatchObject(entry);
      const [row]: { data: string }[] = await env.database.read.query(
        "SELECT data FROM events WHERE item_id = ? AND action = 'rearrange'",
        [id],
      );
      const changed = ['place', 'location', 'meetingNumber', 'recorderId'];
      expect(JSON.parse(row?.data ?? '')).toEqual({ changed, revision: 1, replacedIds: [] });

      await env.work();
      const title = '协商会议安排有变动';
      const says = new RegExp(`^“${input.title}”的安排有变动：议事室漏水。时间：.+。地点：社区二楼会议室。$`);
      for (const who of [guest, member, await stage.resident()]) {
        expect((await messagesOf(who, id))[0]).toMatchObject({ title, body: expect.stringMatching(says) });
      }
      expect((await messagesOf(convener, id)).map((message) => message.title)).not.toContain(title);
    });

    it('tells who records it no longer, be they on the list, and nobody who goes on in another part', async () => {
      const [convener, member, recorder] = [await stage.convener(), await stage.member(), await stage.resident(1)];
      const { id, input } = await stage.announced({ chairId: member.id, recorderId: recorder.id });
      await recorder.client.ok(recorder.client.post(`/sessions/${id}/sign-up`, { category: 'resident' }));
      await convener.client.ok(rearrange(convener, id, await wanted({ chairId: convener.id, recorderId: member.id })));
      await env.work();
      const title = '会议改由别人主持或记录';
      expect((await messagesOf(recorder, id))[0]).toMatchObject({
        title,
        body: expect.stringMatching(
          new RegExp(`^“${input.title}”改由别人主持或者记录了。时间：.+。地点：社区二楼会议室。`),
        ),
      });
      expect((await messagesOf(member, id)).map((message) => message.title)).not.toContain(title);
    });

    it('hands the minutes to who records it then', async () => {
      const [convener, member] = [await stage.convener(), await stage.member()];
      const { id, input } = await stage.announced();
      await convener.client.ok(rearrange(convener, id, await wanted({ recorderId: member.id })));
      stage.later(input.startsAt - stage.now);
      await stage.move(await stage.convener(), id, 'start');
      await stage.move(await stage.convener(), id, 'end');
      const [minutes] = (await stage.session(await stage.convener(), id)).minutes;
      expect(await stage.inboxOf(await stage.member(), minutes?.id ?? '')).toHaveLength(1);
      expect(await stage.inboxOf(await stage.convener(), minutes?.id ?? '')).toEqual([]);
    });

    it('is refused to others, before the notice and once it has begun', async () => {
      const { id, input } = await stage.called();
      const convener = await stage.convener();
      const body = await wanted();
      const refusal = async (who: Player) => who.client.refusal(rearrange(who, id, body));
      const inState = (stateCode: string) => ({ status: 409, code: 'SESSION.NOT_EDITABLE', details: { stateCode } });
      expect(await refusal(convener)).toMatchObject(inState('preparing'));
      await stage.move(convener, id, 'announce');
      expect(await refusal(await stage.member())).toMatchObject({ status: 403, code: 'AUTH.FORBIDDEN' });
      stage.later(input.startsAt - stage.now);
      const then = await stage.convener();
      await stage.move(then, id, 'start');
      expect(await refusal(then)).toMatchObject(inState('in_progress'));
    });

    it('is refused on what was changed since, with an outsider, without a change and without a reason', async () => {
      const { id, input } = await stage.announced();
      const [convener, outsider] = [await stage.convener(), await env.cast.one('member', '青石镇')];
      const refusal = async (body: SessionRearrange) => convener.client.refusal(rearrange(convener, id, body));
      expect(await refusal(await wanted({ chairId: outsider.id }))).toMatchObject({
        code: 'REQUEST.INVALID',
        details: { fields: [{ field: 'chairId' }] },
      });
      expect(await refusal(await wanted({ place: input.place }))).toMatchObject({
        code: 'REQUEST.INVALID',
        details: { fields: [{ field: 'place', message: '没有改动' }] },
      });
      expect(await refusal(await wanted({ reason: '' }))).toMatchObject({
        code: 'REQUEST.INVALID',
        details: { fields: [{ field: 'reason' }] },
      });
      await convener.client.ok(rearrange(convener, id, await wanted()));
      expect(await refusal(await wanted({ place: '社区三楼' }))).toMatchObject({
        status: 409,
        code: 'SESSION.STALE',
        details: { revision: 1 },
      });
    });
  });
});
