import type { Created, MinutesComparison, MinutesDetail, MinutesVerification } from '@consult/shared';
import { checkMinutes } from '../../src/minutes/check-minutes.js';
import { MinutesEntity } from '../../src/minutes/minutes.entity.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Stage } from '../support/sessions.js';

describe.each(DATABASES)('published minutes on %s', (kind) => {
  let env: TestEnvironment;
  let stage: Stage;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    stage = new Stage(env);
  });
  afterAll(() => env.stop());

  const verify = (code: string) => {
    const { visitor } = env.cast;
    return visitor.ok(visitor.get<MinutesVerification>(`/minutes/verify/${code}`));
  };
  const shown = async (id: string) => {
    const { visitor } = env.cast;
    return visitor.ok(visitor.get<MinutesDetail>(`/minutes/${id}`));
  };
  const sealOf = async (id: string) => {
    const { seal } = await shown(id);
    if (seal === null) throw new Error('not sealed');
    return seal;
  };
  /** A second version, published. */
  const corrected = async (minutesId: string) => {
    const convener = await stage.convener();
    const { id } = await convener.client.ok(
      convener.client.post<Created>(`/minutes/${minutesId}/correct`, { reason: '地点写错' }),
    );
    await stage.write(convener, id, {
      situation: '沿西社区二号院六十岁以上老人占三成。',
      dissent: [],
      noDissent: true,
    });
    await convener.client.ok(convener.client.post(`/minutes/${id}/circulate`));
    await stage.signAll(id);
    const again = await stage.convener();
    await again.client.ok(again.client.post(`/minutes/${id}/publish`));
    return id;
  };

  it('are told to be genuine by their code, each version by its own, which leads to the one in force', async () => {
    const { minutesId } = await stage.circulated();
    expect((await stage.minutes(await stage.convener(), minutesId)).seal).toBeNull();
    await stage.signAll(minutesId);
    const convener = await stage.convener();
    await convener.client.ok(convener.client.post(`/minutes/${minutesId}/publish`));
    const first = await sealOf(minutesId);
    expect(first).toMatchObject({ previousDigest: null, code: first.digest.slice(0, 16) });
    expect(first.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await verify(first.code)).toMatchObject({ id: minutesId, version: 1, genuine: true, supersededBy: null });

    const secondId = await corrected(minutesId);
    const second = await sealOf(secondId);
    expect(second.previousDigest).toBe(first.digest);
    expect(await verify(first.code)).toMatchObject({
      id: minutesId,
      genuine: true,
      supersededBy: { id: secondId, version: 2, code: second.code },
    });
    expect(await verify(second.code)).toMatchObject({ id: secondId, version: 2, genuine: true, supersededBy: null });
  });

  it('are not found by a code that nobody has, nor by what can be none', async () => {
    const { visitor } = env.cast;
    expect((await visitor.get('/minutes/verify/0000000000000000')).status).toBe(404);
    expect((await visitor.get('/minutes/verify/not-a-code')).status).toBe(400);
  });

  it('betray every change that was made to them in the database', async () => {
    const { minutesId } = await stage.published();
    const { code } = await sealOf(minutesId);
    const db = env.database.read;
    const row = await db.findOneBy(MinutesEntity, { id: minutesId });
    if (row === null) throw new Error('no such minutes');
    const brokenNow = async () => (await checkMinutes(db)).broken.filter(({ id }) => id === minutesId);
    expect(await brokenNow()).toEqual([]);
    const put = (columns: Partial<MinutesEntity>) =>
      env.database.write((writer) => writer.update(MinutesEntity, { id: minutesId }, columns));
    const changes: Partial<MinutesEntity>[] = [
      { situation: `${row.situation.slice(0, -1)}！` },
      { dissent: [] },
      { noDissent: true },
      { consensus: [...row.consensus, '后来加的'] },
      { tasks: row.tasks.map((task) => ({ ...task, dueAt: task.dueAt + 1 })) },
      { counts: row.counts.map((count) => ({ ...count, present: count.present + 1 })) },
      { heldAt: row.heldAt + 1 },
      { publishedAt: (row.publishedAt ?? 0) + 1 },
      { place: '别处' },
      { handShows: [{ question: '装不装', options: [{ label: '赞成', votes: 9 }], at: 1 }] },
      { digest: row.digest?.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) ?? null },
    ];
    for (const change of changes) {
      await put(change);
      expect(await brokenNow()).toMatchObject([{ why: 'changed' }]);
      expect((await verify(code)).genuine).toBe(false);
      await put(row);
    }
    expect(await brokenNow()).toEqual([]);
    expect((await verify(code)).genuine).toBe(true);
  });

  it('betray a version whose predecessor was exchanged together with its digest', async () => {
    const { minutesId } = await stage.published();
    const secondId = await corrected(minutesId);
    const { code } = await sealOf(secondId);
    await env.database.write((db) => db.update(MinutesEntity, { id: minutesId }, { digest: 'f'.repeat(64) }));
    expect((await checkMinutes(env.database.read)).broken).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: secondId, why: 'chain' })]),
    );
    expect((await verify(code)).genuine).toBe(false);
  });

  it('are compared word by word, from the earlier version to the later', async () => {
    const { minutesId } = await stage.published();
    const secondId = await corrected(minutesId);
    const { visitor } = env.cast;
    const compared = await visitor.ok(visitor.get<MinutesComparison>(`/minutes/${secondId}/compare/${minutesId}`));
    expect(compared).toMatchObject({ older: { id: minutesId, version: 1 }, newer: { id: secondId, version: 2 } });
    const sections = new Map(compared.sections.map((section) => [section.title, section]));
    expect(sections.get('情况说明')).toEqual({
      title: '情况说明',
      changed: true,
      parts: [
        { kind: 'same', text: '沿西社区' },
        { kind: 'removed', text: '一号' },
        { kind: 'added', text: '二号' },
        { kind: 'same', text: '院六十岁以上老人占三成。' },
      ],
    });
    expect(sections.get('达成的共识')?.changed).toBe(false);
    expect(sections.get('保留意见')?.parts.some(({ kind, text }) => kind === 'added' && text.includes('无'))).toBe(
      true,
    );
    const other = await stage.published();
    const strange = visitor.get(`/minutes/${secondId}/compare/${other.minutesId}`);
    expect(await visitor.refusal(strange)).toMatchObject({ code: 'MINUTES.OTHER_SESSION' });
  });

  it('of a session that agreed on nothing say so and offer the next steps to who may take them', async () => {
    const { minutesId, topicId } = await stage.ended();
    const convener = await stage.convener();
    await stage.write(convener, minutesId, { consensus: [], tasks: [], dissent: ['由谁出钱，意见不一'] });
    await convener.client.ok(convener.client.post(`/minutes/${minutesId}/circulate`));
    await stage.signAll(minutesId);
    const later = await stage.convener();
    await later.client.ok(later.client.post(`/minutes/${minutesId}/publish`));
    const { conclusion, afterNoConsensus } = await stage.minutes(later, minutesId);
    expect(conclusion).toBe('none');
    expect(afterNoConsensus.map(({ step }) => step)).toEqual(['opinion_round', 'send_up']);
    expect((await shown(minutesId)).afterNoConsensus).toEqual([]);

    const up = afterNoConsensus.find((step) => step.step === 'send_up');
    const body = { summary: '各方没有谈拢，留待以后。', suggestions: [], tasks: [], revision: 0 };
    const outcome = `/outcomes/${up?.step === 'send_up' ? up.outcomeId : ''}`;
    await later.client.ok(later.client.put(outcome, body));
    await later.client.ok(later.client.post(`${outcome}/publish`));
    await later.client.ok(later.client.post(`${outcome}/assign-directly`));
    expect((await stage.minutes(later, minutesId)).afterNoConsensus).toEqual([
      { step: 'session', topicIds: [topicId] },
      { step: 'opinion_round', topicId },
      { step: 'close', topicId },
    ]);
  });
});
