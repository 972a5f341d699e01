import {
  type AttachmentView,
  DAY_MS,
  type MinutesComparison,
  type MinutesDraft,
  type MinutesHeld,
  type MinutesSaved,
} from '@consult/shared';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { LiveStage, type Seated } from '../support/live.js';
import { plainPhoto } from '../support/pictures.js';
import { Stage } from '../support/sessions.js';

const HOUR_MS = DAY_MS / 24;

describe.each(DATABASES)('writing minutes together on %s', (kind) => {
  let env: TestEnvironment;
  let stage: Stage;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    stage = new Stage(env);
  });
  afterAll(() => env.stop());

  /** Minutes that the convener and the member, their recorder, both write. */
  const begun = async () => {
    const member = await stage.member();
    const { minutesId } = await stage.ended({ recorderId: member.id });
    return { minutesId, convener: await stage.convener(), member: await stage.member() };
  };
  const put = async (who: Player, id: string, over: Parameters<Stage['content']>[0], key?: string) =>
    who.client.put<MinutesSaved>(`/minutes/${id}`, await stage.content(over), key);
  const draft = (who: Player, id: string, revision?: number) =>
    who.client.ok(
      who.client.get<MinutesDraft>(`/minutes/${id}/draft${revision === undefined ? '' : `?revision=${revision}`}`),
    );
  const speech = (text: string) => ({ speaker: '居民代表', text });

  it('joins what two wrote on the same revision, and tells the second that it did', async () => {
    const { minutesId, convener, member } = await begun();
    const first = await put(convener, minutesId, { points: [speech('先装扶手')], situation: '召集人写的。' });
    expect(first.body).toMatchObject({ revision: 1, merged: false });
    const second = await put(member, minutesId, { points: [speech('再修台阶')], situation: '记录人写的。' });
    expect(second.body).toMatchObject({ revision: 2, merged: true });
    expect(await stage.minutes(convener, minutesId)).toMatchObject({
      revision: 2,
      situation: '召集人写的。记录人写的。',
      points: [speech('先装扶手'), speech('再修台阶')],
      consensus: ['建在一号院闲置用房'],
    });
  });

  it('makes no new revision of what says nothing new, as when an answer was lost', async () => {
    const { minutesId, convener } = await begun();
    await put(convener, minutesId, {}, 'lost-answer');
    expect((await put(convener, minutesId, {}, 'lost-answer')).body).toMatchObject({ revision: 1 });
    expect((await put(convener, minutesId, { revision: 0 })).body).toMatchObject({ revision: 1, merged: false });
    expect((await put(convener, minutesId, { revision: 1 })).body).toMatchObject({ revision: 1, merged: false });
  });

  it('shows each what the other wrote and who is writing, and nothing twice', async () => {
    const { minutesId, convener, member } = await begun();
    expect(await draft(member, minutesId)).toMatchObject({ revision: 0, writers: [], content: { points: [] } });
    await put(convener, minutesId, { points: [speech('先装扶手')] });
    const seen = await draft(member, minutesId, 0);
    expect(seen).toMatchObject({
      revision: 1,
      savedAt: stage.now,
      writers: [{ name: convener.name, at: stage.now }],
      content: { points: [speech('先装扶手')], photos: [] },
    });
    expect((await draft(member, minutesId, 1)).content).toBeNull();
    expect((await draft(convener, minutesId, 1)).writers).toEqual([]);
    env.clock.advance(3 * 60 * 1000);
    expect((await draft(member, minutesId, 1)).writers).toEqual([]);
  });

  it('says how the session was really held, in the draft of a correction as well, and compares it', async () => {
    const { minutesId } = await stage.published();
    const convener = await stage.convener();
    const { heldAt } = await stage.minutes(convener, minutesId);
    const put = (id: string, over: Partial<MinutesHeld>, who = convener) =>
      who.client.put(`/minutes/${id}/held`, { heldAt, place: '社区二楼会议室', chair: '李建国', ...over });
    expect(await convener.client.refusal(put(minutesId, {}))).toMatchObject({ code: 'MINUTES.NOT_EDITABLE' });
    const correct = convener.client.post<{ id: string }>(`/minutes/${minutesId}/correct`, { reason: '地点写错了' });
    const { id } = await convener.client.ok(correct);
    for (const wrong of [{ heldAt: stage.now + HOUR_MS }, { heldAt: heldAt - 40 * DAY_MS }, { place: '' }])
      expect(await convener.client.refusal(put(id, wrong))).toMatchObject({ code: 'REQUEST.INVALID' });
    expect(await convener.client.refusal(put(id, {}, await stage.resident()))).toMatchObject({ status: 403 });
    await convener.client.ok(put(id, { heldAt: heldAt + HOUR_MS }));
    expect(await stage.minutes(convener, id)).toMatchObject({
      heldAt: heldAt + HOUR_MS,
      place: '社区二楼会议室',
      chair: '李建国',
    });
    const compared = await convener.client.ok(
      convener.client.get<MinutesComparison>(`/minutes/${minutesId}/compare/${id}`),
    );
    expect(compared.sections.filter(({ changed }) => changed).map(({ title }) => title)).toEqual(['基本情况']);
    expect(await stage.minutes(convener, minutesId)).toMatchObject({ heldAt });
  });

  it('compares speeches as they are sealed: under their items, with how long they took', async () => {
    const { minutesId } = await stage.published();
    const convener = await stage.convener();
    const correct = convener.client.post<{ id: string }>(`/minutes/${minutesId}/correct`, { reason: '议程项写错了' });
    const { id } = await convener.client.ok(correct);
    const { points, programme, revision } = await stage.minutes(convener, id);
    const { speaker = '', text = '' } = points[0] ?? {};
    const moved = [{ speaker, text, item: 2, seconds: 180 }];
    await convener.client.ok(put(convener, id, { points: moved, revision }));
    const compared = await convener.client.ok(
      convener.client.get<MinutesComparison>(`/minutes/${minutesId}/compare/${id}`),
    );
    const spoken = compared.sections.find(({ title }) => title === '发言要点');
    expect(spoken?.changed).toBe(true);
    const newer = spoken?.parts.filter(({ kind }) => kind !== 'removed').map((part) => part.text);
    expect(newer?.join('')).toBe(`${programme[2]}\n${speaker}（发言约 3 分钟）：${text}`);
  });

  it('takes no speech at an item that the programme does not have', async () => {
    const { minutesId, convener } = await begun();
    const { programme } = await stage.minutes(convener, minutesId);
    const last = { ...speech('先装扶手'), item: programme.length - 1 };
    const beyond = { ...last, item: programme.length };
    expect(await convener.client.refusal(put(convener, minutesId, { points: [last, beyond] }))).toMatchObject({
      code: 'REQUEST.INVALID',
      details: { fields: [{ field: 'points.1.item' }] },
    });
    expect(await convener.client.refusal(put(convener, minutesId, { departmentAnswers: [beyond] }))).toMatchObject({
      details: { fields: [{ field: 'departmentAnswers.0.item' }] },
    });
    await convener.client.ok(put(convener, minutesId, { points: [last] }));
  });

  it('lets nobody else read a draft as it is written', async () => {
    const { minutesId } = await begun();
    const resident = await stage.resident();
    expect(await resident.client.refusal(resident.client.get(`/minutes/${minutesId}/draft`))).toMatchObject({
      status: 403,
    });
    const stranger = await stage.stranger();
    expect((await stranger.client.get(`/minutes/${minutesId}/draft`)).status).toBe(404);
  });

  it('keeps the photos of both', async () => {
    const { minutesId, convener, member } = await begun();
    const [one, two] = await Promise.all(
      [convener, member].map(async ({ client }) =>
        client.ok(client.upload<AttachmentView>('a.png', await plainPhoto('png'), 'image/png')),
      ),
    );
    await put(convener, minutesId, { photos: [one?.id ?? ''] });
    await put(member, minutesId, { photos: [two?.id ?? ''] });
    expect((await stage.minutes(convener, minutesId)).photos.map(({ id }) => id)).toEqual([one?.id, two?.id]);
    expect((await draft(member, minutesId, 1)).content?.photos).toHaveLength(2);
  });

  it('says which part has grown too long where two texts are joined, and keeps what was there', async () => {
    const { minutesId, convener, member } = await begun();
    await put(convener, minutesId, {
      situation: '甲'.repeat(3000),
      consensus: new Array(20).fill(0).map((_, i) => `甲${i}`),
    });
    const tooLong = put(member, minutesId, {
      situation: '乙'.repeat(3000),
      consensus: new Array(20).fill(0).map((_, i) => `乙${i}`),
    });
    expect(await member.client.refusal(tooLong)).toMatchObject({
      status: 409,
      code: 'MINUTES.TOO_LONG_TOGETHER',
      details: { where: '情况说明、达成的共识' },
    });
    expect(await stage.minutes(convener, minutesId)).toMatchObject({ revision: 1, situation: '甲'.repeat(3000) });
  });

  it('never keeps “no reserved opinion” beside one', async () => {
    const { minutesId, convener, member } = await begun();
    await put(convener, minutesId, { dissent: [], noDissent: true });
    expect(await stage.minutes(convener, minutesId)).toMatchObject({ noDissent: true, dissent: [] });
    await put(member, minutesId, { dissent: ['费用由谁出'], noDissent: false });
    expect(await stage.minutes(convener, minutesId)).toMatchObject({ noDissent: false, dissent: ['费用由谁出'] });
    await put(convener, minutesId, { revision: 2, dissent: ['费用由谁出'], noDissent: true });
    expect(await stage.minutes(convener, minutesId)).toMatchObject({ noDissent: false });
  });

  it('loses nothing of somebody who comes back with words of long ago', async () => {
    const { minutesId, convener, member } = await begun();
    await put(convener, minutesId, { points: [speech('先装扶手')] });
    await env.database.write((db) => db.query('DELETE FROM minutes_revisions'));
    await put(member, minutesId, { points: [speech('再修台阶')] });
    const { points } = await stage.minutes(convener, minutesId);
    expect(points).toEqual([speech('先装扶手'), speech('再修台阶')]);
  });

  it('begins with what happened in the room: what was taken, what is to be done, how hands were shown, when each item was', async () => {
    const live = new LiveStage(env);
    const { id, seated } = await live.open();
    const convener = await stage.convener();
    const [one, two, member] = seated;
    const { programme } = await stage.session(convener, id);
    await live.do(convener, id, 'item', { itemId: programme[2]?.id });
    const point = await live.do(one.player, id, 'points', { text: '先装扶手，再修台阶' });
    await live.do(two.player, id, 'points', { text: '这一句没有采用' });
    const deed = { text: '九月底前把扶手装好', isTask: true };
    const task = await live.do(member.player, id, 'points', deed);
    await live.do(two.player, id, 'points', { text: '这件事没有采用', isTask: true });
    await live.do(convener, id, `points/${task.id}/take`, { taken: true });
    await live.do(convener, id, `points/${point.id}/take`, { taken: true });
    const poll = await live.do(convener, id, 'polls', { question: '今年先装扶手' });
    await live.do(one.player, id, `polls/${poll.id}/votes`, { option: 0 });
    await live.do(two.player, id, `polls/${poll.id}/votes`, { option: 0 });
    await live.do(member.player, id, `polls/${poll.id}/votes`, { option: 1 });
    env.clock.advance(20 * 60 * 1000);
    await stage.move(convener, id, 'end');
    const minutesId = (await stage.session(convener, id)).minutes[0]?.id ?? '';
    const draft = await stage.minutes(convener, minutesId);
    expect(draft.points).toEqual([{ speaker: one.player.name, text: '先装扶手，再修台阶', item: 2 }]);
    expect(draft.tasks).toMatchObject([{ what: deed.text, leadDepartmentId: '', coDepartmentIds: [], dueAt: 0 }]);
    // Who does it and by when is filled in before anybody else reads it.
    const tasks = draft.tasks.map(({ leadDepartment: _, coDepartments: __, ...kept }) => kept);
    await stage.write(convener, minutesId, { tasks });
    const circulate = convener.client.post(`/minutes/${minutesId}/circulate`);
    expect((await convener.client.refusal(circulate)).code).toBe('MINUTES.UNFINISHED');
    expect(draft.handShows).toMatchObject([
      {
        question: '今年先装扶手',
        options: [
          { label: '赞成', votes: 2 },
          { label: '反对', votes: 1 },
          { label: '弃权', votes: 0 },
        ],
      },
    ]);
    expect(draft.programme[0]).toBe('一、签到');
    expect(draft.programme[2]).toMatch(/^三、讨论协商（\d\d:\d\d–\d\d:\d\d）$/);
  });

  it('names everybody who had the floor, item by item in their order, for the recorder to write what they said', async () => {
    const live = new LiveStage(env);
    const { id, seated } = await live.open();
    const convener = await stage.convener();
    const [one, two, member] = seated;
    const { programme } = await stage.session(convener, id);
    const at = (nth: number) => live.do(convener, id, 'item', { itemId: programme[nth]?.id });
    const floor = async (who: Seated, seconds: number) => {
      await live.do(convener, id, 'floor', { participantId: who.participantId, seconds: 60 });
      env.clock.advance(seconds * 1000);
    };
    await at(2);
    await floor(member, 30);
    await floor(one, 180);
    await floor(member, 60);
    const point = await live.do(one.player, id, 'points', { text: '先装扶手' });
    await live.do(convener, id, `points/${point.id}/take`, { taken: true });
    await at(1);
    await floor(two, 50);
    await stage.move(convener, id, 'end');
    const minutesId = (await stage.session(convener, id)).minutes[0]?.id ?? '';
    const { points } = await stage.minutes(convener, minutesId);
    const [first, second, third] = [two, member, one].map(({ player }) => ({ speaker: player.name }));
    expect(points).toEqual([
      { ...first, text: '', item: 1, seconds: 50 },
      { ...second, text: '', item: 2, seconds: 90 },
      { ...third, text: '先装扶手', item: 2, seconds: 180 },
    ]);

    // Whoever is named says something, or is taken out, before anybody else reads it.
    await put(convener, minutesId, { points, revision: 0, dissent: [], noDissent: true });
    const circulate = () => convener.client.post(`/minutes/${minutesId}/circulate`);
    expect(await convener.client.refusal(circulate())).toMatchObject({ code: 'MINUTES.UNFINISHED' });
    const [, ...others] = points.map((speech) => ({ ...speech, text: speech.text || '同意这个办法' }));
    await put(convener, minutesId, { points: others, revision: 1, dissent: [], noDissent: true });
    expect((await stage.minutes(convener, minutesId)).points).toEqual(others);
    await convener.client.ok(circulate());
    const outOfPlace = { ...(await stage.content()), points: [{ speaker: '甲', text: '好', item: -1 }], revision: 2 };
    expect((await convener.client.refusal(convener.client.put(`/minutes/${minutesId}`, outOfPlace))).code).toBe(
      'REQUEST.INVALID',
    );
  });

  it('has hands that were counted in the room beside those of the phones', async () => {
    const live = new LiveStage(env);
    const { id, seated } = await live.open();
    const convener = await stage.convener();
    const [one, two, member] = seated;
    for (const { participantId } of [one, two]) {
      await convener.client.ok(convener.client.post(`/sessions/${id}/roll`, { participantId, present: true }));
    }
    const poll = await live.do(convener, id, 'polls', { question: '今年先装扶手' });
    await live.do(member.player, id, `polls/${poll.id}/votes`, { option: 0 });
    await live.do(convener, id, `polls/${poll.id}/room`, { counts: [1, 1, 0] });
    await stage.move(convener, id, 'end');
    const minutesId = (await stage.session(convener, id)).minutes[0]?.id ?? '';
    expect((await stage.minutes(convener, minutesId)).handShows).toMatchObject([
      {
        question: '今年先装扶手',
        options: [
          { label: '赞成', votes: 2, room: 1 },
          { label: '反对', votes: 1, room: 1 },
          { label: '弃权', votes: 0, room: 0 },
        ],
      },
    ]);
  });

  it('keeps every word of two who write at the same time, again and again', async () => {
    const { minutesId, convener, member } = await begun();
    const ROUNDS = 12;
    const write = async (who: Player, name: string) => {
      let [revision, mine]: [number, Awaited<ReturnType<Stage['content']>>] = [
        0,
        await stage.content({ points: [], situation: '' }),
      ];
      for (let round = 0; round < ROUNDS; round++) {
        const points = [...mine.points, speech(`${name}说的第${round}句话`)];
        const situation = `${mine.situation}${name}记第${round}条。`;
        const { body } = await who.client.put<MinutesSaved>(`/minutes/${minutesId}`, {
          ...mine,
          points,
          situation,
          revision,
        });
        const { content, revision: now } = await draft(who, minutesId);
        if (body.revision === undefined || content === null) throw new Error(JSON.stringify(body));
        revision = now;
        mine = { ...content, photos: [], revision };
      }
    };
    await Promise.all([write(convener, '甲'), write(member, '乙')]);
    const { points, situation } = await stage.minutes(convener, minutesId);
    const texts = points.map(({ text }) => text);
    for (const name of ['甲', '乙']) {
      for (let round = 0; round < ROUNDS; round++) {
        expect(texts).toContain(`${name}说的第${round}句话`);
        expect(situation).toContain(`${name}记第${round}条。`);
      }
    }
    expect(texts).toHaveLength(2 * ROUNDS);
  });
});
