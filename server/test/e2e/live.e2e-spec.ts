import { randomUUID } from 'node:crypto';
import { EMPTY_LIVE_STATE, entryOutside, foldLive, GONE_NAME, LIVE_LIMITS, type LiveView } from '@consult/shared';
import { LiveEntryEntity, LiveVoteEntity } from '../../src/live/live.entity.js';
import { LiveEntriesRepository } from '../../src/live/live-entries.repository.js';
import { LiveRecords } from '../../src/live/live-records.js';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { LiveStage, type Seated } from '../support/live.js';
import { PLACE } from '../support/topics.js';

describe.each(DATABASES)('an open session, on %s', (kind) => {
  let env: TestEnvironment;
  let live: LiveStage;
  let convener: Player;
  let id: string;
  let ren: Seated;
  let dan: Seated;
  let wei: Seated;

  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    live = new LiveStage(env);
  });
  afterAll(() => env.stop());
  beforeEach(async () => {
    ({
      id,
      seated: [ren, dan, wei],
    } = await live.open());
    convener = await live.stage.convener();
  });

  const seqs = async () => {
    const rows = await env.database.read.findBy(LiveEntryEntity, { sessionId: id });
    return rows.map(({ seq }) => seq).toSorted((a, b) => a - b);
  };
  const state = async () => (await live.view(convener, id)).state;
  const queue = async () => (await state()).queue.map(({ participantId }) => participantId);

  it('begins its log with the start and ends it with the end, in the same transaction', async () => {
    const opened = await live.view(convener, id);
    expect(opened).toMatchObject({ audience: 'inside', state: { seq: 1, open: true, present: 0, expected: 3 } });
    await live.do(convener, id, 'polls', { question: '同意这个办法吗' });
    await live.stage.move(convener, id, 'end');
    const closed = await state();
    expect(closed).toMatchObject({ seq: 4, open: false, poll: null, polls: [{ counts: [0, 0, 0] }] });
    expect((await live.refused(ren.player, id, 'hand')).code).toBe('LIVE.CLOSED');
  });

  it('has no log before it starts, nor when its start is refused', async () => {
    const { id: next } = await live.announced();
    expect(await live.view(convener, next)).toMatchObject({ state: { seq: 0, open: false } });
    expect((await live.refused(ren.player, next, 'hand')).code).toBe('LIVE.CLOSED');
    const early = await live.stage.announced();
    const refusal = convener.client.refusal(convener.client.post(`/sessions/${early.id}/start`));
    expect((await refusal).code).toBe('SESSION.NOT_STARTED_YET');
    expect((await live.view(convener, early.id)).state.seq).toBe(0);
  });

  it('orders those who raise a hand fairly, gives the floor and lets who has not spoken go first', async () => {
    for (const who of [ren, dan, wei]) await live.do(who.player, id, 'hand');
    expect(await queue()).toEqual([ren, wei, dan].map((who) => who.participantId));
    await live.do(convener, id, 'floor', { participantId: ren.participantId, seconds: 60 });
    await live.do(ren.player, id, 'hand');
    expect(await queue()).toEqual([wei, dan, ren].map((who) => who.participantId));
    const { speaker } = await state();
    expect(speaker).toMatchObject({ participantId: ren.participantId, name: ren.player.name, category: 'resident' });
    expect((speaker?.until ?? 0) - (speaker?.since ?? 0)).toBe(60_000);
    await live.do(convener, id, 'more-time', { seconds: 30 });
    expect((await state()).speaker?.until).toBe((speaker?.until ?? 0) + 30_000);
    await live.do(convener, id, 'floor', { participantId: null });
    expect((await live.refused(convener, id, 'more-time', { seconds: 30 })).code).toBe('LIVE.NOBODY_SPEAKS');
  });

  it("records the chair's own order with its reason, and asks to look again where the queue has changed", async () => {
    for (const who of [ren, dan]) await live.do(who.player, id, 'hand');
    const order = [dan.participantId, ren.participantId];
    await live.do(convener, id, 'queue', { order, reason: '先听年长的' });
    expect(await queue()).toEqual(order);
    const refusals = [[dan.participantId], [...order, wei.participantId]].map((wrong) =>
      live.refused(convener, id, 'queue', { order: wrong }),
    );
    for (const refusal of await Promise.all(refusals)) expect(refusal.code).toBe('LIVE.QUEUE_CHANGED');
    const entry = await env.database.read.findOneByOrFail(LiveEntryEntity, { sessionId: id, kind: 'queue' });
    expect(entry).toMatchObject({ actorId: convener.id, body: { order, reason: '先听年长的' } });
  });

  it('takes hands down: one’s own, and others’ by the chair alone', async () => {
    for (const who of [ren, dan]) await live.do(who.player, id, 'hand');
    expect((await live.refused(dan.player, id, 'hand-down', { participantId: ren.participantId })).code).toBe(
      'AUTH.FORBIDDEN',
    );
    await live.do(dan.player, id, 'hand-down');
    await live.do(convener, id, 'hand-down', { participantId: ren.participantId });
    expect(await queue()).toEqual([]);
  });

  it('adds nothing for what changes nothing', async () => {
    const { seq } = await live.do(ren.player, id, 'hand');
    expect(await live.do(ren.player, id, 'hand')).toEqual({ seq });
    expect(await live.do(dan.player, id, 'hand-down')).toEqual({ seq });
    expect(await live.do(convener, id, 'floor', { participantId: null })).toEqual({ seq });
    expect(await live.do(convener, id, 'item', { itemId: null })).toEqual({ seq });
    expect(await seqs()).toEqual([1, 2]);
  });

  it('adds one entry for one submission, however often it arrives', async () => {
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => live.do(ren.player, id, 'points', { text: '先修楼道灯' }, key)),
    );
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect((await state()).points).toHaveLength(1);
  });

  it('numbers what comes at the same moment without a gap', async () => {
    const players = [ren, dan, wei];
    await Promise.all(
      Array.from({ length: 30 }, (_, i) => {
        const { player } = players[i % 3] as Seated;
        return i < 3 ? live.do(player, id, 'hand') : live.do(player, id, 'points', { text: `第${i}条要点` });
      }),
    );
    expect(await seqs()).toEqual(Array.from({ length: 31 }, (_, i) => i + 1));
    expect((await state()).points).toHaveLength(27);
  });

  it('counts one vote a person, who may change it until the poll is closed', async () => {
    const { id: pollId } = await live.do(convener, id, 'polls', { question: '建在一号院吗' });
    expect((await live.refused(convener, id, 'polls', { question: '另一件事' })).code).toBe('LIVE.POLL_OPEN');
    await live.do(ren.player, id, `polls/${pollId}/votes`, { option: 0 });
    await live.do(wei.player, id, `polls/${pollId}/votes`, { option: 1 });
    await live.do(ren.player, id, `polls/${pollId}/votes`, { option: 2 });
    const view = await live.view(ren.player, id);
    expect(view).toMatchObject({ state: { poll: { counts: [0, 1, 1] } }, me: { vote: { pollId, option: 2 } } });
    await live.do(convener, id, `polls/${pollId}/close`);
    const late = await live.refused(ren.player, id, `polls/${pollId}/votes`, { option: 0 });
    expect(late.code).toBe('LIVE.POLL_CLOSED');
    expect((await live.refused(convener, id, `polls/${pollId}/close`)).code).toBe('LIVE.POLL_CLOSED');
    expect((await state()).polls).toMatchObject([{ counts: [0, 1, 1] }]);
    expect((await live.view(ren.player, id)).me.vote).toBeNull();
  });

  it('says nowhere but in the votes themselves who voted for what', async () => {
    const { id: pollId } = await live.do(convener, id, 'polls', { question: '建在一号院吗', options: ['建', '不建'] });
    expect((await live.refused(ren.player, id, `polls/${pollId}/votes`, { option: 2 })).code).toBe('REQUEST.INVALID');
    await live.do(ren.player, id, `polls/${pollId}/votes`, { option: 1 });
    const entry = await env.database.read.findOneByOrFail(LiveEntryEntity, { sessionId: id, kind: 'poll_count' });
    expect(entry).toMatchObject({ actorId: null, personId: null, body: { counts: [0, 1] } });
    expect(await env.database.read.findBy(LiveVoteEntity, { sessionId: id })).toMatchObject([
      { pollId, personId: ren.player.id, choice: 1 },
    ]);
    const twice = await live.refused(convener, id, 'polls', { question: '再问一次', options: ['建', '建'] });
    expect(twice.code).toBe('LIVE.POLL_OPEN');
  });

  it('knows who had the floor at which item, for how long', async () => {
    await live.do(convener, id, 'item', { itemId: 'item-3' });
    await live.do(convener, id, 'floor', { participantId: ren.participantId });
    env.clock.advance(90_000);
    await live.do(convener, id, 'floor', { participantId: wei.participantId });
    const { turns } = await env.app.get(LiveRecords).of(env.database.read, id);
    expect(turns).toMatchObject([
      { who: { participantId: ren.participantId, name: ren.player.name }, itemId: 'item-3' },
      { who: { participantId: wei.participantId }, until: null },
    ]);
    expect((turns[0]?.until ?? 0) - (turns[0]?.since ?? 0)).toBe(90_000);
  });

  it('takes written points: one’s own withdrawn, the recorder’s choice kept for the minutes', async () => {
    await live.do(convener, id, 'item', { itemId: 'item-3' });
    const one = await live.do(ren.player, id, 'points', { text: '先修楼道灯' });
    const two = await live.do(dan.player, id, 'points', { text: '扶手也要装', itemId: null });
    const three = await live.do(wei.player, id, 'points', { text: '钱从公益金出', itemId: 'item-2' });
    expect((await live.refused(ren.player, id, `points/${two.id}/withdraw`)).code).toBe('LIVE.POINT_GONE');
    await live.do(dan.player, id, `points/${two.id}/withdraw`);
    for (const point of [three, one]) await live.do(convener, id, `points/${point.id}/take`, { taken: true });
    expect((await live.refused(convener, id, `points/${two.id}/take`, { taken: true })).code).toBe('LIVE.POINT_GONE');
    const record = await env.app.get(LiveRecords).of(env.database.read, id);
    expect(record.points).toMatchObject([
      { text: '先修楼道灯', itemId: 'item-3', who: { name: ren.player.name } },
      { text: '钱从公益金出', itemId: 'item-2' },
    ]);
    expect(record.items).toMatchObject([{ itemId: 'item-3', until: null }]);
  });

  it('knows only the items of its programme', async () => {
    expect((await live.refused(convener, id, 'item', { itemId: '跳舞' })).code).toBe('LIVE.UNKNOWN_ITEM');
    expect((await live.refused(ren.player, id, 'points', { text: '好', itemId: '跳舞' })).code).toBe(
      'LIVE.UNKNOWN_ITEM',
    );
  });

  it('refuses blocked words at once, in points, notices, questions and reasons', async () => {
    const county = await live.stage.county();
    const list = { county: PLACE.townshipCode.slice(0, 6), words: ['坏词'] };
    await county.client.ok(county.client.put('/moderation/blocked-words', list));
    await live.do(ren.player, id, 'hand');
    const tries: [Player, string, object][] = [
      [ren.player, 'points', { text: '这里有坏词' }],
      [convener, 'notice', { text: '坏 词' }],
      [convener, 'polls', { question: '坏词吗' }],
      [convener, 'queue', { order: [ren.participantId], reason: '坏词' }],
    ];
    for (const [who, what, body] of tries) {
      expect((await live.refused(who, id, what, body)).code).toBe('CONTENT.BLOCKED_WORD');
    }
    expect(await seqs()).toEqual([1, 2]);
  });

  it('limits how much one person writes', async () => {
    for (let i = 0; i < LIVE_LIMITS.pointsEach; i++) await live.do(ren.player, id, 'points', { text: `第${i}条` });
    expect((await live.refused(ren.player, id, 'points', { text: '还有' })).code).toBe('LIVE.POINTS_FULL');
  });

  it('shows who comes while it is open', async () => {
    const mark = { participantId: wei.participantId, present: true };
    await convener.client.ok(convener.client.post(`/sessions/${id}/roll`, mark));
    await convener.client.ok(convener.client.post(`/sessions/${id}/roll`, mark));
    expect(await state()).toMatchObject({ seq: 2, present: 1, expected: 3 });
  });

  it('is run by those who chair, taken part in by those on the list, recorded by the recorder', async () => {
    const { id: other } = await live.open({ chairId: wei.player.id, recorderId: wei.player.id });
    const outsider = await live.stage.stranger();
    const party = await live.stage.party();
    const { me } = await live.view(wei.player, other);
    expect(me).toMatchObject({ canChair: true, canTakePart: true, canRecord: true });
    expect((await live.view(party, other)).me).toMatchObject({ canChair: false, canTakePart: false, canRecord: false });
    expect((await live.view(ren.player, other)).me).toMatchObject({ canChair: false, canTakePart: true });
    await live.do(wei.player, other, 'notice', { text: '请大家坐好' });
    const point = await live.do(ren.player, other, 'points', { text: '路灯不亮' });
    for (const [who, what, body] of [
      [ren.player, 'notice', { text: '我来主持' }],
      [ren.player, 'floor', { participantId: ren.participantId }],
      [ren.player, 'polls', { question: '我来问' }],
      [ren.player, `points/${point.id}/take`, { taken: true }],
      [party, 'hand', {}],
      [party, 'item', { itemId: null }],
      [outsider, 'hand', {}],
      [outsider, 'notice', { text: '我是隔壁的' }],
    ] as const) {
      expect([what, (await live.refused(who, other, what, body)).code]).toEqual([what, 'AUTH.FORBIDDEN']);
    }
    const visitor = { client: env.cast.visitor } as Player;
    expect((await live.refused(visitor, other, 'hand')).code).toBe('AUTH.REQUIRED');
  });

  it('gives the floor to nobody who is not on the list', async () => {
    const { seated } = await live.open();
    const [elsewhere] = seated;
    const floor = { participantId: elsewhere.participantId };
    expect((await live.refused(convener, id, 'floor', floor)).code).toBe('LIVE.NOT_IN_SESSION');
    await live.do(convener, id, 'floor', { participantId: ren.participantId });
    const again = await live.refused(convener, id, 'floor', { participantId: ren.participantId });
    expect(again.code).toBe('LIVE.ALREADY_SPEAKING');
  });

  it('shows those outside neither names nor points nor reasons, and the same state as their entries give', async () => {
    for (const who of [ren, dan]) await live.do(who.player, id, 'hand');
    const order = [dan.participantId, ren.participantId];
    await live.do(convener, id, 'queue', { order, reason: '先听年长的' });
    await live.do(convener, id, 'floor', { participantId: dan.participantId, seconds: 60 });
    await live.do(dan.player, id, 'points', { text: '楼道灯坏了' });
    const stranger = await live.stage.stranger();
    for (const who of [{ client: env.cast.visitor }, stranger]) {
      const view: LiveView = await live.view(who, id);
      expect(view).toMatchObject({
        audience: 'outside',
        state: { seq: 6, speaker: { name: null, category: 'resident' } },
      });
      const said = JSON.stringify(view);
      for (const secret of [dan.player.name, ren.player.name, '楼道灯坏了', '先听年长的'])
        expect(said).not.toContain(secret);
      const entries = await env.app.get(LiveEntriesRepository).after(env.database.read, id, 0, 100);
      expect(view.state).toEqual(foldLive(EMPTY_LIVE_STATE, entries.map(entryOutside)));
    }
  });

  it('is not there for those who may not see the session', async () => {
    const { id: hidden } = await live.stage.called();
    const visitor = env.cast.visitor;
    expect((await visitor.refusal(visitor.get(`/sessions/${hidden}/live`))).code).toBe('ITEM.NOT_FOUND');
    const stranger = await live.stage.stranger();
    expect((await live.refused(stranger, hidden, 'notice', { text: '你好' })).code).toBe('ITEM.NOT_FOUND');
  });

  it('keeps what somebody said and takes their name off it when their account is deleted', async () => {
    await live.do(dan.player, id, 'points', { text: '扶手也要装' });
    await live.do(dan.player, id, 'hand');
    const { client } = dan.player;
    expect(JSON.stringify((await ren.player.client.get('/me/export')).body)).not.toContain('扶手也要装');
    expect(JSON.stringify((await client.get('/me/export')).body)).toContain('扶手也要装');
    expect((await client.delete('/me?confirm=%E6%B3%A8%E9%94%80')).status).toBe(204);
    const entries = await env.app.get(LiveEntriesRepository).after(env.database.read, id, 1, 10);
    expect(entries).toMatchObject([{ text: '扶手也要装', who: { name: GONE_NAME } }, { who: { name: GONE_NAME } }]);
  });
});
