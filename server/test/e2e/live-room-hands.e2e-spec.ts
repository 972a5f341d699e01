import { LiveEntryEntity } from '../../src/live/live.entity.js';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { LiveStage, type Seated } from '../support/live.js';

describe.each(DATABASES)('hands counted in the room, on %s', (kind) => {
  let env: TestEnvironment;
  let live: LiveStage;
  let convener: Player;
  let id: string;
  let pollId: string;
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
    pollId = (await live.do(convener, id, 'polls', { question: '建在一号院吗' })).id ?? '';
  });

  const state = async () => (await live.view(convener, id)).state;

  const there = (who: Seated, present = true) =>
    convener.client.ok(convener.client.post(`/sessions/${id}/roll`, { participantId: who.participantId, present }));
  const room = (counts: number[], who = convener) => live.do(who, id, `polls/${pollId}/room`, { counts });
  const refusal = (counts: number[], who = convener) => live.refused(who, id, `polls/${pollId}/room`, { counts });
  const vote = (who: Seated, option: number) => live.do(who.player, id, `polls/${pollId}/votes`, { option });

  it('stand beside those of the phones, with who entered them and when, and can be put right', async () => {
    for (const who of [ren, dan]) await there(who);
    await vote(wei, 0);
    await room([2, 0, 0]);
    env.clock.advance(60_000);
    const { seq } = await room([1, 1, 0]);
    expect(await room([1, 1, 0])).toEqual({ seq });
    const { poll } = await state();
    expect(poll).toMatchObject({ counts: [1, 0, 0], room: { counts: [1, 1, 0], who: { name: convener.name } } });
    const entries = await env.database.read.findBy(LiveEntryEntity, { sessionId: id, kind: 'poll_room' });
    expect(entries).toMatchObject([
      { actorId: convener.id, body: { pollId, counts: [2, 0, 0] } },
      { actorId: convener.id, body: { counts: [1, 1, 0] } },
    ]);
    expect(JSON.stringify(entries)).not.toContain(convener.name);
    expect(poll?.room?.at).toBe(entries[1]?.at);
    await live.do(convener, id, `polls/${pollId}/close`);
    expect((await refusal([0, 0, 0])).code).toBe('LIVE.POLL_CLOSED');
    expect((await state()).polls).toMatchObject([{ counts: [1, 0, 0], room: { counts: [1, 1, 0], over: false } }]);
  });

  it('are no more than those on the roll as there who have voted on no phone', async () => {
    expect(await refusal([1, 0, 0])).toMatchObject({ code: 'LIVE.ROOM_HANDS_OVER', details: { max: 0 } });
    for (const who of [ren, dan]) await there(who);
    await vote(ren, 0);
    await vote(wei, 1);
    expect((await live.view(convener, id)).me).toMatchObject({ canCountRoom: true, roomHandsMax: 1 });
    expect(await refusal([1, 1, 0])).toMatchObject({ code: 'LIVE.ROOM_HANDS_OVER', details: { max: 1 } });
    await room([0, 1, 0]);
    for (const counts of [
      [1, 0],
      [1, 0, 0, 0],
    ])
      expect((await refusal(counts)).code).toBe('REQUEST.INVALID');
    expect((await refusal([-1, 1, 0])).code).toBe('REQUEST.INVALID');
  });

  it('are counted again where somebody of them came to vote on a phone, before the poll is closed', async () => {
    for (const who of [ren, dan]) await there(who);
    await room([2, 0, 0]);
    await vote(dan, 0);
    const early = await live.refused(convener, id, `polls/${pollId}/close`);
    expect(early).toMatchObject({ code: 'LIVE.ROOM_HANDS_OVER', details: { max: 1 } });
    await room([1, 0, 0]);
    await live.do(convener, id, `polls/${pollId}/close`);
    expect((await state()).polls).toMatchObject([{ counts: [1, 0, 0], room: { counts: [1, 0, 0], over: false } }]);
  });

  it('say that they cannot be right where the session ends before anybody counted again', async () => {
    await there(ren);
    await room([0, 0, 1]);
    await there(ren, false);
    await live.stage.move(convener, id, 'end');
    expect((await state()).polls).toMatchObject([{ room: { counts: [0, 0, 1], over: true } }]);
  });

  it('are entered by who chairs or records, and by nobody else; those outside see them without a name', async () => {
    await live.do(convener, id, `polls/${pollId}/close`);
    const { id: other } = await live.open({ chairId: wei.player.id, recorderId: dan.player.id });
    const { id: poll } = await live.do(wei.player, other, 'polls', { question: '同意吗' });
    for (const who of [wei, dan]) await live.do(who.player, other, `polls/${poll}/room`, { counts: [0, 0, 0] });
    const visitor = { client: env.cast.visitor } as Player;
    for (const who of [ren.player, await live.stage.party(), await live.stage.stranger()]) {
      expect((await live.view(who, other)).me).toMatchObject({ canCountRoom: false, roomHandsMax: null });
      const refused = await live.refused(who, other, `polls/${poll}/room`, { counts: [0, 0, 0] });
      expect(refused.code).toBe('AUTH.FORBIDDEN');
    }
    expect((await live.refused(visitor, other, `polls/${poll}/room`, { counts: [0, 0, 0] })).code).toBe(
      'AUTH.REQUIRED',
    );
    const seen = await live.view(visitor, other);
    expect(seen.state.poll?.room).toMatchObject({ counts: [0, 0, 0], who: { name: null } });
    expect(JSON.stringify(seen)).not.toContain(wei.player.name);
  });
});
