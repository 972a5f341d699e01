import type { SubscriptionCount, SubscriptionReport } from '@consult/shared';
import { MessageEntity, SubscriptionEntity } from '../../src/messages/message.entity.js';
import { MessageWriter } from '../../src/messages/message-writer.js';
import { IdentityEntity } from '../../src/people/person.entity.js';
import type { Player } from '../support/cast.js';
import { DATABASES } from '../support/environment.js';
import { joinWechat, TEMPLATES, templateId } from '../support/messages.js';
import { PLACE } from '../support/topics.js';
import { createWechatEnvironment, type WechatEnvironment } from '../support/wechat.js';

const SEND = '/cgi-bin/message/subscribe/send';

describe.each(DATABASES)('what people answer about subscription messages on %s', (kind) => {
  const [progress, todo] = [templateId('progress'), templateId('todo')];
  let env: WechatEnvironment;
  let resident: Player;
  let openid: string;
  beforeAll(async () => {
    env = await createWechatEnvironment(kind, { logLevel: 'silent', templates: TEMPLATES });
    resident = await env.cast.one('resident', PLACE.township);
  });
  afterAll(() => env.stop());
  beforeEach(async () => {
    const before = { provider: 'wechat', personId: resident.id };
    await env.database.write((db) => db.delete(IdentityEntity, before));
    openid = await joinWechat(env, resident.id);
  });

  const left = async (id: string, of = openid): Promise<number | undefined> =>
    (await env.database.read.findOneBy(SubscriptionEntity, { openid: of, templateId: id }))?.balance;
  const report = (...results: SubscriptionReport['results']) =>
    resident.client.post<SubscriptionCount>('/messages/subscriptions', { results });
  const tell = (...keys: string[]) =>
    env.database.write(async (db) => {
      for (const dedupeKey of keys) {
        const facts = { item: dedupeKey, status: '有新进展', time: '2026年6月3日 10:00', note: dedupeKey };
        const message = { dedupeKey, item: null, title: dedupeKey, body: '有进展。', template: 'progress' as const };
        await env.app.get(MessageWriter).write(db, { ...message, facts, at: env.clock.now() }, [resident.id]);
      }
    });
  const push = async (event: string, entry: Record<string, unknown>, more = {}) => {
    expect(await env.wechat.push({ FromUserName: openid, Event: event, List: entry, ...more })).toBe('success');
    await env.work();
  };

  it('is counted as the app reports it: a yes is one more, a no leaves none, what was not asked changes nothing', async () => {
    const yes = { templateId: progress, result: 'accept' as const };
    expect(await resident.client.ok(report(yes, { templateId: todo, result: 'filter' }))).toEqual({ counted: 2 });
    await resident.client.ok(report(yes));
    expect([await left(progress), await left(todo)]).toEqual([2, undefined]);
    await resident.client.ok(report({ templateId: progress, result: 'reject' }));
    expect(await left(progress)).toBe(0);
    expect(await resident.client.ok(report({ templateId: 'not-one-of-ours', result: 'accept' }))).toEqual({
      counted: 0,
    });
  });

  it('is counted once however often one report is sent', async () => {
    const body = { results: [{ templateId: progress, result: 'accept' }] };
    const send = () => resident.client.post('/messages/subscriptions', body, 'c0ffee00-0000-4000-8000-000000000001');
    await Promise.all([send(), send()]);
    await send();
    expect(await left(progress)).toBe(1);
  });

  it('is nothing of somebody who does not come through WeChat, refused in a wrong form, and asks who they are', async () => {
    const other = await env.cast.one('resident', PLACE.township, 1);
    const yes = { results: [{ templateId: progress, result: 'accept' }] };
    expect(await other.client.ok(other.client.post('/messages/subscriptions', yes))).toEqual({ counted: 0 });
    const wrong = { results: [{ templateId: progress, result: 'maybe' }] };
    expect(await resident.client.refusal(resident.client.post('/messages/subscriptions', wrong))).toMatchObject({
      status: 400,
      code: 'REQUEST.INVALID',
    });
    const { visitor } = env.cast;
    expect(await visitor.refusal(visitor.post('/messages/subscriptions', yes))).toMatchObject({ status: 401 });
  });

  it('is taken from WeChat’s own push: accepted in its box, refused in its settings', async () => {
    await push('subscribe_msg_popup_event', {
      TemplateId: progress,
      SubscribeStatusString: 'accept',
      PopupScene: '1',
    });
    expect(await left(progress)).toBe(1);
    // The app tells of the same yes.
    await resident.client.ok(report({ templateId: progress, result: 'accept' }));
    expect(await left(progress)).toBe(1);
    await push('subscribe_msg_change_event', { TemplateId: progress, SubscribeStatusString: 'reject' });
    expect(await left(progress)).toBe(0);
  });

  it('is not taken from a push that is not signed', async () => {
    const event = { FromUserName: openid, Event: 'subscribe_msg_popup_event', MsgType: 'event', CreateTime: 1 };
    const body = { ...event, List: { TemplateId: progress, SubscribeStatusString: 'accept' } };
    const query = new URLSearchParams({ signature: 'no', timestamp: '1', nonce: '1' });
    await fetch(`${env.url}/api/v1/wechat/push?${query}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    await env.work();
    expect(await left(progress)).toBeUndefined();
  });

  it('is empty once WeChat says that what it took was not delivered', async () => {
    await env.wechat.subscribe(openid, progress, 2);
    await resident.client.ok(report({ templateId: progress, result: 'accept' }));
    await resident.client.ok(report({ templateId: progress, result: 'accept' }));
    await tell('one');
    await env.work();
    const message = () => env.database.read.findOneByOrFail(MessageEntity, { personId: resident.id, dedupeKey: 'one' });
    const sent = await message();
    expect([sent.pushState, await left(progress)]).toEqual(['sent', 1]);
    const about = { TemplateId: progress, MsgID: sent.pushId };
    await push('subscribe_msg_sent_event', { ...about, ErrorCode: '0', ErrorStatus: 'success' });
    expect(await left(progress)).toBe(1);
    await push(
      'subscribe_msg_sent_event',
      { ...about, ErrorCode: '1', ErrorStatus: 'user refused' },
      { CreateTime: 2 },
    );
    expect([(await message()).pushState, await left(progress)]).toEqual(['unsubscribed', 0]);
  });

  it('rings in the order of what happened, one at a time, also after a refusal in the middle', async () => {
    const keys = Array.from({ length: 6 }, (_, index) => `第${index + 1}件`);
    await env.wechat.subscribe(openid, progress, keys.length);
    for (const _ of keys) await resident.client.ok(report({ templateId: progress, result: 'accept' }));
    // Two at once to one person would be refused.
    await env.wechat.sendingTakes(20);
    await tell(...keys);
    await env.wechat.fault({ path: SEND, errcode: -1, times: 3 });
    for (let round = 0; round < 6; round += 1) {
      await Promise.all([env.work(), env.work()]);
      env.clock.advance(60_000);
    }
    const sent = (await env.wechat.messages()).filter((one) => one.openid === openid);
    expect(sent.map(({ data }) => data.thing1?.value)).toEqual(keys);
    expect(await env.wechat.calls(SEND)).not.toContain(43108);
  });
});
