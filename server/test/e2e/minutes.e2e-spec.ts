import { type Created, DAY_MS, type MinutesSummary, type Page } from '@consult/shared';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Stage } from '../support/sessions.js';
import { PLACE } from '../support/topics.js';

describe.each(DATABASES)('minutes on %s', (kind) => {
  let env: TestEnvironment;
  let stage: Stage;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    stage = new Stage(env);
  });
  afterAll(() => env.stop());

  const published = async () => {
    const { visitor } = env.cast;
    return visitor.ok(visitor.get<Page<MinutesSummary>>(`/minutes?region=${PLACE.townshipCode}&limit=50`));
  };

  describe('the draft', () => {
    it('is filled with what is known, numbered in its township’s year, and shown to those who were there', async () => {
      const { minutesId, sessionId } = await stage.ended();
      const [convener, resident] = [await stage.convener(), await stage.resident()];
      const draft = await stage.minutes(convener, minutesId);
      expect(draft).toMatchObject({
        sessionId,
        number: `${PLACE.townshipCode}-2026-001`,
        version: 1,
        state: 'draft',
        format: 'micro',
        place: '沿西社区议事室',
        chair: convener.name,
        recorder: convener.name,
        programme: ['一、签到', '二、情况说明', '三、讨论协商'],
        questions: ['设施建在哪里', '钱从哪里来'],
        counts: [
          { category: 'member', expected: 1, present: 0 },
          { category: 'resident', expected: 2, present: 0 },
        ],
        revision: 0,
        canEdit: true,
        actions: ['circulate'],
      });
      expect(draft.topics).toHaveLength(1);
      const [participant] = (
        await convener.client.ok(
          convener.client.get<Page<{ id: string }>>(`/sessions/${sessionId}/participants?limit=1`),
        )
      ).items;
      const roll = { participantId: participant?.id, present: true };
      await convener.client.ok(convener.client.post(`/sessions/${sessionId}/roll`, roll));
      expect((await stage.minutes(convener, minutesId)).counts.reduce((n, c) => n + c.present, 0)).toBe(1);
      expect(await stage.minutes(resident, minutesId)).toMatchObject({ canEdit: false, canObject: false, actions: [] });
      expect((await env.cast.visitor.get(`/minutes/${minutesId}`)).status).toBe(404);
      const outsider = await stage.stranger();
      expect((await outsider.client.get(`/minutes/${minutesId}`)).status).toBe(404);

      const second = await stage.ended();
      expect(await stage.minutes(await stage.convener(), second.minutesId)).toMatchObject({
        number: `${PLACE.townshipCode}-2026-002`,
      });
    });

    it('takes only departments of the county or township', async () => {
      const { minutesId } = await stage.ended();
      const convener = await stage.convener();
      const { visitor } = env.cast;
      const [elsewhere] = await visitor.ok(visitor.get<Created[]>('/departments?region=419921'));
      const tasks = [await stage.task({ leadDepartmentId: elsewhere?.id ?? '' })];
      const answer = convener.client.put(`/minutes/${minutesId}`, await stage.content({ tasks }));
      expect(await convener.client.refusal(answer)).toMatchObject({ code: 'MINUTES.UNKNOWN_DEPARTMENT' });
    });

    it('holds the longest text of every section in four-byte characters', async () => {
      const { minutesId } = await stage.ended();
      const convener = await stage.convener();
      const long = (n: number) => '𠮷'.repeat(n);
      const lines = Array.from({ length: 30 }, () => long(480));
      const points = lines.map((text) => ({ speaker: long(40), text }));
      const tasks = await Promise.all(
        Array.from({ length: 20 }, () => stage.task({ what: long(200), funds: long(60) })),
      );
      const content = {
        situation: long(5000),
        points,
        departmentAnswers: points,
        consensus: lines,
        dissent: lines,
        tasks,
      };
      await stage.write(convener, minutesId, content);
      expect((await stage.minutes(convener, minutesId)).dissent).toEqual(lines);
      const tooMany = convener.client.put(
        `/minutes/${minutesId}`,
        await stage.content({ consensus: [...lines, '又一条'], revision: 1 }),
      );
      expect(await convener.client.refusal(tooMany)).toMatchObject({ code: 'REQUEST.INVALID' });
    });

    it('is not circulated while it says nothing, nor with a task due in the past, nor by anybody', async () => {
      const { minutesId } = await stage.ended();
      const [convener, resident] = [await stage.convener(), await stage.resident()];
      const circulate = () => convener.client.post(`/minutes/${minutesId}/circulate`);
      expect(await convener.client.refusal(circulate())).toMatchObject({ code: 'MINUTES.EMPTY' });
      await stage.write(convener, minutesId, { tasks: [await stage.task({ dueAt: stage.now - DAY_MS })] });
      expect(await convener.client.refusal(circulate())).toMatchObject({ code: 'MINUTES.PAST_DUE_DATE' });
      const byResident = resident.client.post(`/minutes/${minutesId}/circulate`);
      expect(await resident.client.refusal(byResident)).toMatchObject({ status: 403, code: 'AUTH.FORBIDDEN' });
      await stage.write(convener, minutesId, {
        revision: 1,
        tasks: [{ ...(await stage.task()), leadDepartmentId: '', dueAt: 0 }],
        points: [{ speaker: '', text: '谁说的还没记' }],
      });
      expect(await convener.client.refusal(circulate())).toMatchObject({
        code: 'MINUTES.UNFINISHED',
        details: { count: 2 },
      });
      await stage.write(convener, minutesId, { revision: 2, tasks: [], consensus: ['装路灯'], dissent: [] });
      expect(await convener.client.refusal(circulate())).toMatchObject({ code: 'MINUTES.DISSENT_UNSAID' });
      await stage.write(convener, minutesId, { revision: 3, tasks: [], consensus: [], dissent: ['费用由谁承担'] });
      await convener.client.ok(circulate());
      expect(await stage.minutes(convener, minutesId)).toMatchObject({ state: 'objection', conclusion: 'none' });
    });
  });

  describe('publication', () => {
    it('shows consensus and dissent to everyone and puts the session on record', async () => {
      const { minutesId, sessionId, topicId } = await stage.published();
      const { visitor } = env.cast;
      const seen = await visitor.ok(visitor.get<Record<string, unknown>>(`/minutes/${minutesId}`));
      expect(seen).toMatchObject({
        state: 'published',
        consensus: ['建在一号院闲置用房'],
        dissent: ['是否收费，意见不一'],
        objections: [],
        supersededBy: null,
        versions: [{ id: minutesId, version: 1 }],
        actions: [],
      });
      expect(await visitor.ok(visitor.get(`/sessions/${sessionId}`))).toMatchObject({
        state: 'recorded',
        minutes: [{ id: minutesId, conclusion: 'partial' }],
      });
      expect((await published()).items[0]).toMatchObject({ id: minutesId, version: 1, sessionId });
      const topic = await visitor.ok(visitor.get<{ timeline: { label: string }[] }>(`/topics/${topicId}`));
      expect(topic.timeline.map((entry) => entry.label)).toEqual(
        expect.arrayContaining(['召集协商', '送参会人核对', '核签完成', '发布会议纪要']),
      );
      const convener = await stage.convener();
      const write = convener.client.put(`/minutes/${minutesId}`, await stage.content({ revision: 1 }));
      expect(await convener.client.refusal(write)).toMatchObject({ code: 'MINUTES.NOT_EDITABLE' });
    });

    it('is corrected by a new version, while the old one stays readable', async () => {
      const { minutesId, sessionId } = await stage.published();
      const convener = await stage.convener();
      const correct = (id = minutesId) =>
        convener.client.post<Created>(`/minutes/${id}/correct`, { reason: '地点写错' });
      const { id: second } = await convener.client.ok(correct());
      expect(await convener.client.refusal(correct())).toMatchObject({ code: 'MINUTES.CORRECTION_OPEN' });
      expect(await stage.minutes(convener, second)).toMatchObject({
        version: 2,
        state: 'draft',
        revision: 0,
        consensus: ['建在一号院闲置用房'],
        number: (await stage.minutes(convener, minutesId)).number,
      });
      const { visitor } = env.cast;
      expect((await visitor.get(`/minutes/${second}`)).status).toBe(404);
      expect((await published()).items[0]).toMatchObject({ id: minutesId });

      await stage.write(convener, second, { consensus: ['建在二号院闲置用房'] });
      await convener.client.ok(convener.client.post(`/minutes/${second}/circulate`));
      await stage.signAll(second);
      const later = await stage.convener();
      await later.client.ok(later.client.post(`/minutes/${second}/publish`));
      expect(await visitor.ok(visitor.get(`/minutes/${minutesId}`))).toMatchObject({
        consensus: ['建在一号院闲置用房'],
        supersededBy: second,
        versions: [
          { id: second, version: 2 },
          { id: minutesId, version: 1 },
        ],
      });
      const list = (await published()).items.filter((item) => item.sessionId === sessionId);
      expect(list).toMatchObject([{ id: second, version: 2 }]);
      const again = later.client.post(`/minutes/${minutesId}/correct`, { reason: '还有一处' });
      expect(await later.client.refusal(again)).toMatchObject({ code: 'MINUTES.SUPERSEDED' });
    });

    it('keeps an earlier version’s photos when the correction drops one and adds another', async () => {
      const { minutesId } = await stage.ended();
      const convener = await stage.convener();
      const { default: sharp } = await import('sharp');
      const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#777' } })
        .jpeg()
        .toBuffer();
      const upload = async () => (await convener.client.upload<Created>('会场.jpg', picture)).body.id;
      const [one, two] = [await upload(), await upload()];
      await stage.write(convener, minutesId, { photos: [two, one] });
      await convener.client.ok(convener.client.post(`/minutes/${minutesId}/circulate`));
      await stage.signAll(minutesId);
      const later = await stage.convener();
      await later.client.ok(later.client.post(`/minutes/${minutesId}/publish`));
      const { id: second } = await later.client.ok(
        later.client.post<Created>(`/minutes/${minutesId}/correct`, { reason: '换一张照片' }),
      );
      const three = (await later.client.upload<Created>('会场.jpg', picture)).body.id;
      await stage.write(later, second, { photos: [three, two] });
      const photosOf = async (id: string) => (await stage.minutes(later, id)).photos.map((photo) => photo.id);
      expect(await photosOf(second)).toEqual([three, two]);
      expect(await photosOf(minutesId)).toEqual([two, one]);
    });
  });

  it('moves once when two people publish at the same moment', async () => {
    const { minutesId } = await stage.circulated();
    await stage.signAll(minutesId);
    const convener = await stage.convener();
    const answers = await Promise.all([1, 2].map(() => convener.client.post(`/minutes/${minutesId}/publish`)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });
});
