import type { Created } from '@consult/shared';
import { DAY_MS } from '@consult/shared';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { messagesOf } from '../support/messages.js';
import { ScriptedChecks, topicOf, uploadPhoto, withOpenid } from '../support/moderation.js';
import { acceptedTopic, PLACE, topicInput } from '../support/topics.js';

describe.each(DATABASES)('what people are told of the watch over content on %s', (kind) => {
  let env: TestEnvironment;
  let checks: ScriptedChecks;
  let resident: Player;
  let other: Player;
  let convener: Player;

  beforeAll(async () => {
    env = await createTestEnvironment(kind, { logLevel: 'silent' });
    checks = new ScriptedChecks(env);
    await withOpenid(env, await env.cast.one('resident', PLACE.township));
  });
  afterAll(() => env.stop());
  beforeEach(async () => {
    checks.reset();
    env.clock.advance(DAY_MS);
    env.cast.forget();
    resident = await env.cast.one('resident', PLACE.township);
    other = await env.cast.one('resident', PLACE.township, 1);
    convener = await env.cast.one('convener', PLACE.township);
  });

  const told = async (who: Player, itemId: string) => {
    await env.work();
    await env.work();
    return messagesOf(who, itemId);
  };
  const refusedTopic = async () => {
    checks.text = () => ({ suggest: 'risky', label: 20003 });
    const input = topicInput();
    const { id } = await resident.client.ok(resident.client.post<Created>('/topics', input));
    await env.work();
    const checkId = (await topicOf(resident, id)).content?.checkId;
    const act = (player: Player, action: string, reason?: string) =>
      player.client.ok(player.client.post(`/moderation/checks/${checkId}/${action}`, { reason }));
    return { id, act, title: input.title };
  };

  it('says to the raiser what the machine refused and why, and once', async () => {
    const { id, title } = await refusedTopic();
    expect(await told(resident, id)).toMatchObject([
      {
        title: '内容没有通过审核',
        body: `“${title}”没有通过审核，大家暂时看不到。原因：可能含有辱骂他人的话。`,
        item: { kind: 'topic', id },
      },
    ]);
    expect(await told(convener, id)).toMatchObject([{ title: '有新议题待审核' }]);
  });

  it('says what came of an appeal, whichever way it went', async () => {
    const first = await refusedTopic();
    env.clock.advance(1000);
    await first.act(resident, 'appeal', '没有骂人');
    await first.act(convener, 'approve', '确实没有');
    expect((await told(resident, first.id))[0]).toMatchObject({
      title: '您的申诉通过了',
      body: expect.stringContaining('说明：确实没有。'),
    });
    const second = await refusedTopic();
    env.clock.advance(1000);
    await second.act(resident, 'appeal', '没有骂人');
    await second.act(convener, 'reject', '第二段有骂人的话');
    expect((await told(resident, second.id)).map(({ title }) => title)).toEqual([
      '您的申诉没有通过',
      '内容没有通过审核',
    ]);
  });

  it('says that the machine was overruled, and nothing of what simply passed', async () => {
    const { id, act } = await refusedTopic();
    env.clock.advance(1000);
    await act(convener, 'override', '反映的是民生问题');
    expect((await told(resident, id))[0]).toMatchObject({
      title: '内容改为审核通过',
      body: expect.stringContaining('说明：反映的是民生问题。'),
    });
    checks.text = () => ({ suggest: 'pass', label: 100 });
    const passed = await resident.client.ok(resident.client.post<Created>('/topics', topicInput()));
    expect(await told(resident, passed.id)).toEqual([]);
  });

  it('says which photo was refused', async () => {
    const input = topicInput({ photos: [await uploadPhoto(resident)] });
    const { id } = await resident.client.ok(resident.client.post<Created>('/topics', input));
    await env.work();
    await checks.push(checks.images[0]?.traceId ?? '', 'risky', { result: { suggest: 'risky', label: 20002 } });
    expect(await told(resident, id)).toMatchObject([
      { body: `“${input.title}”的照片没有通过审核，大家暂时看不到。原因：可能含有色情内容。` },
    ]);
  });

  it('says to every reporter what came of the reports', async () => {
    const { id } = await acceptedTopic(env.cast);
    const body = { kind: 'topic', itemId: id, category: 'privacy' };
    const mine = await resident.client.ok(resident.client.post<Created>('/reports', body));
    const theirs = await other.client.ok(other.client.post<Created>('/reports', body));
    env.clock.advance(1000);
    await convener.client.ok(convener.client.post(`/reports/${mine.id}/take-down`, { reason: '先撤下再改' }));
    for (const [who, report] of [
      [resident, mine],
      [other, theirs],
    ] as const) {
      expect(await told(who, report.id)).toMatchObject([
        {
          title: '您的举报有了结果',
          body: expect.stringMatching(/^您举报的“.+”经核实属实，已经撤下。答复：先撤下再改。$/),
          item: { kind: 'report', id: report.id },
        },
      ]);
    }
    expect((await told(resident, id))[0]).toMatchObject({ title: '内容暂不公开' });
  });

  it('says that a letter was taken up and answered', async () => {
    const body = { kind: 'suggestion', township: PLACE.townshipCode, text: '请在村口也贴一份计划' };
    const { id } = await resident.client.ok(resident.client.post<Created>('/feedback', body));
    await convener.client.ok(convener.client.post(`/feedback/${id}/take`));
    await env.work();
    env.clock.advance(1000);
    await convener.client.ok(convener.client.post(`/feedback/${id}/answer`, { answer: '已经贴上了' }));
    const messages = await told(resident, id);
    expect(messages.map(({ title }) => title)).toEqual(['投诉建议有了答复', '投诉建议已开始办理']);
    expect(messages[0]).toMatchObject({
      body: expect.stringMatching(/^您6月\d+日写的投诉建议有了答复：已经贴上了。$/),
    });
  });
});
