import {
  type AttachmentView,
  type Created,
  DAY_MS,
  type MessageView,
  type Page,
  type ResearchDetail,
  type ResearchOfSubject,
  type ResearchSummary,
  type SessionDetail,
  type TopicDetail,
} from '@consult/shared';
import { UNKNOWN } from '../support/call-route.js';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { plainPhoto } from '../support/pictures.js';
import { ResearchStage } from '../support/research.js';
import { acceptedTopic } from '../support/topics.js';

describe.each(DATABASES)('research before a session on %s', (kind) => {
  let env: TestEnvironment;
  let stage: ResearchStage;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    stage = new ResearchStage(env);
  });
  afterAll(() => env.stop());
  // Each test has a day of its own, so that the daily limit of topics counts only its own.
  beforeEach(() => stage.later(DAY_MS));

  const told = async (who: Player) => {
    await env.work();
    const { items } = await who.client.ok(who.client.get<Page<MessageView>>('/messages?limit=50'));
    return items;
  };
  const of = (who: Pick<Player, 'client'>, query: string) =>
    who.client.ok(who.client.get<ResearchOfSubject>(`/research?${query}`));

  it('goes from its plan to a public summary, each step in the inbox of whoever is next', async () => {
    const [convener, member] = [await stage.convener(), await stage.member()];
    const { id, topicId } = await stage.begun();
    expect(await stage.inboxOf(convener, id)).toEqual(['开始调研']);
    await stage.act(convener, id, 'start');
    expect(await stage.inboxOf(convener, id)).toEqual([]);
    expect(await stage.inboxOf(member, id)).toEqual(['写好调研报告']);
    await stage.writeReport(member, id);
    await stage.act(member, id, 'report');
    expect(await stage.inboxOf(member, id)).toEqual([]);
    expect(await stage.inboxOf(convener, id)).toEqual(['审看调研报告']);
    await stage.act(convener, id, 'finish');
    expect(await stage.inboxOf(convener, id)).toEqual([]);
    const shown = await stage.research({ client: env.cast.visitor }, id);
    expect(shown).toMatchObject({ state: 'finished', visitCount: 0, inside: null, actions: [] });
    expect(shown.summary).toMatch(/助餐/);
    expect(shown.questions).toHaveLength(2);
    expect((await of({ client: env.cast.visitor }, `topicId=${topicId}`)).items.map((item) => item.id)).toEqual([id]);
    const topic = await env.cast.visitor.ok(env.cast.visitor.get<TopicDetail>(`/topics/${topicId}`));
    expect(topic.timeline.filter((entry) => entry.kind === 'research').map((entry) => entry.label)).toEqual([
      '开始会前调研',
      '公开调研摘要',
    ]);
  });

  it('is due on the date that was set, which the inbox shows', async () => {
    const { id } = await stage.started();
    const member = await stage.member();
    const { items } = await member.client.ok(
      member.client.get<Page<{ itemId: string; dueAt: number }>>('/inbox?limit=50'),
    );
    const { inside } = await stage.research(member, id);
    expect(items.find((todo) => todo.itemId === id)?.dueAt).toBe(inside?.reportDueAt);
  });

  it('tells those in the group that they are asked, once each, and the followers what came of it', async () => {
    const { id } = await stage.begun();
    const [member, resident] = [await stage.member(), await stage.resident()];
    env.clock.advance(1000);
    await stage.act(await stage.convener(), id, 'start');
    await env.work();
    await stage.writeReport(member, id);
    await stage.act(member, id, 'report');
    await stage.act(await stage.convener(), id, 'finish');
    const ofIt = (messages: readonly MessageView[]) => messages.filter(({ item }) => item?.id === id);
    const titles = ofIt(await told(member)).map(({ title }) => title);
    expect(titles.sort()).toEqual(['请您负责会前调研', '调研报告已公开'].sort());
    expect(ofIt(await told(resident)).map(({ title }) => title)).toEqual(['会前调研有了结果']);
  });

  it('tells whoever comes into the group later, and whoever leaves it', async () => {
    const { id } = await stage.started();
    const [convener, resident, member] = [await stage.convener(), await stage.resident(1), await stage.member()];
    const change = async (memberIds: string[], revision: number) =>
      convener.client.ok(
        convener.client.put(`/research/${id}`, { ...(await stage.plan({ leadId: member.id, memberIds })), revision }),
      );
    await change([resident.id], 0);
    expect((await stage.research(resident, id)).inside?.canVisit).toBe(true);
    await change([], 1);
    const titles = (await told(resident)).filter(({ item }) => item?.id === id).map(({ title }) => title);
    expect(titles.sort()).toEqual(['请您参加会前调研', '调研组有变动'].sort());
    expect(await resident.client.refusal(resident.client.get(`/research/${id}`))).toMatchObject({
      code: 'ITEM.NOT_FOUND',
    });
  });

  it('moves the work to another lead when that changes', async () => {
    const { id } = await stage.started();
    const [convener, member] = [await stage.convener(), await stage.member()];
    const plan = await stage.plan({ leadId: convener.id, memberIds: [member.id] });
    await convener.client.ok(convener.client.put(`/research/${id}`, { ...plan, revision: 0 }));
    expect(await stage.inboxOf(member, id)).toEqual([]);
    expect(await stage.inboxOf(convener, id)).toEqual(['写好调研报告']);
  });

  it('is unknown to everyone outside before it is finished, and again when it is reopened', async () => {
    const { id, topicId } = await stage.started();
    const outside = [env.cast.visitor, (await stage.resident()).client, (await stage.stranger()).client];
    for (const client of outside) {
      expect(await client.refusal(client.get(`/research/${id}`))).toMatchObject({ code: 'ITEM.NOT_FOUND' });
      expect((await of({ client }, `topicId=${topicId}`)).items).toEqual([]);
    }
    await stage.writeReport(await stage.member(), id);
    await stage.act(await stage.member(), id, 'report');
    await stage.act(await stage.convener(), id, 'finish');
    expect((await stage.research({ client: env.cast.visitor }, id)).state).toBe('finished');
    await stage.act(await stage.convener(), id, 'reopen', { reason: '数据要再核对' });
    expect(await env.cast.visitor.refusal(env.cast.visitor.get(`/research/${id}`))).toMatchObject({
      code: 'ITEM.NOT_FOUND',
    });
  });

  it('shows visits and findings to those who work on it and watch over it, to nobody else', async () => {
    const member = await stage.member();
    const { id } = await stage.started();
    const { body: photo } = await member.client.upload<AttachmentView>('p.jpg', await plainPhoto('jpeg'));
    const visit = {
      visitedAt: stage.now - DAY_MS,
      place: '一号院',
      who: '住户六人',
      found: '都说要一楼',
      photos: [photo.id],
    };
    await member.client.ok(member.client.post<Created>(`/research/${id}/visits`, visit));
    const seen = await stage.research(await stage.county(), id);
    expect(seen.inside?.visits).toMatchObject([{ place: '一号院', who: '住户六人', by: { name: member.name } }]);
    expect(seen.inside?.visits[0]?.photos).toHaveLength(1);
    await stage.writeReport(member, id);
    await stage.act(member, id, 'report');
    await stage.act(await stage.convener(), id, 'finish');
    const shown = JSON.stringify(await stage.research({ client: env.cast.visitor }, id));
    for (const inner of ['一号院', '住户六人', '都说要一楼', '物业担心', member.name, photo.id]) {
      expect([inner, shown.includes(inner)]).toEqual([inner, inner === '一号院']);
    }
    const opened = await fetch(`${env.url}/api/v1/attachments/${photo.id}/full`);
    expect(opened.status).toBe(404);
  });

  it('takes a visit once however often it is sent, and lets its writer take it back', async () => {
    const [member, convener, county] = [await stage.member(), await stage.convener(), await stage.county()];
    const { id } = await stage.started();
    const visit = { visitedAt: stage.now, place: '三号院', who: '物业', found: '水电另算', photos: [] };
    const first = await member.client.ok(member.client.post<Created>(`/research/${id}/visits`, visit, 'visit-once'));
    const again = await member.client.ok(member.client.post<Created>(`/research/${id}/visits`, visit, 'visit-once'));
    expect(again.id).toBe(first.id);
    expect((await stage.research(member, id)).visitCount).toBe(1);
    const other = await convener.client.ok(convener.client.post<Created>(`/research/${id}/visits`, visit));
    expect(await member.client.refusal(member.client.delete(`/research/${id}/visits/${other.id}`))).toMatchObject({
      code: 'AUTH.FORBIDDEN',
    });
    await member.client.ok(member.client.delete(`/research/${id}/visits/${first.id}`));
    await county.client.ok(county.client.delete(`/research/${id}/visits/${other.id}`));
    expect(await stage.research(member, id)).toMatchObject({ visitCount: 0, inside: { visits: [] } });
    const refusal = member.client.post(`/research/${id}/visits`, { ...visit, visitedAt: stage.now + DAY_MS });
    expect(await member.client.refusal(refusal)).toMatchObject({ code: 'REQUEST.INVALID' });
  });

  it('is handed in only when it is complete, which is said', async () => {
    const [member] = [await stage.member()];
    const { id } = await stage.started();
    expect(await member.client.refusal(member.client.post(`/research/${id}/report`))).toMatchObject({
      status: 409,
      code: 'RESEARCH.INCOMPLETE',
      message: '调研报告还缺：基本情况、各方诉求、公开摘要、要商量的问题',
    });
    const four = stage.reportInput({ questions: ['一', '二', '三', '四'] });
    expect(await member.client.refusal(member.client.put(`/research/${id}/report`, four))).toMatchObject({
      code: 'REQUEST.INVALID',
    });
  });

  it('keeps what somebody else wrote meanwhile', async () => {
    const [member, convener] = [await stage.member(), await stage.convener()];
    const { id } = await stage.started();
    const sent = [member, convener].map(({ client }) => client.put(`/research/${id}/report`, stage.reportInput()));
    const statuses = (await Promise.all(sent)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 409]);
  });

  it('is sent back with a reason that its group reads', async () => {
    const [member, convener] = [await stage.member(), await stage.convener()];
    const { id } = await stage.reported();
    expect(await convener.client.refusal(convener.client.post(`/research/${id}/send-back`))).toMatchObject({
      code: 'REQUEST.INVALID',
    });
    await stage.act(convener, id, 'send-back', { reason: '请补上三号院的情况' });
    expect(await stage.inboxOf(member, id)).toEqual(['写好调研报告']);
    const texts = (await told(member)).filter(({ item }) => item?.id === id).map(({ body }) => body);
    expect(texts.join()).toContain('请补上三号院的情况');
  });

  it('is finished once where two finish it at once', async () => {
    const [convener, county] = [await stage.convener(), await stage.county()];
    const { id } = await stage.reported();
    const sent = [convener, county].map(({ client }) => client.post(`/research/${id}/finish`));
    expect((await Promise.all(sent)).map(({ status }) => status).sort()).toEqual([200, 409]);
    const { timeline } = await stage.research(convener, id);
    expect(timeline.filter(({ action }) => action === 'finish')).toHaveLength(1);
  });

  describe('on a session', () => {
    const inThirtyDays = () => ({ startsAt: stage.now + 30 * DAY_MS });

    it('is due ten days before it at the latest', async () => {
      const { id: sessionId } = await stage.called(inThirtyDays());
      const convener = await stage.convener();
      const at = async (days: number) =>
        convener.client.post('/research', await stage.plan({ sessionId, dueAt: stage.now + days * DAY_MS }));
      expect(await convener.client.refusal(at(21))).toMatchObject({
        code: 'RESEARCH.DUE_TOO_LATE',
        message: expect.stringMatching(/^调研报告要在会前至少 10 天完成，请把时限定在\d{4}-\d\d-\d\d以前$/),
      });
      expect((await at(20)).status).toBe(201);
      const listed = await of(convener, `sessionId=${sessionId}`);
      expect(listed).toMatchObject({ canBegin: true });
      expect(listed.latestDueAt).toBeGreaterThan(stage.now + 19 * DAY_MS);
    });

    it('brings its questions there with one tap, while its questions can still be set', async () => {
      const { id: sessionId } = await stage.called(inThirtyDays());
      const { id } = await stage.finished({ sessionId });
      const convener = await stage.convener();
      expect((await stage.research(convener, id)).inside?.carryTo).toMatchObject([{ id: sessionId }]);
      const before = await stage.session(convener, sessionId);
      await stage.act(convener, id, 'carry', { sessionId });
      const after = await stage.session(convener, sessionId);
      expect(after.questions).toEqual(['建在一号院还是三号院', '运行的钱从哪里来']);
      expect(after.revision).toBe(before.revision + 1);
      await stage.move(convener, sessionId, 'announce');
      expect((await stage.research(convener, id)).inside?.carryTo).toEqual([]);
      const late = convener.client.post(`/research/${id}/carry`, { sessionId });
      expect(await convener.client.refusal(late)).toMatchObject({ code: 'SESSION.NOT_EDITABLE' });
    });

    it('stands on the pages of its session and of that one’s topic', async () => {
      const { id: sessionId, topicId } = await stage.called(inThirtyDays());
      const { id } = await stage.finished({ sessionId });
      const ids = async (query: string, client = env.cast.visitor) =>
        (await of({ client }, query)).items.map((r) => r.id);
      // Nobody outside knows of a session that is not announced.
      expect(await ids(`topicId=${topicId}`)).toEqual([]);
      await stage.move(await stage.convener(), sessionId, 'announce');
      expect(await ids(`topicId=${topicId}`)).toEqual([id]);
      expect(await ids(`sessionId=${sessionId}`)).toEqual([id]);
    });

    it('has no questions carried to a session about something else, nor by a member of the group', async () => {
      const { id } = await stage.finished();
      const { id: sessionId } = await stage.called(inThirtyDays());
      const [convener, member] = [await stage.convener(), await stage.member()];
      const carry = (who: Player) => who.client.refusal(who.client.post(`/research/${id}/carry`, { sessionId }));
      expect(await carry(convener)).toMatchObject({ code: 'RESEARCH.NOT_ITS_SESSION' });
      expect(await carry(member)).toMatchObject({ code: 'AUTH.FORBIDDEN' });
    });

    it('is begun on a topic and carried into the session called about it', async () => {
      const { id, topicId } = await stage.finished();
      const convener = await stage.convener();
      const input = await stage.input([topicId], inThirtyDays());
      const { id: sessionId } = await convener.client.ok(convener.client.post<Created>('/sessions', input));
      await stage.act(convener, id, 'carry', { sessionId });
      const session = await convener.client.ok(convener.client.get<SessionDetail>(`/sessions/${sessionId}`));
      expect(session.questions).toHaveLength(2);
    });
  });

  it('is begun by the convener and the county office, on what is on its way', async () => {
    const { id: topicId } = await acceptedTopic(env.cast);
    const plan = await stage.plan({ topicId });
    const [county, stranger, member] = [await stage.county(), await stage.stranger(), await stage.member()];
    expect(await stranger.client.refusal(stranger.client.post('/research', plan))).toMatchObject({
      code: 'REGION.OUTSIDE',
    });
    expect(await member.client.refusal(member.client.post('/research', plan))).toMatchObject({
      code: 'AUTH.FORBIDDEN',
    });
    await county.client.ok(county.client.post<Created>('/research', plan));
    const { client } = await stage.convener();
    const refused: [Record<string, unknown>, string][] = [
      [{ topicId: UNKNOWN }, 'ITEM.NOT_FOUND'],
      [{ topicId: undefined }, 'REQUEST.INVALID'],
      [{ sessionId: UNKNOWN }, 'REQUEST.INVALID'],
      [{ leadId: UNKNOWN }, 'REQUEST.INVALID'],
      [{ memberIds: [UNKNOWN] }, 'REQUEST.INVALID'],
      [{ methods: [] }, 'REQUEST.INVALID'],
      [{ methods: ['visit', 'visit'] }, 'REQUEST.INVALID'],
      [{ dueAt: stage.now }, 'RESEARCH.PAST_DUE_DATE'],
      [{ dueAt: stage.now + 400 * DAY_MS }, 'RESEARCH.TOO_FAR_AHEAD'],
    ];
    for (const [over, code] of refused) {
      expect([over, (await client.refusal(client.post('/research', { ...plan, ...over }))).code]).toEqual([over, code]);
    }
    await client.ok(client.post(`/topics/${topicId}/withdraw`, { reason: '提出人不再需要' }));
    expect(await client.refusal(client.post('/research', plan))).toMatchObject({ code: 'RESEARCH.SUBJECT_OVER' });
  });

  it('is no secret’s way out: what is about a sensitive topic stays inside', async () => {
    const { id, topicId } = await stage.finished();
    const convener = await stage.convener();
    await convener.client.ok(
      convener.client.put(`/topics/${topicId}/sensitivity`, { sensitive: true, reason: '涉及个人隐私' }),
    );
    expect(await env.cast.visitor.refusal(env.cast.visitor.get(`/research/${id}`))).toMatchObject({
      code: 'ITEM.NOT_FOUND',
    });
    expect((await stage.research(convener, id)).state).toBe('finished');
  });

  it('can be taken down from its public pages and put back', async () => {
    const { id } = await stage.finished();
    const { client } = await stage.county();
    await client.ok(client.post(`/moderation/items/research/${id}/take-down`, { reason: '有一处数字不对' }));
    expect(await env.cast.visitor.refusal(env.cast.visitor.get(`/research/${id}`))).toMatchObject({
      code: 'ITEM.NOT_FOUND',
    });
    await client.ok(client.post(`/moderation/items/research/${id}/restore`, { reason: '已经核对' }));
    expect((await stage.research({ client: env.cast.visitor }, id)).state).toBe('finished');
  });

  it('stands in the own list of everyone in its group', async () => {
    const { id } = await stage.started();
    const mine = async (who: Player) => {
      return who.client.ok(who.client.get<Page<ResearchSummary>>('/research/mine?limit=1'));
    };
    const first = await mine(await stage.member());
    expect(first.items.map((item) => item.id)).toEqual([id]);
    expect(first.nextAfter).toBe(id);
    expect((await mine(await env.cast.one('member', '曙光街道'))).items).toEqual([]);
  });

  it('is withdrawn with a reason, and then nothing can be added', async () => {
    const { id } = await stage.started();
    const [convener, member] = [await stage.convener(), await stage.member()];
    await stage.act(convener, id, 'withdraw', { reason: '议题改为微协商' });
    expect(await stage.inboxOf(member, id)).toEqual([]);
    const visit = { visitedAt: stage.now, place: '三号院', who: '物业', found: '情况', photos: [] };
    expect(await member.client.refusal(member.client.post(`/research/${id}/visits`, visit))).toMatchObject({
      code: 'RESEARCH.NOT_EDITABLE',
    });
    const detail = await convener.client.ok(convener.client.get<ResearchDetail>(`/research/${id}`));
    expect(detail.actions).toEqual([]);
  });
});
