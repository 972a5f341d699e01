import { DAY_MS, DEFAULT_SETTINGS, type MoveResult, type Page, type TodoView } from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Stage } from '../support/sessions.js';
import { PLACE } from '../support/topics.js';

const reason = '委员住院，近期不能签字';

describe.each(DATABASES)('changing who signs minutes on %s', (kind) => {
  let env: TestEnvironment;
  let stage: Stage;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    stage = new Stage(env);
  });
  afterAll(() => env.stop());

  const put = (who: Player, id: string, signatories: readonly Player[], body = {}) =>
    who.client.put<MoveResult>(`/minutes/${id}/signatories`, {
      signatoryIds: signatories.map((signatory) => signatory.id),
      reason,
      ...body,
    });
  const sign = (who: Player, id: string) => who.client.post<MoveResult>(`/minutes/${id}/sign`);
  const party = () => env.cast.one('party_committee', PLACE.township);

  /** Minutes whose objections are over, signed by the convener, still waiting for the member. */
  const stuck = async () => {
    const { minutesId, sessionId } = await stage.circulated();
    stage.later(4 * DAY_MS);
    const convener = await stage.convener();
    await convener.client.ok(sign(convener, minutesId));
    return { minutesId, sessionId };
  };

  it('frees minutes that wait for somebody who cannot sign, once all who remain have signed', async () => {
    const { minutesId } = await stuck();
    const [convener, member] = [await stage.convener(), await stage.member()];
    expect(await stage.minutes(convener, minutesId)).toMatchObject({ state: 'objection', canChangeSignatories: true });
    expect(await convener.client.ok(put(convener, minutesId, [convener]))).toMatchObject({ state: 'countersigned' });
    const minutes = await stage.minutes(convener, minutesId);
    expect(minutes).toMatchObject({ state: 'countersigned', canChangeSignatories: false });
    expect(minutes.signatories).toMatchObject([{ id: convener.id, signedAt: expect.any(Number) }]);
    expect(minutes.timeline.slice(-2)).toMatchObject([
      { label: '更换核签人', by: `召集人 ${convener.name}`, reason },
      { label: '核签完成', by: '系统' },
    ]);
    expect(await stage.inboxOf(member, minutesId)).toEqual([]);
    expect(await stage.inboxOf(convener, minutesId)).toEqual(['发布会议纪要']);
    expect(await member.client.refusal(sign(member, minutesId))).toMatchObject({ status: 403 });
    await convener.client.ok(convener.client.post(`/minutes/${minutesId}/publish`));
    const { timeline } = await stage.minutes(await stage.resident(), minutesId);
    expect(timeline.map((entry) => entry.label)).not.toContain('更换核签人');
    expect(await convener.client.refusal(put(convener, minutesId, [member]))).toMatchObject({
      status: 409,
      code: 'MINUTES.NOT_EDITABLE',
    });
  });

  it('asks whoever is new, with days of their own, and keeps the signatures of those who stay', async () => {
    const { minutesId, sessionId } = await stuck();
    stage.later(30 * DAY_MS);
    const [convener, member, other] = [await stage.convener(), await stage.member(), await party()];
    await convener.client.ok(put(convener, minutesId, [other, convener]));
    expect(await stage.inboxOf(member, minutesId)).toEqual([]);
    const { items } = await other.client.ok(other.client.get<Page<TodoView>>('/inbox?limit=50'));
    const dueAt = deadlineAfter(stage.now, DEFAULT_SETTINGS.deadlines.countersigning);
    expect(items.filter((todo) => todo.itemId === minutesId)).toMatchObject([{ does: '核签会议纪要', dueAt }]);
    expect(await stage.minutes(other, minutesId)).toMatchObject({
      state: 'objection',
      canSign: true,
      canChangeSignatories: false,
      signatories: [
        { id: other.id, signedAt: null },
        { id: convener.id, signedAt: expect.any(Number) },
      ],
    });
    expect((await stage.session(convener, sessionId)).signatories.map((person) => person.id)).toEqual([
      other.id,
      convener.id,
    ]);
    expect(await other.client.ok(sign(other, minutesId))).toMatchObject({ state: 'countersigned' });
  });

  it('has somebody sign again who was taken off and named anew', async () => {
    const { minutesId } = await stuck();
    const [convener, member] = [await stage.convener(), await stage.member()];
    await convener.client.ok(put(convener, minutesId, [member]));
    await convener.client.ok(put(convener, minutesId, [member, convener]));
    expect((await stage.minutes(convener, minutesId)).signatories.map((person) => person.signedAt)).toEqual([
      null,
      null,
    ]);
    expect(await stage.inboxOf(convener, minutesId)).toEqual(expect.arrayContaining(['核签会议纪要']));
  });

  it('changes a draft without asking anyone before it is circulated', async () => {
    const { minutesId } = await stage.ended();
    const [convener, other] = [await stage.convener(), await party()];
    expect(await convener.client.ok(put(convener, minutesId, [other]))).toMatchObject({ state: 'draft' });
    expect(await stage.inboxOf(other, minutesId)).toEqual([]);
    // The convener signs no longer, but still has the draft to write.
    expect(await stage.inboxOf(convener, minutesId)).toEqual(['起草会议纪要']);
    await stage.write(convener, minutesId);
    await convener.client.ok(convener.client.post(`/minutes/${minutesId}/circulate`));
    // Nobody is asked to sign before objections are over.
    await env.work();
    expect(await stage.inboxOf(other, minutesId)).toEqual([]);
    stage.later(4 * DAY_MS);
    await env.work();
    expect(await stage.inboxOf(await party(), minutesId)).toEqual(['核签会议纪要']);
  });

  it('takes one to ten people of the township or county, and a reason', async () => {
    const { minutesId } = await stage.ended();
    const [convener, stranger] = [await stage.convener(), await stage.stranger()];
    for (const [signatories, body, field] of [
      [[], {}, 'signatoryIds'],
      [[convener, stranger], {}, 'signatoryIds'],
      [[convener], { reason: '' }, 'reason'],
    ] as const) {
      expect(await convener.client.refusal(put(convener, minutesId, signatories, body))).toMatchObject({
        code: 'REQUEST.INVALID',
        details: { fields: [{ field }] },
      });
    }
    const resident = await stage.resident();
    expect(await resident.client.refusal(put(resident, minutesId, [resident]))).toMatchObject({ status: 403 });
  });
});
