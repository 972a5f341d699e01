import {
  DAY_MS,
  GONE_NAME,
  GUEST_GONE_NAME,
  GUEST_LIMITS,
  type LiveView,
  type MyData,
  PARTICIPANT_CATEGORY_LABELS,
  type Page,
  RECOMMENDED_BY_MAX,
  type SessionGuest,
  type SessionParticipant,
  type SessionPlace,
} from '@consult/shared';
import { strFromU8, unzipSync } from 'fflate';
import { ParticipantEntity } from '../../src/sessions/session.entity.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Stage } from '../support/sessions.js';
import { PLACE } from '../support/topics.js';

const GUEST: SessionGuest = { name: '王秀英', unit: '县水利局', category: 'expert' };

describe.each(DATABASES)('guests of a session, who have no account, on %s', (kind) => {
  let env: TestEnvironment;
  let stage: Stage;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    stage = new Stage(env);
  });
  afterAll(() => env.stop());

  const add = async (id: string, guest: Partial<SessionGuest> = {}) => {
    const { client } = await stage.convener();
    return client.post<SessionPlace>(`/sessions/${id}/guests`, { ...GUEST, ...guest });
  };
  const added = async (id: string, guest: Partial<SessionGuest> = {}) =>
    (await stage.convener()).client.ok(add(id, guest));
  const refused = async (id: string, guest: Partial<SessionGuest> = {}) =>
    (await stage.convener()).client.refusal(add(id, guest));
  const list = async (id: string) => {
    const { client } = await stage.convener();
    return (await client.ok(client.get<Page<SessionParticipant>>(`/sessions/${id}/participants`))).items;
  };
  const rowOf = (id: string) => env.database.read.findOneByOrFail(ParticipantEntity, { id });

  it('stand on the list by name, take a seat, and are encrypted where they are kept', async () => {
    const { id } = await stage.announced({ seats: 2 });
    const { id: guestId, seating } = await added(id);
    expect(seating).toBe('seated');
    await added(id, { name: '赵一鸣', unit: undefined, category: 'resident', origin: 'recommended' });
    expect(await list(id)).toEqual([
      {
        ...{ id: guestId, personId: null, name: '王秀英', unit: '县水利局', category: 'expert', origin: 'invited' },
        ...{ recommendedBy: null },
        ...{ seating: 'seated', present: null },
      },
      expect.objectContaining({ personId: null, name: '赵一鸣', unit: null, origin: 'recommended' }),
    ]);
    expect(await refused(id)).toMatchObject({ code: 'SESSION.FULL' });
    const row = await rowOf(guestId);
    expect(row.guestName).toMatch(/^[^.]+\.[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(JSON.stringify(row)).not.toMatch(/王秀英|水利局/);
    const events: unknown[] = await env.database.read.query('SELECT data FROM events WHERE item_id = ?', [id]);
    expect(JSON.stringify(events)).toContain(guestId);
    expect(JSON.stringify(events)).not.toMatch(/王秀英|水利局/);
  });

  it('are added by who runs the session alone, and shown to nobody who may not read the list', async () => {
    const { id } = await stage.announced();
    await added(id);
    for (const who of [await stage.resident(), await stage.member(), await stage.stranger()]) {
      expect(await who.client.refusal(who.client.post(`/sessions/${id}/guests`, GUEST))).toMatchObject({ status: 403 });
    }
    const { visitor } = env.cast;
    const seen = [await visitor.ok(visitor.get(`/sessions/${id}`)), await stage.session(await stage.resident(), id)];
    expect(JSON.stringify(seen)).not.toMatch(/王秀英|水利局/);
    expect((await visitor.get(`/sessions/${id}/participants`)).status).toBe(401);
  });

  it('have a name of a person’s length, and are not a crowd', async () => {
    const { id } = await stage.announced({ seats: GUEST_LIMITS.perSession + 10 });
    for (const name of ['王', '王'.repeat(GUEST_LIMITS.nameMax + 1)]) {
      expect(await refused(id, { name })).toMatchObject({ details: { fields: [{ field: 'name' }] } });
    }
    expect(await refused(id, { unit: '局'.repeat(GUEST_LIMITS.unitMax + 1) })).toMatchObject({
      details: { fields: [{ field: 'unit' }] },
    });
    const { id: first } = await added(id);
    for (let n = 1; n < GUEST_LIMITS.perSession; n += 1) await added(id, { name: `特邀${n}` });
    expect(await refused(id)).toMatchObject({ code: 'SESSION.GUESTS_FULL' });
    const { client } = await stage.convener();
    await client.ok(client.delete(`/sessions/${id}/participants/${first}`));
    await added(id);
  });

  it('can be taken off the list, of which nothing is kept', async () => {
    const { id } = await stage.announced({ seats: 2 });
    const { id: guestId } = await added(id);
    const { client } = await stage.convener();
    await client.ok(client.delete(`/sessions/${id}/participants/${guestId}`));
    expect(await list(id)).toEqual([]);
    expect(await rowOf(guestId)).toMatchObject({ guestName: null, guestUnit: null, namesUntil: null });
    expect(await client.refusal(client.delete(`/sessions/${id}/participants/${guestId}`))).toMatchObject({
      code: 'SESSION.NOT_LISTED',
    });
    expect((await stage.session(await stage.convener(), id)).timeline.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['邀请参会人', '移出参会名单']),
    );
  });

  it('are called by the roll, counted, named on its paper, and given the floor, by name for those inside alone', async () => {
    const { id, input } = await stage.announced();
    const { id: guestId } = await added(id);
    const resident = await stage.resident();
    await resident.client.ok(resident.client.post(`/sessions/${id}/sign-up`, { category: 'resident' }));
    stage.later(input.startsAt - stage.now);
    const convener = await stage.convener();
    const { client } = convener;
    await stage.move(convener, id, 'start');
    await client.ok(client.post(`/sessions/${id}/roll`, { participantId: guestId, present: true }));
    expect((await stage.session(convener, id)).counts).toEqual([
      { category: 'resident', expected: 1, present: 0 },
      { category: 'expert', expected: 1, present: 1 },
    ]);
    const paper = await client.download(`/sessions/${id}/attendance.docx`);
    const files = unzipSync(new Uint8Array(await paper.arrayBuffer()));
    expect(strFromU8(files['word/document.xml'] ?? new Uint8Array())).toContain('王秀英（县水利局）');

    // Whoever comes in while it goes on counts on every screen at once, and no more once taken off.
    const total = async () => (await client.ok(client.get<LiveView>(`/sessions/${id}/live`))).state?.expected;
    expect(await total()).toBe(2);
    const { id: late } = await added(id, { name: '赵铁柱' });
    expect(await total()).toBe(3);
    await client.ok(client.delete(`/sessions/${id}/participants/${late}`));
    expect(await total()).toBe(2);

    await client.ok(client.post(`/sessions/${id}/live/floor`, { participantId: guestId, seconds: 60 }));
    const live = async (who: { client: typeof client }) =>
      (await who.client.ok(who.client.get<LiveView>(`/sessions/${id}/live`))).state;
    expect(await live(await stage.resident())).toMatchObject({
      present: 1,
      speaker: { participantId: guestId, name: '王秀英', category: 'expert' },
    });
    expect((await live({ client: env.cast.visitor })).speaker).toMatchObject({ name: null, category: 'expert' });
    await stage.move(convener, id, 'end');
    const [minutes] = (await stage.session(convener, id)).minutes;
    // Minutes are public for good: they begin with what a guest is, not with who.
    const begun = await stage.minutes(convener, minutes?.id ?? '');
    expect(begun.points).toMatchObject([{ speaker: PARTICIPANT_CATEGORY_LABELS.expert, text: '' }]);
    expect(JSON.stringify(begun)).not.toMatch(/王秀英|水利局/);
    await stage.write(convener, minutes?.id ?? '');
    await client.ok(client.post(`/minutes/${minutes?.id}/circulate`));
    expect((await stage.minutes(convener, minutes?.id ?? '')).counts).toContainEqual({
      category: 'expert',
      expected: 1,
      present: 1,
    });
    // Whoever takes part and has an account is told, and nobody in the guest's place.
    await env.work();
    const told: { id: string }[] = await env.database.read.query(
      `SELECT DISTINCT m.person_id AS id FROM messages m WHERE m.item_id = ? AND m.title LIKE '%核对%'`,
      [minutes?.id],
    );
    expect(told.map((row) => row.id)).toEqual([resident.id]);
  });

  it('are no clash with anybody', async () => {
    const { id, input } = await stage.announced();
    await added(id);
    const { id: other } = await stage.called();
    const where = `startsAt=${input.startsAt}&endsAt=${input.endsAt}&township=${PLACE.townshipCode}`;
    const { client } = await stage.convener();
    for (const except of [id, other]) {
      const path = `/sessions/clashes?${where}&except=${except}`;
      expect(JSON.stringify(await client.ok(client.get(path)))).not.toMatch(/null|王秀英/);
    }
  });

  it('are recommended by whom, like people with an account, for who runs the session and on the roll’s paper', async () => {
    const { id } = await stage.announced();
    const recommendedBy = '沿西社区居委会';
    await added(id, { origin: 'recommended', recommendedBy });
    await added(id, { name: '赵一鸣', recommendedBy });
    const { client } = await stage.convener();
    const { id: personId } = await stage.member();
    const invitation = { personId, category: 'member', origin: 'recommended', recommendedBy: '周委员' };
    const tooLong = { ...invitation, recommendedBy: '局'.repeat(RECOMMENDED_BY_MAX + 1) };
    expect(await client.refusal(client.post(`/sessions/${id}/participants`, tooLong))).toMatchObject({
      details: { fields: [{ field: 'recommendedBy' }] },
    });
    const place = await client.ok(client.post<SessionPlace>(`/sessions/${id}/participants`, invitation));
    expect((await list(id)).map((person) => person.recommendedBy)).toEqual([recommendedBy, null, '周委员']);
    expect(JSON.stringify(await rowOf(place.id))).not.toContain('周委员');
    const paper = await client.download(`/sessions/${id}/attendance.docx`);
    const files = unzipSync(new Uint8Array(await paper.arrayBuffer()));
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    for (const words of ['专家，沿西社区居委会推荐', '政协委员，周委员推荐']) expect(xml).toContain(words);
    await client.ok(client.delete(`/sessions/${id}/participants/${place.id}`));
    expect(await rowOf(place.id)).toMatchObject({ recommendedBy: null, namesUntil: null });
  });

  it('are said to be recommended no longer once their account is deleted, and read before who did it', async () => {
    const { id } = await stage.announced();
    const { client } = await stage.convener();
    const person = await stage.resident(1);
    const invitation = { personId: person.id, category: 'resident', origin: 'recommended', recommendedBy: '周委员' };
    const place = await client.ok(client.post<SessionPlace>(`/sessions/${id}/participants`, invitation));
    const { records } = await person.client.ok(person.client.get<MyData>('/me/export'));
    expect(records.recommendations).toEqual([{ session_id: id, recommended_by: '周委员' }]);
    expect((await person.client.delete(`/me?confirm=${encodeURIComponent('注销')}`)).status).toBe(204);
    expect(await rowOf(place.id)).toMatchObject({ recommendedBy: null, namesUntil: null, origin: 'recommended' });
    expect((await list(id)).map((one) => [one.name, one.recommendedBy])).toEqual([[GONE_NAME, null]]);
  });

  it('keep their names for half a year after the session, also where it was put off, and then no longer', async () => {
    const { id, input } = await stage.announced();
    const { id: guestId } = await added(id);
    await stage.move(await stage.convener(), id, 'postpone', { reason: '大雪' });
    const startsAt = input.startsAt + 20 * DAY_MS;
    const moved = { ...input, startsAt, endsAt: startsAt + (input.endsAt - input.startsAt), revision: 0 };
    const { client } = await stage.convener();
    await client.ok(client.put(`/sessions/${id}`, moved));
    stage.later(input.endsAt + (GUEST_LIMITS.keptDays + 2) * DAY_MS - stage.now);
    await env.work();
    expect((await list(id)).map(({ name }) => name)).toEqual(['王秀英']);
    stage.later(21 * DAY_MS);
    await env.work();
    expect((await list(id)).map(({ name, unit }) => [name, unit])).toEqual([[GUEST_GONE_NAME, null]]);
    expect(await rowOf(guestId)).toMatchObject({ guestName: null, guestUnit: null, category: 'expert' });
  });
});
