import {
  type Created,
  chinaMoment,
  DAY_MS,
  type HomeView,
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

    it('stays on the first page while it runs over, until it has ended', async () => {
      const { id, input } = await stage.announced();
      const isShown = async () => {
        const { visitor } = env.cast;
        const { sessions } = await visitor.ok(visitor.get<HomeView>(`/home?township=${PLACE.townshipCode}`));
        return sessions.some((session) => session.id === id);
      };
      stage.later(input.startsAt - stage.now);
      await stage.move(await stage.convener(), id, 'start');
      stage.later(input.endsAt + HOUR_MS - stage.now);
      expect(await isShown()).toBe(true);
      await stage.move(await stage.convener(), id, 'end');
      expect(await isShown()).toBe(false);
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
