import { type Created, DAY_MS, type Page, type SessionParticipant, type TopicDetail } from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Stage } from '../support/sessions.js';

describe.each(DATABASES)('objections to minutes, and signatures, on %s', (kind) => {
  let env: TestEnvironment;
  let stage: Stage;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    stage = new Stage(env);
  });
  afterAll(() => env.stop());

  it('hears those who were there for three days and lets nobody sign before', async () => {
    const { minutesId } = await stage.circulated();
    const endedAt = stage.now;
    const [convener, member, resident] = [await stage.convener(), await stage.member(), await stage.resident()];
    // Nobody has objected yet.
    expect(await stage.inboxOf(convener, minutesId)).toEqual([]);
    expect(await stage.inboxOf(member, minutesId)).toEqual([]);
    expect(await stage.minutes(member, minutesId)).toMatchObject({
      canSign: false,
      signingBlockedBy: 'objection_period',
      canObject: true,
    });
    expect(await member.client.refusal(member.client.post(`/minutes/${minutesId}/sign`))).toMatchObject({
      code: 'MINUTES.OBJECTION_PERIOD',
    });
    const county = await stage.county();
    const byOffice = county.client.post(`/minutes/${minutesId}/objections`, { text: '不在场的人' });
    expect(await county.client.refusal(byOffice)).toMatchObject({ status: 403 });
    const text = '我说的是“先装扶手”，不是“再装”。';
    const { id } = await resident.client.ok(
      resident.client.post<Created>(`/minutes/${minutesId}/objections`, { text }),
    );
    expect(await stage.minutes(convener, minutesId)).toMatchObject({
      objections: [{ id, name: resident.name, text, answer: null }],
    });
    expect(await stage.inboxOf(convener, minutesId)).toEqual(['答复异议']);

    stage.later(4 * DAY_MS);
    const [now, memberNow, residentNow] = [await stage.convener(), await stage.member(), await stage.resident()];
    const late = residentNow.client.post(`/minutes/${minutesId}/objections`, { text: '再补一条' });
    expect(await residentNow.client.refusal(late)).toMatchObject({ code: 'MINUTES.OBJECTION_CLOSED' });
    expect(await memberNow.client.refusal(memberNow.client.post(`/minutes/${minutesId}/sign`))).toMatchObject({
      code: 'MINUTES.OPEN_OBJECTIONS',
      details: { count: 1 },
    });
    await env.work();
    expect(await stage.inboxOf(memberNow, minutesId)).toEqual([]);
    const answer = { answer: '录音核对后认为原文无误', upheld: false };
    await now.client.ok(now.client.post(`/minutes/${minutesId}/objections/${id}/answer`, answer));
    expect(
      await now.client.refusal(now.client.post(`/minutes/${minutesId}/objections/${id}/answer`, answer)),
    ).toMatchObject({ code: 'MINUTES.ALREADY_ANSWERED' });
    // Asked as soon as they can; there is nothing left to answer, and the convener sees to it that all sign.
    expect(await stage.inboxOf(memberNow, minutesId)).toEqual(['核签会议纪要']);
    expect((await stage.inboxOf(now, minutesId)).sort()).toEqual(['催办核签', '核签会议纪要']);
    await memberNow.client.ok(memberNow.client.post(`/minutes/${minutesId}/sign`));
    expect(await stage.inboxOf(memberNow, minutesId)).toEqual([]);
    expect(await memberNow.client.refusal(memberNow.client.post(`/minutes/${minutesId}/sign`))).toMatchObject({
      code: 'MINUTES.ALREADY_SIGNED',
    });
    expect(await residentNow.client.refusal(residentNow.client.post(`/minutes/${minutesId}/sign`))).toMatchObject({
      status: 403,
    });
    expect(await stage.minutes(now, minutesId)).toMatchObject({ state: 'objection' });
    await now.client.ok(now.client.post(`/minutes/${minutesId}/sign`));
    expect(await stage.minutes(now, minutesId)).toMatchObject({
      state: 'countersigned',
      actions: ['revise', 'publish'],
    });
    expect(await stage.inboxOf(now, minutesId)).toEqual(['发布会议纪要']);
    // Seven working days after the session ended, however long the signing took.
    const { dueAt } = await stage.minutes(now, minutesId);
    expect(dueAt).toBe(deadlineAfter(endedAt, { workingDays: 7 }));
  });

  it('goes back to the recorder with an objection that is upheld, and every signature with it', async () => {
    const { minutesId } = await stage.circulated();
    const [convener, resident] = [await stage.convener(), await stage.resident()];
    const { id } = await resident.client.ok(
      resident.client.post<Created>(`/minutes/${minutesId}/objections`, { text: '漏记了停车的事' }),
    );
    const answer = { answer: '属实，补记停车一事', upheld: true };
    const moved = await convener.client.ok(
      convener.client.post(`/minutes/${minutesId}/objections/${id}/answer`, answer),
    );
    expect(moved).toMatchObject({ state: 'draft' });
    expect(await stage.inboxOf(convener, minutesId)).toEqual(['起草会议纪要']);
    expect(await stage.inboxOf(await stage.member(), minutesId)).toEqual([]);
    await stage.write(convener, minutesId, { revision: 1, dissent: ['停车位不够，意见不一'] });
    await convener.client.ok(convener.client.post(`/minutes/${minutesId}/circulate`));
    await stage.signAll(minutesId);
    const again = await stage.convener();
    const revise = again.client.post(`/minutes/${minutesId}/revise`, { reason: '有一处笔误' });
    await again.client.ok(revise);
    expect((await stage.minutes(again, minutesId)).signatories.map((s) => s.signedAt)).toEqual([null, null]);
  });

  it('tells the raiser of the topic neither who objected nor anybody’s name', async () => {
    const { minutesId, topicId } = await stage.circulated();
    const resident = await stage.resident();
    await resident.client.ok(
      resident.client.post<Created>(`/minutes/${minutesId}/objections`, { text: '漏记了停车的事' }),
    );
    const timelineOf = async ({ client }: Player) =>
      (await client.ok(client.get<TopicDetail>(`/topics/${topicId}`))).timeline;
    const convener = await stage.convener();
    const handled = await timelineOf(convener);
    expect(handled.at(-1)).toMatchObject({ label: '提出异议', by: `参会人 ${resident.name}` });
    const own = await timelineOf(resident);
    expect(own.map((entry) => entry.label)).not.toContain('提出异议');
    expect(own.map((entry) => entry.label)).toEqual(expect.arrayContaining(['提出议题', '受理', '送参会人核对']));
    expect(JSON.stringify(own)).not.toContain(convener.name);
  });

  it('leaves the convener nothing to do once all that was objected is answered', async () => {
    const { minutesId } = await stage.circulated();
    const [convener, resident] = [await stage.convener(), await stage.resident()];
    const said = { text: '漏记了停车的事' };
    const { id } = await resident.client.ok(resident.client.post<Created>(`/minutes/${minutesId}/objections`, said));
    expect(await stage.inboxOf(convener, minutesId)).toEqual(['答复异议']);
    const answer = { answer: '录音里没有说到停车', upheld: false };
    await convener.client.ok(convener.client.post(`/minutes/${minutesId}/objections/${id}/answer`, answer));
    expect(await stage.inboxOf(convener, minutesId)).toEqual([]);
  });

  it('keeps an objection before the convener that a second round finds unanswered, and reminds of it in time', async () => {
    const { minutesId } = await stage.circulated();
    const [convener, resident] = [await stage.convener(), await stage.resident()];
    const object = async (text: string) =>
      (await resident.client.ok(resident.client.post<Created>(`/minutes/${minutesId}/objections`, { text }))).id;
    const [first] = [await object('漏记了停车的事'), await object('我没有说不收费')];
    const remind: { remind_at: number; due_at: number }[] = await env.database.read.query(
      'SELECT remind_at, due_at FROM todos WHERE item_id = ?',
      [minutesId],
    );
    expect(remind.map((todo) => Number(todo.remind_at) < Number(todo.due_at))).toEqual([true]);
    const answer = { answer: '属实，补记停车一事', upheld: true };
    await convener.client.ok(convener.client.post(`/minutes/${minutesId}/objections/${first}/answer`, answer));
    await convener.client.ok(convener.client.post(`/minutes/${minutesId}/circulate`));
    expect(await stage.inboxOf(convener, minutesId)).toEqual(['答复异议']);
  });

  it('keeps the roll as it is once it has been read by those who were there, until the minutes go back', async () => {
    const { minutesId, sessionId } = await stage.circulated();
    const convener = await stage.convener();
    const { items } = await convener.client.ok(
      convener.client.get<Page<SessionParticipant>>(`/sessions/${sessionId}/participants`),
    );
    const [one] = items;
    const mark = () =>
      convener.client.post(`/sessions/${sessionId}/roll`, { participantId: one?.id, present: !one?.present });
    expect(await convener.client.refusal(mark())).toMatchObject({ code: 'SESSION.ROLL_IN_MINUTES' });
    await convener.client.ok(convener.client.post(`/minutes/${minutesId}/revise`, { reason: '签到有一人记错' }));
    await convener.client.ok(mark());
  });

  it('takes five objections of one person and no more', async () => {
    const { minutesId } = await stage.circulated();
    const resident = await stage.resident();
    const object = () => resident.client.post(`/minutes/${minutesId}/objections`, { text: '这一条记得不对' });
    const answers = await Promise.all(Array.from({ length: 7 }, object));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 201, 201, 201, 201, 409, 409]);
  });
});
