import type { MyData, MyTold, SessionComposition } from '@consult/shared';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Stage } from '../support/sessions.js';
import { PLACE } from '../support/topics.js';

const NOTHING: MyTold = { ageBand: null, community: null, interests: [] };

describe.each(DATABASES)('who is missing at a session on %s', (kind) => {
  let env: TestEnvironment;
  let stage: Stage;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    stage = new Stage(env);
  });
  afterAll(() => env.stop());

  const tell = (who: Player, over: Partial<MyTold>) => who.client.put<MyTold>('/me/told', { ...NOTHING, ...over });
  const told = (who: Player) => who.client.ok(who.client.get<MyTold>('/me/told'));
  const kept = async (who: Player) => (await who.client.ok(who.client.get<MyData>('/me/export'))).records.told;
  const composition = (who: Player, id: string) => who.client.get<SessionComposition>(`/sessions/${id}/composition`);

  it('is said from what people chose to tell, in bands, to those who run it', async () => {
    const { id } = await stage.announced();
    const convener = await stage.convener();
    const people = [await stage.resident(), await stage.resident(1), await stage.member()];
    for (const who of people) {
      await who.client.ok(who.client.post(`/sessions/${id}/sign-up`, { category: 'resident' }));
    }
    // Guests can tell nothing: they are nobody who has not.
    for (let n = 0; n < 5; n += 1) {
      await convener.client.ok(
        convener.client.post(`/sessions/${id}/guests`, { name: `特邀${n}`, category: 'expert' }),
      );
    }
    const before = await convener.client.ok(composition(convener, id));
    expect(before).toMatchObject({ seated: 3, ages: [], communities: [] });
    for (const who of people) await who.client.ok(tell(who, { ageBand: '35_59', interests: ['养老助老'] }));
    const after = await convener.client.ok(composition(convener, id));
    expect(after.ages.map(({ count }) => count)).toEqual(['none', 'some', 'none']);
    expect(after.seated).toBe(3);
    expect(after.hints.filter((hint) => hint.includes('没有填写'))).toEqual([]);
    expect(after.hints).toContain('还没有 60 岁以上的人');
    expect(after.hints.some((hint) => hint.startsWith('还没有议题所在的'))).toBe(true);
    for (const { id: personId, name } of people) {
      expect(JSON.stringify(after)).not.toContain(personId);
      expect(JSON.stringify(after)).not.toContain(name);
    }
    const [resident] = people;
    expect((await resident?.client.refusal(composition(resident, id)))?.code).toBe('AUTH.FORBIDDEN');
  });

  it('keeps what one tells with one’s own data, and nothing once it is emptied', async () => {
    const resident = await stage.resident();
    const community = `${PLACE.townshipCode}001`;
    await resident.client.ok(tell(resident, { community, ageBand: '60_up' }));
    expect(await told(resident)).toEqual({ ...NOTHING, community, ageBand: '60_up' });
    expect(await kept(resident)).toMatchObject([{ community, age_band: '60_up' }]);
    await resident.client.ok(tell(resident, NOTHING));
    expect(await told(resident)).toEqual(NOTHING);
    expect(await kept(resident)).toEqual([]);
  });

  it('takes only a community of one’s home, and forgets it when one moves', async () => {
    const resident = await stage.resident();
    expect((await resident.client.refusal(tell(resident, { community: '410402999999' }))).code).toBe('REQUEST.INVALID');
    await resident.client.ok(tell(resident, { community: `${PLACE.townshipCode}001`, ageBand: '18_34' }));
    const stay = resident.client.put('/me/home-township', { township: PLACE.townshipCode });
    await resident.client.ok(stay);
    expect((await told(resident)).community).toBe(`${PLACE.townshipCode}001`);
    const { visitor } = env.cast;
    const tree = await visitor.ok(visitor.get<{ children: { children: { code: string }[] }[] }[]>('/regions'));
    const elsewhere = tree
      .flatMap((city) => city.children.flatMap((county) => county.children))
      .find(({ code }) => code !== PLACE.townshipCode);
    await resident.client.ok(resident.client.put('/me/home-township', { township: elsewhere?.code }));
    expect(await told(resident)).toEqual({ ...NOTHING, ageBand: '18_34' });
  });
});
