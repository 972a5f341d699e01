import type { SessionClash, SessionClashQuery } from '@consult/shared';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Stage } from '../support/sessions.js';
import { PLACE } from '../support/topics.js';

const HOUR_MS = 60 * 60 * 1000;

describe.each(DATABASES)('clashes of sessions on %s', (kind) => {
  let env: TestEnvironment;
  let stage: Stage;
  let days = 1;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    stage = new Stage(env);
  });
  afterAll(() => env.stop());

  /** A time of its own for each test. */
  const anotherTime = () => {
    days += 1;
    return stage.now + days * 24 * HOUR_MS;
  };
  const ask = (who: Player, over: Partial<SessionClashQuery> & { startsAt: number }) => {
    const query = { endsAt: over.startsAt + HOUR_MS, township: PLACE.townshipCode, ...over };
    const words = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    return who.client.get<SessionClash[]>(`/sessions/clashes?${words.join('&')}`);
  };

  it('tell of the same room at the same time, and of none before, after or elsewhere', async () => {
    const convener = await stage.convener();
    const startsAt = anotherTime();
    const place = '清风小区２号楼 会议室';
    const { id, input } = await stage.called({ startsAt, place });
    const at = (over: object) => convener.client.ok(ask(convener, { startsAt, place: '清风小区2号楼会议室', ...over }));
    expect(await at({ startsAt: startsAt + HOUR_MS })).toEqual([
      {
        id,
        title: input.title,
        startsAt,
        endsAt: input.endsAt,
        samePlace: true,
        people: [],
        peopleCount: 0,
      },
    ]);
    expect(await at({ startsAt: input.endsAt })).toEqual([]);
    expect(await at({ startsAt: startsAt - HOUR_MS })).toEqual([]);
    expect(await at({ place: '别的地方' })).toEqual([]);
    expect(await at({ except: id })).toEqual([]);
    await stage.move(convener, id, 'cancel', { reason: '另有安排' });
    expect(await at({})).toEqual([]);
  });

  it('name to staff those who are needed twice, with a seat or in charge', async () => {
    const convener = await stage.convener();
    const resident = await stage.resident();
    const startsAt = anotherTime();
    const first = await stage.announced({ startsAt });
    await resident.client.ok(resident.client.post(`/sessions/${first.id}/sign-up`, { category: 'resident' }));
    const query = { startsAt, people: [convener.id, resident.id].join(',') };
    const [clash] = await convener.client.ok(ask(convener, query));
    expect(clash).toMatchObject({ id: first.id, samePlace: false, peopleCount: 2 });
    expect(clash?.people).toEqual([convener.name, resident.name]);
    const second = await stage.announced({ startsAt, chairId: (await stage.member()).id });
    await resident.client.ok(resident.client.post(`/sessions/${second.id}/sign-up`, { category: 'resident' }));
    const [listed] = await convener.client.ok(ask(convener, { startsAt, except: second.id }));
    expect(listed).toMatchObject({ id: first.id, people: [resident.name] });
  });

  it('tell a member that a room is taken, and neither whom others need nor what is in preparation', async () => {
    const convener = await stage.convener();
    const member = await stage.member();
    const startsAt = anotherTime();
    const { id, input } = await stage.called({ startsAt, place: '文化站' });
    const query = { startsAt, place: '文化站', people: convener.id };
    expect(await member.client.ok(ask(member, query))).toMatchObject([
      { id: null, title: null, samePlace: true, people: [], peopleCount: 0 },
    ]);
    await stage.move(convener, id, 'announce');
    expect(await member.client.ok(ask(member, query))).toMatchObject([{ id, title: input.title, people: [] }]);
    expect(await member.client.ok(ask(member, { ...query, place: '别处' }))).toEqual([]);
  });

  it('are of one’s own township, and of a time that can be', async () => {
    const stranger = await stage.stranger();
    const convener = await stage.convener();
    const startsAt = anotherTime();
    expect((await stranger.client.refusal(ask(stranger, { startsAt }))).code).toBe('REGION.OUTSIDE');
    expect((await convener.client.refusal(ask(convener, { startsAt, endsAt: startsAt - 1 }))).code).toBe(
      'SESSION.BAD_TIME',
    );
    expect((await convener.client.refusal(ask(convener, { startsAt, people: 'x' }))).code).toBe('REQUEST.INVALID');
  });
});
