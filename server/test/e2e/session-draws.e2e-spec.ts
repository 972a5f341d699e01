import type { DrawTicket, Page, SessionDraws, SessionParticipant } from '@consult/shared';
import { draw, isSeedOf } from '@consult/shared/draw';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Stage } from '../support/sessions.js';

const RESIDENT = { category: 'resident' };
const ONE = [{ category: 'resident', count: 1 }];

describe.each(DATABASES)('draws of participants on %s', (kind) => {
  let env: TestEnvironment;
  let stage: Stage;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    stage = new Stage(env);
  });
  afterAll(() => env.stop());

  const list = (who: Pick<Player, 'client'>, id: string) =>
    who.client.ok(who.client.get<SessionDraws>(`/sessions/${id}/draws`));
  const open = async (id: string, quotas: object[] = ONE, reason?: string) => {
    const { client } = await stage.convener();
    return client.post(`/sessions/${id}/draws`, { quotas, reason });
  };
  const enter = (who: Player, id: string, body: object = RESIDENT) =>
    who.client.post<DrawTicket>(`/sessions/${id}/draws/entries`, body);
  const drawNow = async (id: string) => (await stage.convener()).client.post(`/sessions/${id}/draws/draw`);
  const roll = async (id: string) => {
    const { client } = await stage.convener();
    return (await client.ok(client.get<Page<SessionParticipant>>(`/sessions/${id}/participants`))).items;
  };
  const announced = async (over = {}) => {
    const { id } = await stage.announced(over);
    return { id, convener: await stage.convener(), first: await stage.resident(), second: await stage.resident(1) };
  };

  it('show a digest from the beginning and its seed at the end, and can be repeated by anybody', async () => {
    const { id, convener, first, second } = await announced();
    await convener.client.ok(open(id));
    const visitor = { client: env.cast.visitor };
    const [before] = (await list(visitor, id)).items;
    expect(before).toMatchObject({ round: 1, state: 'open', seed: null, pool: [], drawn: [], mine: null });
    expect((await list(first, id)).mayEnterAs).toContain('resident');
    expect(await first.client.ok(enter(first, id))).toEqual({ ticket: 1, category: 'resident' });
    expect(await second.client.ok(enter(second, id))).toEqual({ ticket: 2, category: 'resident' });
    expect(await list(second, id)).toMatchObject({ mayEnterAs: [], items: [{ mine: { ticket: 2 } }] });
    await convener.client.ok(drawNow(id));
    const [after] = (await list(visitor, id)).items;
    expect(after).toMatchObject({ state: 'drawn', seedHash: before?.seedHash, mine: null });
    expect(JSON.stringify(after)).not.toContain(first.id);
    expect(isSeedOf(after?.seed ?? '', before?.seedHash ?? '')).toBe(true);
    const repeated = draw(after?.seed ?? '', after?.pool ?? [], after?.quotas ?? []);
    expect(repeated.flatMap(({ tickets }) => tickets)).toEqual(after?.drawn);
    const [drawn] = await roll(id);
    expect(drawn).toMatchObject({
      personId: after?.drawn[0] === 1 ? first.id : second.id,
      origin: 'drawn',
      seating: 'seated',
      category: 'resident',
    });
    await env.work();
    const winner = after?.drawn[0] === 1 ? first : second;
    const messages = await winner.client.ok(winner.client.get<Page<{ title: string }>>('/messages'));
    expect(messages.items.map(({ title }) => title)).toContain('您被抽中参加协商');
    const labels = (await stage.session(convener, id)).timeline.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['公开征集愿意参加的人', '公开抽取参会人']));
  });

  it('take tickets back while the pool is open, and never give one twice', async () => {
    const { id, convener, first, second } = await announced();
    expect(await first.client.refusal(enter(first, id))).toMatchObject({ code: 'DRAW.NONE_OPEN' });
    await convener.client.ok(open(id));
    expect(await convener.client.refusal(open(id))).toMatchObject({ code: 'DRAW.OPEN' });
    expect(await convener.client.refusal(drawNow(id))).toMatchObject({ code: 'DRAW.NOBODY' });
    await first.client.ok(enter(first, id));
    expect(await first.client.refusal(enter(first, id))).toMatchObject({ code: 'SESSION.ALREADY_LISTED' });
    await first.client.ok(first.client.delete(`/sessions/${id}/draws/entries`));
    const gone = first.client.delete(`/sessions/${id}/draws/entries`);
    expect(await first.client.refusal(gone)).toMatchObject({ code: 'DRAW.NOT_ENTERED' });
    expect((await second.client.ok(enter(second, id))).ticket).toBe(2);
    // An office that is not theirs, and a category that is not drawn.
    for (const category of ['member', 'expert']) {
      expect(await first.client.refusal(enter(first, id, { category }))).toMatchObject({ code: 'REQUEST.INVALID' });
    }
    const draws = await first.client.ok(first.client.get<SessionDraws>(`/sessions/${id}/draws`));
    expect(draws.mayEnterAs).toEqual(['resident']);
    expect((await first.client.refusal(first.client.post(`/sessions/${id}/draws/draw`))).code).toBe('AUTH.FORBIDDEN');
  });

  it('happen again only for a reason that everyone reads, with a new seed and the same tickets', async () => {
    const { id, convener, first, second } = await announced();
    await convener.client.ok(open(id));
    for (const who of [first, second]) await who.client.ok(enter(who, id));
    await convener.client.ok(drawNow(id));
    const [drawn] = await roll(id);
    const loser = drawn?.personId === first.id ? second : first;
    const winner = loser === first ? second : first;
    expect(await convener.client.refusal(open(id))).toMatchObject({ code: 'REQUEST.INVALID' });
    await convener.client.ok(open(id, ONE, '抽中的人搬走了'));
    await winner.client.ok(winner.client.delete(`/sessions/${id}/draws/entries`));
    await convener.client.ok(drawNow(id));
    const { items } = await list({ client: env.cast.visitor }, id);
    expect(items.map(({ round, reason, pool }) => [round, reason, pool.length])).toEqual([
      [2, '抽中的人搬走了', 1],
      [1, null, 2],
    ]);
    expect(items[0]?.seed).not.toBe(items[1]?.seed);
    expect((await roll(id)).map((one) => [one.personId, one.origin])).toEqual([[loser.id, 'drawn']]);
  });

  it('keep their seats free until the draw, and let go of those that nobody fills', async () => {
    const { id, convener, first, second } = await announced({ seats: 2 });
    expect(await convener.client.refusal(open(id, [{ category: 'resident', count: 3 }]))).toMatchObject({
      code: 'DRAW.SEATS',
      details: { free: 2 },
    });
    await convener.client.ok(open(id, [...ONE, { category: 'expert', count: 1 }]));
    const signUp = (who: Player) =>
      who.client.ok(who.client.post<{ seating: string }>(`/sessions/${id}/sign-up`, RESIDENT));
    expect((await signUp(second)).seating).toBe('waiting');
    const invited = { personId: (await stage.member()).id, category: 'member', origin: 'recommended' };
    const invite = () => convener.client.post(`/sessions/${id}/participants`, invited);
    expect(await convener.client.refusal(invite())).toMatchObject({ code: 'SESSION.FULL' });
    await first.client.ok(enter(first, id));
    await convener.client.ok(drawNow(id));
    expect((await roll(id)).map(({ personId, seating }) => [personId, seating]).toSorted()).toEqual(
      [
        [first.id, 'seated'],
        [second.id, 'seated'],
      ].toSorted(),
    );
    await first.client.ok(first.client.delete(`/sessions/${id}/sign-up`));
    await convener.client.ok(invite());
    expect((await roll(id)).map(({ origin }) => origin).toSorted()).toEqual(['recommended', 'signed_up']);
  });
});
