import {
  type Created,
  chinaMoment,
  DAY_MS,
  type OutcomeSummary,
  type Page,
  type SessionDetail,
  type SessionSummary,
  type TopicDetail,
} from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Stage } from '../support/sessions.js';
import { acceptedTopic, PLACE } from '../support/topics.js';

const HOUR_MS = 60 * 60 * 1000;

describe.each(DATABASES)('sessions on %s', (kind) => {
  let env: TestEnvironment;
  let stage: Stage;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    stage = new Stage(env);
  });
  afterAll(() => env.stop());

  const topic = async (id: string) => env.cast.visitor.ok(env.cast.visitor.get<TopicDetail>(`/topics/${id}`));

  describe('calling', () => {
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
      await stage.move(member, id, 'announce');
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
      const unknown = await stage.input([topicId, '01ARZ3NDEKTSV4RRFFQ69G5FAV']);
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
  });

  describe('its course', () => {
    it('goes from notice to start to end, each in its time, and begins the minutes', async () => {
      const { id, input } = await stage.announced({ startsAt: stage.now + 3 * DAY_MS });
      const convener = await stage.convener();
      expect(await convener.client.refusal(convener.client.post(`/sessions/${id}/end`))).toMatchObject({
        code: 'MOVE.NOT_POSSIBLE',
      });
      expect(await convener.client.refusal(convener.client.post(`/sessions/${id}/start`))).toMatchObject({
        code: 'SESSION.NOT_STARTED_YET',
      });
      expect(await stage.inboxOf(convener, id)).toEqual(['按时开会']);
      stage.later(input.startsAt - 2 * HOUR_MS - stage.now);
      const then = await stage.convener();
      await stage.move(then, id, 'start');
      expect(await stage.inboxOf(then, id)).toEqual(['结束会议']);
      await stage.move(then, id, 'end');
      const ended = await stage.session(then, id);
      expect(ended).toMatchObject({ state: 'ended', minutes: [{ version: 1, state: 'draft' }] });
      expect(await stage.inboxOf(then, ended.minutes[0]?.id ?? '')).toEqual(['起草会议纪要']);
    });

    it('tells everyone after its end that its minutes are awaited, until when, and puts them before its recorder', async () => {
      const member = await stage.member();
      const { sessionId, minutesId, topicId } = await stage.ended({ recorderId: member.id });
      const awaited = { kind: 'minutes', state: 'draft', dueAt: deadlineAfter(stage.now, { workingDays: 3 }) };
      expect(await topic(topicId)).toMatchObject({ state: 'deliberating', coming: awaited });
      const seen = await env.cast.visitor.get<SessionDetail>(`/sessions/${sessionId}`);
      expect(seen.body).toMatchObject({ state: 'ended', coming: awaited, minutes: [] });
      const recorder = await stage.member();
      expect(await stage.inboxOf(recorder, minutesId)).toEqual(['起草会议纪要']);
      expect(await stage.session(recorder, sessionId)).toMatchObject({ minutes: [{ id: minutesId, state: 'draft' }] });
      await stage.write(recorder, minutesId);
      await recorder.client.ok(recorder.client.post(`/minutes/${minutesId}/circulate`));
      expect((await topic(topicId)).coming).toMatchObject({ kind: 'minutes', state: 'objection' });
      await stage.signAll(minutesId);
      const convener = await stage.convener();
      await convener.client.ok(convener.client.post(`/minutes/${minutesId}/publish`));
      expect((await topic(topicId)).coming).toMatchObject({ kind: 'outcome', state: 'drafted' });
      expect(await stage.session(convener, sessionId)).toMatchObject({ state: 'recorded', coming: null });
    });

    it('can be postponed, changed and announced again', async () => {
      const { id, input, topicId } = await stage.announced();
      const convener = await stage.convener();
      const edit = convener.client.put(`/sessions/${id}`, { ...input, revision: 0 });
      expect(await convener.client.refusal(edit)).toMatchObject({ code: 'SESSION.NOT_EDITABLE' });
      expect(await convener.client.refusal(convener.client.post(`/sessions/${id}/postpone`))).toMatchObject({
        code: 'REQUEST.INVALID',
      });
      await stage.move(convener, id, 'postpone', { reason: '会场停电，另定时间' });
      const startsAt = stage.now + 3 * DAY_MS;
      await convener.client.ok(
        convener.client.put(`/sessions/${id}`, { ...input, startsAt, endsAt: startsAt + HOUR_MS, revision: 0 }),
      );
      await stage.move(convener, id, 'announce');
      const session = await env.cast.visitor.ok(
        env.cast.visitor.get<{ timeline: { label: string; reason: string | null }[] }>(`/sessions/${id}`),
      );
      expect(session).toMatchObject({ state: 'announced', startsAt });
      expect(session.timeline.map(({ label, reason }) => [label, reason])).toEqual([
        ['发布会议通知', null],
        ['延期', '会场停电，另定时间'],
        ['发布会议通知', null],
      ]);
      expect(await topic(topicId)).toMatchObject({ state: 'deliberating' });
    });

    it('is not changed on top of a change that its editor has not seen', async () => {
      const { id, input } = await stage.called();
      const convener = await stage.convener();
      const edit = (place: string, revision: number) =>
        convener.client.put<{ revision: number }>(`/sessions/${id}`, { ...input, place, revision });
      expect(await convener.client.ok(edit('社区二楼', 0))).toMatchObject({ revision: 1 });
      expect(await convener.client.refusal(edit('社区三楼', 0))).toMatchObject({
        status: 409,
        code: 'SESSION.STALE',
        details: { revision: 1 },
      });
      expect(await stage.session(convener, id)).toMatchObject({ place: '社区二楼', revision: 1 });
      await convener.client.ok(edit('社区三楼', 1));
      const races = await Promise.all(['甲', '乙', '丙'].map((room) => edit(`会议室${room}`, 2)));
      expect(races.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
    });

    it('puts the topics of a cancelled session back before the convener, who can call another', async () => {
      const { id, topicId, input } = await stage.announced();
      const convener = await stage.convener();
      expect(await stage.inboxOf(convener, topicId)).toEqual([]);
      await stage.move(convener, id, 'cancel', { reason: '双方已自行商定，会议取消' });
      expect(await stage.inboxOf(convener, topicId)).toEqual(['召集协商']);
      expect(await topic(topicId)).toMatchObject({ state: 'deliberating', dueAt: expect.any(Number) });
      const { id: second } = await convener.client.ok(convener.client.post<Created>('/sessions', input));
      await stage.move(convener, second, 'announce');
      expect(await stage.inboxOf(convener, topicId)).toEqual([]);
      expect(await topic(topicId)).toMatchObject({ state: 'deliberating', dueAt: null });
    });

    it('asks the convener for another session when a topic is resumed whose session was cancelled meanwhile', async () => {
      const { id, topicId } = await stage.announced();
      const convener = await stage.convener();
      const hold = (action: string, body = {}) =>
        convener.client.ok(convener.client.post(`/topics/${topicId}/${action}`, body));
      await hold('suspend', { reason: '等待规划调整' });
      await hold('resume');
      expect(await stage.inboxOf(convener, topicId)).toEqual([]);
      await hold('suspend', { reason: '等待规划调整' });
      await stage.move(convener, id, 'cancel', { reason: '规划调整，会议取消' });
      expect(await stage.inboxOf(convener, topicId)).toEqual([]);
      await hold('resume');
      expect(await stage.inboxOf(convener, topicId)).toEqual(['召集协商']);
      expect(await topic(topicId)).toMatchObject({ state: 'deliberating', dueAt: expect.any(Number) });
    });

    it('lets a topic go that is taken off a postponed session', async () => {
      const { id: other } = await acceptedTopic(env.cast);
      const { id: topicId } = await acceptedTopic(env.cast);
      const convener = await stage.convener();
      const input = await stage.input([topicId, other]);
      const { id } = await convener.client.ok(convener.client.post<Created>('/sessions', input));
      await stage.move(convener, id, 'announce');
      await stage.move(convener, id, 'postpone', { reason: '分两次谈' });
      await convener.client.ok(convener.client.put(`/sessions/${id}`, { ...input, topicIds: [topicId], revision: 0 }));
      expect(await stage.inboxOf(convener, other)).toEqual(['召集协商']);
      expect(await stage.inboxOf(convener, topicId)).toEqual([]);
      await stage.move(convener, id, 'announce');
      expect(await stage.session(convener, id)).toMatchObject({ topics: [{ id: topicId }] });
    });

    it('takes a topic up again on which nothing was agreed, once its outcome is through', async () => {
      const { minutesId, sessionId, topicId } = await stage.ended();
      const convener = await stage.convener();
      await stage.write(convener, minutesId, { consensus: [], dissent: ['由谁出钱，意见不一'], tasks: [] });
      await convener.client.ok(convener.client.post(`/minutes/${minutesId}/circulate`));
      await stage.signAll(minutesId);
      const later = await stage.convener();
      await later.client.ok(later.client.post(`/minutes/${minutesId}/publish`));
      const call = async () => later.client.post<Created>('/sessions', await stage.input([topicId]));
      expect(await later.client.refusal(call())).toMatchObject({ code: 'SESSION.TOPIC_TAKEN' });

      const work = `/outcomes/work?region=${PLACE.townshipCode}&limit=50`;
      const { items } = await later.client.ok(later.client.get<Page<OutcomeSummary>>(work));
      const outcome = items.find((item) => item.title.includes('沿西社区') && item.state === 'drafted');
      const body = { summary: '对由谁出钱未达成共识，择期再谈。', suggestions: [], tasks: [], revision: 0 };
      await later.client.ok(later.client.put(`/outcomes/${outcome?.id}`, body));
      for (const action of ['publish', 'assign-directly']) {
        await later.client.ok(later.client.post(`/outcomes/${outcome?.id}/${action}`));
      }
      expect(await topic(topicId)).toMatchObject({ state: 'resolving' });
      // A member could not give notice of it, so they are not let prepare it either.
      const member = await stage.member();
      const theirs = member.client.post('/sessions', await stage.input([topicId]));
      expect(await member.client.refusal(theirs)).toMatchObject({ status: 403, code: 'SESSION.CONVENER_ONLY' });
      const { id } = await later.client.ok(call());
      expect(await topic(topicId)).toMatchObject({ state: 'resolving' });
      await stage.move(later, id, 'announce');
      const again = await topic(topicId);
      expect(again).toMatchObject({ state: 'deliberating', sessions: [{ id: sessionId }, { id }] });
      expect(again.timeline.map((entry) => entry.label)).toContain('再协商');
      expect(await stage.inboxOf(later, topicId)).toEqual([]);
    });

    it('goes into anybody’s calendar, with what everyone may know of it', async () => {
      const { id, input } = await stage.announced({ format: 'micro', meetingNumber: '123456789' });
      const answer = await fetch(`${env.url}/api/v1/sessions/${id}/calendar.ics`);
      expect(answer.headers.get('content-type')).toContain('text/calendar');
      const file = (await answer.text()).replace(/\r\n /g, '');
      const utc = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
      expect(file).toContain(`DTSTART:${utc(input.startsAt)}`);
      expect(file).toContain(`DTEND:${utc(input.endsAt)}`);
      expect(file).toContain(`SUMMARY:${input.title}`);
      expect(file).not.toContain('123456789');
      const hidden = await stage.called();
      expect((await fetch(`${env.url}/api/v1/sessions/${hidden.id}/calendar.ics`)).status).toBe(404);
    });

    it('keeps a session inside that was cancelled before anybody heard of it', async () => {
      const { id, topicId } = await stage.called();
      const [convener, resident] = [await stage.convener(), await stage.resident()];
      await stage.move(convener, id, 'cancel', { reason: '主持人生病，名单另拟' });
      expect((await env.cast.visitor.get(`/sessions/${id}`)).status).toBe(404);
      expect((await resident.client.get(`/sessions/${id}`)).status).toBe(404);
      const { visitor } = env.cast;
      const list = `/sessions?region=${PLACE.townshipCode}&limit=50`;
      const { items } = await visitor.ok(visitor.get<Page<SessionSummary>>(list));
      expect(items.map((item) => item.id)).not.toContain(id);
      const open = await topic(topicId);
      expect(open.sessions).toEqual([]);
      expect(open.timeline.filter((entry) => entry.kind === 'session')).toEqual([]);
      expect(await stage.session(convener, id)).toMatchObject({
        state: 'cancelled',
        timeline: [{ label: '开始筹备协商' }, { label: '取消会议', reason: '主持人生病，名单另拟' }],
      });
    });

    it('shows that a session is off of which notice was given', async () => {
      const { id } = await stage.announced();
      const convener = await stage.convener();
      await stage.move(convener, id, 'postpone', { reason: '会场停电' });
      await stage.move(convener, id, 'cancel', { reason: '另选会场' });
      const { visitor } = env.cast;
      const seen = await visitor.ok(visitor.get<{ timeline: unknown[] }>(`/sessions/${id}`));
      expect(seen.timeline.at(-1)).toMatchObject({ label: '取消会议', reason: '另选会场' });
    });

    it('lets nobody else move it', async () => {
      const { id } = await stage.announced();
      for (const who of [await stage.stranger(), await stage.resident(), await stage.member(), await stage.county()]) {
        const answer = who.client.post(`/sessions/${id}/cancel`, { reason: '不开了' });
        expect(await who.client.refusal(answer)).toMatchObject({ status: 403 });
      }
    });
  });

  describe('lists', () => {
    it('pages what is to come soonest first and what is past latest first, each once, while more are added', async () => {
      const day = chinaMoment('2026-09-01', '09:00');
      const ids: string[] = [];
      for (const offset of [3, 1, 2, 1]) {
        const startsAt = day + offset * DAY_MS;
        ids.push((await stage.announced({ startsAt, endsAt: startsAt + HOUR_MS })).id);
      }
      const { visitor } = env.cast;
      const collect = async (when: string) => {
        const seen: SessionSummary[] = [];
        let after = '';
        do {
          const query = `region=419902&when=${when}&limit=2${after}`;
          const page = await visitor.ok(visitor.get<Page<SessionSummary>>(`/sessions?${query}`));
          seen.push(...page.items);
          after = page.nextAfter === null ? '' : `&after=${page.nextAfter}`;
        } while (after !== '');
        return seen;
      };
      const upcoming = await collect('upcoming');
      expect(upcoming.map((item) => item.startsAt)).toEqual(
        upcoming.map((item) => item.startsAt).sort((a, b) => a - b),
      );
      expect(new Set(upcoming.map((item) => item.id)).size).toBe(upcoming.length);
      expect(upcoming.map((item) => item.id)).toEqual(expect.arrayContaining(ids));
      expect(upcoming.every((item) => item.state !== 'preparing')).toBe(true);

      stage.later(day + 10 * DAY_MS - stage.now);
      const past = await collect('past');
      expect(past.slice(0, 4).map((item) => item.startsAt - day)).toEqual([3, 2, 1, 1].map((n) => n * DAY_MS));
      expect(await visitor.refusal(visitor.get(`/sessions?region=419902&after=nonsense`))).toMatchObject({
        code: 'REQUEST.INVALID',
      });
    });
  });
});
