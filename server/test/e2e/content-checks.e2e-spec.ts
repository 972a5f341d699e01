import {
  type CheckView,
  type Created,
  MINUTE_MS,
  type Page,
  type TopicDetail,
  TRACE_DAYS,
  VERDICT_MINUTES,
} from '@consult/shared';
import { ContentCheckEntity, ModerationEventEntity } from '../../src/moderation/moderation.entity.js';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { ScriptedChecks, topicOf, uploadPhoto, withOpenid } from '../support/moderation.js';
import { PLACE, topicInput } from '../support/topics.js';

describe.each(DATABASES)('the checks of content on %s', (kind) => {
  let env: TestEnvironment;
  let checks: ScriptedChecks;
  let resident: Player;
  let convener: Player;

  beforeAll(async () => {
    env = await createTestEnvironment(kind, { logLevel: 'silent' });
    checks = new ScriptedChecks(env);
    await withOpenid(env, await env.cast.one('resident', PLACE.township));
    await people();
  });
  afterAll(() => env.stop());
  beforeEach(() => {
    checks.reset();
    // Nobody raises more than twenty a day.
    return later(25 * 60);
  });

  async function people(): Promise<void> {
    resident = await env.cast.one('resident', PLACE.township);
    convener = await env.cast.one('convener', PLACE.township);
  }

  async function later(minutes: number): Promise<void> {
    env.clock.advance(minutes * MINUTE_MS);
    env.cast.forget();
    await people();
  }

  const raise = async (over: Parameters<typeof topicInput>[0] = {}) =>
    (await resident.client.ok(resident.client.post<Created>('/topics', topicInput(over)))).id;
  const checked = async (over: Parameters<typeof topicInput>[0] = {}) => {
    const id = await raise(over);
    await env.work();
    return id;
  };
  const contentOf = async (id: string) => (await topicOf(resident, id)).content;
  const queue = async (state = 'in_review'): Promise<CheckView[]> => {
    const path = `/moderation/checks?region=${PLACE.townshipCode}&state=${state}&limit=50`;
    return (await convener.client.ok(convener.client.get<Page<CheckView>>(path))).items;
  };
  const inQueue = async (ownerId: string) => (await queue()).find((check) => check.ownerId === ownerId);
  const act = (player: Player, id: string | null | undefined, action: string, reason?: string) =>
    player.client.post(`/moderation/checks/${id}/${action}`, reason === undefined ? {} : { reason });

  it('ask WeChat with the openid, as a forum, and let pass what it finds nothing in', async () => {
    const id = await raise({ suggestion: '改造旧锅炉房' });
    expect(await contentOf(id)).toMatchObject({ state: 'pending', finding: null });
    await env.work();
    expect(checks.texts).toEqual([
      { openid: `o-${resident.id}`, scene: 3, content: expect.stringMatching(/^沿西社区[\s\S]*建议：改造旧锅炉房$/) },
    ]);
    expect(await contentOf(id)).toMatchObject({ state: 'passed', actions: [] });
  });

  it('do not let a topic be seen that has only passed: it is not accepted yet', async () => {
    const id = await checked();
    expect((await env.cast.visitor.get(`/topics/${id}`)).status).toBe(404);
  });

  it('look at long text in parts, and one risky part is enough', async () => {
    checks.text = ({ content }) =>
      content.includes('卖假药') ? { suggest: 'risky', label: 20008 } : { suggest: 'pass', label: 100 };
    const id = await checked({ description: `${'一'.repeat(1990)}卖假药`, suggestion: '二'.repeat(1000) });
    expect(checks.texts.length).toBeGreaterThan(0);
    for (const { content } of checks.texts) expect([...content].length).toBeLessThanOrEqual(2500);
    expect(await contentOf(id)).toMatchObject({ state: 'refused', finding: '可能涉及欺诈' });
  });

  it('send to a person what WeChat doubts', async () => {
    checks.text = () => ({ suggest: 'review', label: 20001 });
    const id = await checked();
    expect(await inQueue(id)).toMatchObject({
      cause: 'doubtful',
      finding: '可能涉及时政敏感内容',
      authorName: resident.name,
    });
    await convener.client.ok(act(convener, (await inQueue(id))?.checkId, 'approve'));
    expect(await contentOf(id)).toMatchObject({ state: 'passed' });
    expect(await inQueue(id)).toBeUndefined();
  });

  it('send to a person what four tries brought no answer to', async () => {
    checks.fails(new Error('unexpected'));
    const id = await checked();
    for (let i = 1; i < 4; i += 1) {
      expect(await contentOf(id)).toMatchObject({ state: 'pending' });
      env.clock.advance(MINUTE_MS);
      await env.work();
    }
    expect(checks.texts).toHaveLength(4);
    expect(await contentOf(id)).toMatchObject({ state: 'in_review', cause: 'outage' });
  });

  it('send to a person what somebody wrote who did not come from WeChat', async () => {
    const other = await env.cast.one('resident', PLACE.township, 1);
    const { id } = await other.client.ok(other.client.post<Created>('/topics', topicInput()));
    await env.work();
    expect(checks.texts).toEqual([]);
    expect(await inQueue(id)).toMatchObject({ cause: 'no_openid' });
  });

  it('tell the raiser why it was refused, who changes it and is checked anew', async () => {
    checks.text = ({ content }) =>
      content.includes('骂人') ? { suggest: 'risky', label: 20003 } : { suggest: 'pass', label: 100 };
    const input = topicInput({ description: '这里写了一句骂人的话，请大家评评理。' });
    const { id } = await resident.client.ok(resident.client.post<Created>('/topics', input));
    await env.work();
    const refused = await contentOf(id);
    expect(refused).toMatchObject({ state: 'refused', finding: '可能含有辱骂他人的话', actions: ['appeal'] });
    expect(await convener.client.refusal(convener.client.post(`/topics/${id}/accept`))).toMatchObject({
      status: 409,
      code: 'CONTENT.REFUSED',
    });
    const { submit: _, ...mended } = { ...input, description: '这里换了一句平和的话，请大家评评理。' };
    await resident.client.ok(resident.client.put(`/topics/${id}`, mended));
    expect(await contentOf(id)).toMatchObject({ state: 'pending' });
    await env.work();
    expect(await contentOf(id)).toMatchObject({ state: 'passed' });
    expect((await act(resident, refused?.checkId, 'appeal', '没有骂人')).status).toBe(409);
  });

  it('are appealed by their author alone, and decided by a person', async () => {
    checks.text = () => ({ suggest: 'risky', label: 20001 });
    const id = await checked();
    const { checkId } = (await contentOf(id)) ?? {};
    const other = await env.cast.one('resident', PLACE.township, 1);
    expect((await act(other, checkId, 'appeal', '我也觉得不对')).status).toBe(404);
    expect((await act(convener, checkId, 'appeal', '我替他说')).status).toBe(404);
    await resident.client.ok(act(resident, checkId, 'appeal', '说的是修路，不是时政'));
    expect(await inQueue(id)).toMatchObject({ cause: 'appeal', appeal: '说的是修路，不是时政' });
    await convener.client.ok(act(convener, checkId, 'approve'));
    await convener.client.ok(convener.client.post(`/topics/${id}/accept`));
    const detail = await convener.client.ok(
      convener.client.get<{ history: { action: string; by: string }[] }>(`/moderation/checks/${checkId}`),
    );
    expect(detail.history.map(({ action, by }) => [action, by])).toEqual([
      ['refuse', '系统'],
      ['appeal', `提出人 ${resident.name}`],
      ['approve', `召集人 ${convener.name}`],
    ]);
  });

  it('are overridden with a reason where the machine is wrong, and then the topic can be accepted', async () => {
    checks.text = () => ({ suggest: 'risky', label: 20001 });
    const id = await checked();
    const checkId = (await contentOf(id))?.checkId;
    expect((await act(convener, checkId, 'override')).status).toBe(400);
    await convener.client.ok(act(convener, checkId, 'override', '反映的是道路，不涉时政'));
    await convener.client.ok(convener.client.post(`/topics/${id}/accept`));
    expect((await env.cast.visitor.get(`/topics/${id}`)).status).toBe(200);
  });

  it('are decided by the convener who accepts what was still open, and a late answer changes nothing', async () => {
    const id = await raise();
    await convener.client.ok(convener.client.post(`/topics/${id}/accept`));
    checks.text = () => ({ suggest: 'risky', label: 20002 });
    await env.work();
    expect(checks.texts).toEqual([]);
    expect(await contentOf(id)).toMatchObject({ state: 'passed' });
    expect((await env.cast.visitor.get(`/topics/${id}`)).status).toBe(200);
  });

  it('forget the answer to a text that was changed meanwhile', async () => {
    const input = topicInput();
    const { id } = await resident.client.ok(resident.client.post<Created>('/topics', input));
    await convener.client.ok(convener.client.post(`/topics/${id}/return`, { reason: '请补充人数' }));
    checks.text = () => ({ suggest: 'risky', label: 20002 });
    const { submit: _, ...mended } = { ...input, affected: '三百多户' };
    await resident.client.ok(resident.client.put(`/topics/${id}`, mended));
    await env.work();
    expect(checks.texts).toEqual([]);
    expect(await contentOf(id)).toMatchObject({ checkId: null, state: 'pending' });
    checks.text = () => ({ suggest: 'pass', label: 100 });
    await resident.client.ok(resident.client.post(`/topics/${id}/submit`));
    await env.work();
    expect(checks.texts[0]?.content).toContain('三百多户');
    expect(await contentOf(id)).toMatchObject({ state: 'passed' });
  });

  it('forget the answer to a text that was changed while it was asked about', async () => {
    const input = topicInput();
    const { id } = await resident.client.ok(resident.client.post<Created>('/topics', input));
    await convener.client.ok(convener.client.post(`/topics/${id}/return`, { reason: '请补充人数' }));
    const { submit: _, ...mended } = { ...input, affected: '五百多户' };
    checks.text = async () => {
      await resident.client.ok(resident.client.put(`/topics/${id}`, mended));
      return { suggest: 'pass', label: 100 };
    };
    await env.work();
    expect(checks.texts).toHaveLength(1);
    expect(await contentOf(id)).toMatchObject({ state: 'pending', checkId: null });
  });

  it.each(['pass', 'risky'] as const)('never take the answer “%s” to old words for one to new words', async (old) => {
    const input = topicInput();
    const { id } = await resident.client.ok(resident.client.post<Created>('/topics', input));
    await convener.client.ok(convener.client.post(`/topics/${id}/return`, { reason: '请补充人数' }));
    const { submit: _, ...mended } = { ...input, affected: '五百多户' };
    const seen: unknown[] = [];
    checks.text = async ({ content }) => {
      if (content.includes('五百多户')) {
        seen.push((await contentOf(id))?.state);
        return { suggest: 'review', label: 20001 };
      }
      await resident.client.ok(resident.client.put(`/topics/${id}`, mended));
      await resident.client.ok(resident.client.post(`/topics/${id}/submit`));
      return { suggest: old, label: 100 };
    };
    await env.work();
    expect(seen).toEqual(['pending']);
    expect(await contentOf(id)).toMatchObject({ state: 'in_review' });
    expect(await convener.client.ok(convener.client.get(`/topics/${id}`))).toMatchObject({
      content: { state: 'in_review', cause: 'doubtful' },
    });
  });

  it('keep the words for half a year after they were decided, and then who decided alone', async () => {
    const input = topicInput();
    const { id } = await resident.client.ok(resident.client.post<Created>('/topics', input));
    await env.work();
    await convener.client.ok(convener.client.post(`/topics/${id}/return`, { reason: '请补充人数' }));
    const { submit: _, ...mended } = { ...input, affected: '五百多户' };
    await resident.client.ok(resident.client.put(`/topics/${id}`, mended));
    await resident.client.ok(resident.client.post(`/topics/${id}/submit`));
    await env.work();
    const open = await checked();
    await env.database.write((db) =>
      db.update(ContentCheckEntity, { ownerId: open }, { state: 'in_review', textUntil: null }),
    );
    const texts = async (ownerId: string) =>
      (await env.database.read.find(ContentCheckEntity, { where: { ownerId }, order: { id: 'ASC' } })).map(
        ({ text }) => text !== '',
      );
    await later(TRACE_DAYS * 24 * 60 - 1);
    await env.work();
    expect(await texts(id)).toEqual([true, true]);
    await later(24 * 60 + 1);
    await env.work();
    expect(await texts(id)).toEqual([false]);
    expect(await contentOf(id)).toMatchObject({ state: 'passed' });
    expect(await texts(open)).toEqual([true]);
    const events = await env.database.read.findBy(ModerationEventEntity, { subject: 'content', action: 'pass' });
    expect(events.length).toBeGreaterThan(1);
  });

  it('of what was declined wait for nobody', async () => {
    checks.text = () => ({ suggest: 'review', label: 20001 });
    const id = await checked();
    expect(await inQueue(id)).toBeDefined();
    await convener.client.ok(
      convener.client.post(`/topics/${id}/decline`, { reason: '请拨打热线', redirect: 'hotline' }),
    );
    expect(await inQueue(id)).toBeUndefined();
  });

  it('are not for another township’s convener', async () => {
    checks.text = () => ({ suggest: 'review', label: 20001 });
    const id = await checked();
    const checkId = (await inQueue(id))?.checkId;
    const stranger = await env.cast.one('convener', '曙光街道');
    expect((await stranger.client.get(`/moderation/checks/${checkId}`)).status).toBe(404);
    expect((await act(stranger, checkId, 'approve')).status).toBe(404);
    const path = `/moderation/checks?region=${PLACE.townshipCode}&state=in_review`;
    expect((await stranger.client.get(path)).status).toBe(403);
  });

  describe('of photos', () => {
    const photoOf = async (over: Partial<{ accept: boolean }> = {}) => {
      const photo = await uploadPhoto(resident);
      const id = await checked({ photos: [photo] });
      if (over.accept) await convener.client.ok(convener.client.post(`/topics/${id}/accept`));
      return { id, photo, traceId: checks.images[0]?.traceId ?? '' };
    };
    const opens = async (url = '') => {
      const answer = await fetch(url);
      await answer.arrayBuffer();
      return answer.status;
    };
    const stateOf = async (id: string) => (await topicOf(resident, id)).photos[0]?.content ?? 'passed';

    it('give WeChat an address that opens without signing in, and wait for the push', async () => {
      const { id, traceId } = await photoOf();
      const [order] = checks.images;
      expect(order).toMatchObject({ openid: `o-${resident.id}`, scene: 3 });
      expect(await opens(order?.url)).toBe(200);
      env.clock.advance(VERDICT_MINUTES * MINUTE_MS - 1);
      expect(await opens(order?.url)).toBe(200);
      expect(await stateOf(id)).toBe('pending');
      await checks.push(traceId, 'pass');
      expect(await stateOf(id)).toBe('passed');
    });

    it('count the first of doubled verdicts', async () => {
      const { id, traceId } = await photoOf();
      await Promise.all([checks.push(traceId, 'risky'), checks.push(traceId, 'risky')]);
      await checks.push(traceId, 'pass');
      expect(await stateOf(id)).toBe('refused');
    });

    it('go to a person where the answer is of an older version', async () => {
      const { photo, traceId } = await photoOf();
      await checks.push(traceId, 'pass', { result: undefined, isrisky: 0 });
      expect(await inQueue(photo)).toMatchObject({ cause: 'unreadable', photo: { id: photo } });
    });

    it('hide a refused photo of a public topic from everyone but its raiser and those who handle it', async () => {
      const { id, photo, traceId } = await photoOf();
      await checks.push(traceId, 'risky');
      await convener.client.ok(convener.client.post(`/topics/${id}/accept`));
      const { body } = await env.cast.visitor.get<TopicDetail>(`/topics/${id}`);
      expect(body.photos).toEqual([]);
      expect((await env.cast.visitor.get(`/attachments/${photo}/full`)).status).toBe(404);
      expect((await topicOf(convener, id)).photos).toMatchObject([{ id: photo, content: 'refused' }]);
      expect((await convener.client.get(`/attachments/${photo}/full`)).status).toBe(200);
    });

    it('are settled by the acceptance of their topic', async () => {
      const { id, traceId } = await photoOf({ accept: true });
      await checks.push(traceId, 'risky');
      const { body } = await env.cast.visitor.get<TopicDetail>(`/topics/${id}`);
      expect(body.photos).toHaveLength(1);
      expect(await opens(`${env.url}${body.photos[0]?.url}`)).toBe(200);
    });
  });
});
