import {
  DAY_MS,
  type MySessionSummary,
  type Page,
  type SessionDetail,
  type SessionDoor,
  type SessionParticipant,
  type SessionPlace,
} from '@consult/shared';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Stage } from '../support/sessions.js';

const HOUR_MS = 60 * 60 * 1000;

describe.each(DATABASES)('the people of sessions on %s', (kind) => {
  let env: TestEnvironment;
  let stage: Stage;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    stage = new Stage(env);
  });
  afterAll(() => env.stop());

  describe('seats', () => {
    it('gives each seat once, queues the others and moves the first of them up', async () => {
      const { id } = await stage.announced({ seats: 2 });
      const people = [await stage.resident(), await stage.resident(1), await stage.member()];
      const places = await Promise.all(
        people.map((who) =>
          who.client.ok(who.client.post<SessionPlace>(`/sessions/${id}/sign-up`, { category: 'resident' })),
        ),
      );
      expect(places.map((place) => place.seating).sort()).toEqual(['seated', 'seated', 'waiting']);
      const convener = await stage.convener();
      expect(await stage.session(convener, id)).toMatchObject({ seated: 2, waiting: 1 });
      const waiting = people[places.findIndex((place) => place.seating === 'waiting')];
      const leaving = people[places.findIndex((place) => place.seating === 'seated')];
      if (waiting === undefined || leaving === undefined) throw new Error('nobody waits');
      expect(await stage.session(waiting, id)).toMatchObject({ mine: { seating: 'waiting', waitingPosition: 1 } });
      expect(await stage.session(leaving, id)).toMatchObject({ mine: { waitingPosition: null } });
      await leaving.client.ok(leaving.client.delete(`/sessions/${id}/sign-up`));
      expect(await stage.session(waiting, id)).toMatchObject({
        seated: 2,
        waiting: 0,
        mine: { seating: 'seated' },
        canSignUp: false,
      });
      expect(await stage.session(leaving, id)).toMatchObject({ mine: null, canSignUp: true });
      const back = leaving.client.post<SessionPlace>(`/sessions/${id}/sign-up`, { category: 'resident' });
      expect(await leaving.client.ok(back)).toMatchObject({ seating: 'waiting' });
      const again = leaving.client.post(`/sessions/${id}/sign-up`, { category: 'resident' });
      expect(await leaving.client.refusal(again)).toMatchObject({ code: 'SESSION.ALREADY_LISTED' });
    });

    it('lets nobody sign up as a member who is none, from elsewhere, or after the start', async () => {
      const { id, input } = await stage.announced();
      const resident = await stage.resident();
      const asMember = resident.client.post(`/sessions/${id}/sign-up`, { category: 'member' });
      expect(await resident.client.refusal(asMember)).toMatchObject({
        code: 'REQUEST.INVALID',
        details: { fields: [{ field: 'category' }] },
      });
      const elsewhere = await env.cast.one('resident', '曙光街道');
      const outside = elsewhere.client.post(`/sessions/${id}/sign-up`, { category: 'resident' });
      expect(await elsewhere.client.refusal(outside)).toMatchObject({ code: 'REGION.OUTSIDE' });
      stage.later(input.startsAt - stage.now);
      const late = await stage.resident();
      const closed = late.client.post(`/sessions/${id}/sign-up`, { category: 'resident' });
      expect(await late.client.refusal(closed)).toMatchObject({ code: 'SESSION.SIGN_UP_CLOSED' });
    });

    it('shows the list to a member who chairs, to give others the floor, and not where somebody else chairs', async () => {
      const [member, resident] = [await stage.member(), await stage.resident()];
      const list = (id: string) => member.client.get<Page<SessionParticipant>>(`/sessions/${id}/participants`);
      const { id: theirs } = await stage.announced({ chairId: member.id });
      await resident.client.ok(resident.client.post(`/sessions/${theirs}/sign-up`, { category: 'resident' }));
      expect((await member.client.ok(list(theirs))).items.map(({ name }) => name)).toEqual([resident.name]);
      const { id: other } = await stage.announced();
      expect(await member.client.refusal(list(other))).toMatchObject({ status: 403 });
    });

    it('takes invited people while there are seats, and off the list again', async () => {
      const { id } = await stage.announced({ seats: 2, meetingNumber: '123 456 789' });
      const [convener, resident, member, neighbour] = [
        await stage.convener(),
        await stage.resident(),
        await stage.member(),
        await stage.resident(1),
      ];
      const invite = (personId: string, category = 'expert') =>
        convener.client.post<SessionPlace>(`/sessions/${id}/participants`, { personId, category });
      const { id: participantId } = await convener.client.ok(invite(resident.id));
      expect(await convener.client.refusal(invite(resident.id))).toMatchObject({ code: 'SESSION.ALREADY_LISTED' });
      await convener.client.ok(invite(member.id, 'member'));
      expect(await convener.client.refusal(invite(neighbour.id))).toMatchObject({ code: 'SESSION.FULL' });
      expect(await stage.session(resident, id)).toMatchObject({ meetingNumber: '123 456 789' });
      expect(await stage.session(neighbour, id)).toMatchObject({ meetingNumber: null, mine: null });
      const seatingOf = async ({ client }: Player) =>
        (await client.ok(client.get<Page<MySessionSummary>>('/sessions/mine'))).items.find((one) => one.id === id)
          ?.mySeating;
      expect([await seatingOf(resident), await seatingOf(neighbour)]).toEqual(['seated', undefined]);
      // Who called it is not on its list.
      expect(await seatingOf(convener)).toBeNull();

      const list = (query = '') =>
        convener.client.ok(convener.client.get<Page<SessionParticipant>>(`/sessions/${id}/participants${query}`));
      const first = await list('?limit=1');
      const second = await list(`?limit=1&after=${first.nextAfter}`);
      expect([...first.items, ...second.items].map((item) => item.name)).toEqual([resident.name, member.name]);
      expect(second.nextAfter).toBeNull();
      expect(await resident.client.refusal(resident.client.get(`/sessions/${id}/participants`))).toMatchObject({
        status: 403,
      });
      await convener.client.ok(convener.client.delete(`/sessions/${id}/participants/${participantId}`));
      expect(await stage.session(convener, id)).toMatchObject({
        seated: 1,
        counts: [{ category: 'member', expected: 1, present: 0 }],
      });
    });

    it('moves those who wait up when seats are added, and takes none away that is taken', async () => {
      const { id, input } = await stage.announced({ seats: 2 });
      for (const who of [await stage.resident(), await stage.resident(1), await stage.member()]) {
        await who.client.ok(who.client.post(`/sessions/${id}/sign-up`, { category: 'resident' }));
      }
      const convener = await stage.convener();
      await stage.move(convener, id, 'postpone', { reason: '换大一些的会场' });
      await convener.client.ok(convener.client.put(`/sessions/${id}`, { ...input, seats: 3, revision: 0 }));
      expect(await stage.session(convener, id)).toMatchObject({ seats: 3, seated: 3, waiting: 0 });
      const fewer = convener.client.put(`/sessions/${id}`, { ...input, seats: 2, revision: 1 });
      expect(await convener.client.refusal(fewer)).toMatchObject({ details: { fields: [{ field: 'seats' }] } });
    });
  });

  describe('what was done to it', () => {
    it('says once a day how many were invited, not each of them', async () => {
      const { id } = await stage.called();
      const { client } = await stage.convener();
      const invite = (name: string) => client.ok(client.post(`/sessions/${id}/guests`, { name, category: 'expert' }));
      for (const name of ['王秀英', '赵一鸣', '李长河']) await invite(name);
      stage.later(DAY_MS);
      const { client: later } = await stage.convener();
      await later.ok(later.post(`/sessions/${id}/guests`, { name: '周明', category: 'expert' }));
      const { timeline } = await stage.session(await stage.convener(), id);
      expect(timeline.map(({ label }) => label)).toEqual(['开始筹备协商', '邀请参会人（3 人）', '邀请参会人']);
    });

    it('stays on record for those who handle it: who changed it, invited people or took them off', async () => {
      const { id, input } = await stage.called();
      const [convener, member] = [await stage.convener(), await stage.member()];
      const edit = { ...input, place: '社区二楼', seats: 12, revision: 0 };
      await convener.client.ok(convener.client.put(`/sessions/${id}`, edit));
      const invitation = { personId: member.id, category: 'member' };
      const place = await convener.client.ok(
        convener.client.post<SessionPlace>(`/sessions/${id}/participants`, invitation),
      );
      await convener.client.ok(convener.client.delete(`/sessions/${id}/participants/${place.id}`));
      await stage.move(convener, id, 'announce');
      const { timeline } = await stage.session(convener, id);
      expect(timeline.map((entry) => entry.label)).toEqual([
        '开始筹备协商',
        '修改会议安排',
        '邀请参会人',
        '移出参会名单',
        '发布会议通知',
      ]);
      expect(timeline[1]).toMatchObject({ by: `召集人 ${convener.name}` });
      const { visitor } = env.cast;
      const open = await visitor.ok(visitor.get<SessionDetail>(`/sessions/${id}`));
      expect(open.timeline.map((entry) => entry.label)).toEqual(['发布会议通知']);
      const rows: { action: string; data: string }[] = await env.database.read.query(
        `SELECT action, data FROM events WHERE item_id = ? AND data IS NOT NULL ORDER BY id`,
        [id],
      );
      expect(rows.map((row) => [row.action, JSON.parse(row.data)])).toEqual([
        ['edit', { changed: ['place', 'seats'], revision: 1 }],
        ['invite', { ...invitation, origin: 'invited' }],
        ['uninvite', invitation],
      ]);
    });
  });

  describe('the roll', () => {
    it('is taken by the convener or by the code at the door, from two hours before', async () => {
      const { id, input } = await stage.announced({ seats: 2 });
      const people = [await stage.resident(), await stage.resident(1), await stage.member()];
      const places: SessionPlace[] = [];
      for (const who of people) {
        const body = { category: 'resident' };
        places.push(await who.client.ok(who.client.post<SessionPlace>(`/sessions/${id}/sign-up`, body)));
      }
      const early = await stage.convener();
      expect(await early.client.refusal(early.client.get(`/sessions/${id}/door`))).toMatchObject({
        code: 'SESSION.ROLL_CLOSED',
      });
      const mark = (participantId?: string) => ({ participantId, present: true });
      expect(await early.client.refusal(early.client.post(`/sessions/${id}/roll`, mark(places[0]?.id)))).toMatchObject({
        code: 'SESSION.ROLL_CLOSED',
      });

      stage.later(input.startsAt - HOUR_MS - stage.now);
      const convener = await stage.convener();
      const [resident, neighbour, member] = [await stage.resident(), await stage.resident(1), await stage.member()];
      await convener.client.ok(convener.client.post(`/sessions/${id}/roll`, mark(places[0]?.id)));
      expect(
        await convener.client.refusal(convener.client.post(`/sessions/${id}/roll`, mark(places[2]?.id))),
      ).toMatchObject({ code: 'SESSION.WAITING' });
      const door = await convener.client.ok(convener.client.get<SessionDoor>(`/sessions/${id}/door`));
      expect(door.url).toBe(`/packages/sessions/check-in/index?session=${id}&token=${door.token}`);
      expect(door.expiresAt - stage.now).toBeLessThanOrEqual(5 * 60 * 1000);
      const checkIn = (token: string) => neighbour.client.post(`/sessions/${id}/check-in`, { token });
      expect(await neighbour.client.refusal(checkIn('0123456789abcdefghijkl'))).toMatchObject({
        code: 'SESSION.DOOR_CODE_INVALID',
      });
      expect(door.code).toMatch(/^\d{8}$/);
      const guess = String((Number(door.code) + 1) % 10 ** 8).padStart(8, '0');
      expect(await neighbour.client.refusal(checkIn(guess))).toMatchObject({ code: 'SESSION.DOOR_CODE_INVALID' });
      await neighbour.client.ok(checkIn(door.token));
      expect(await stage.session(neighbour, id)).toMatchObject({ mine: { present: true } });
      // Typed, by somebody who has no camera.
      await neighbour.client.ok(checkIn(door.code));
      const waiting = member.client.post(`/sessions/${id}/check-in`, { token: door.token });
      expect(await member.client.refusal(waiting)).toMatchObject({ code: 'SESSION.WAITING' });
      expect(await resident.client.refusal(resident.client.get(`/sessions/${id}/door`))).toMatchObject({ status: 403 });
      expect(await stage.session(convener, id)).toMatchObject({
        counts: [{ category: 'resident', expected: 2, present: 2 }],
      });

      await stage.move(convener, id, 'start');
      expect(await neighbour.client.refusal(neighbour.client.delete(`/sessions/${id}/sign-up`))).toMatchObject({
        code: 'SESSION.NOT_EDITABLE',
      });
      stage.later(10 * 60 * 1000);
      const later = await stage.resident(1);
      const old = later.client.post(`/sessions/${id}/check-in`, { token: door.token });
      expect(await later.client.refusal(old)).toMatchObject({ code: 'SESSION.DOOR_CODE_INVALID' });
    });
  });
});
