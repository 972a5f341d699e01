import { DAY_MS, MINUTE_MS } from '@consult/shared';
import { MessageEntity, SubscriptionEntity } from '../../src/messages/message.entity.js';
import { SubscriptionLedger } from '../../src/messages/subscription-ledger.js';
import { DATABASES } from '../support/environment.js';
import { joinWechat, TEMPLATES, templateId } from '../support/messages.js';
import { PLACE, topicInput } from '../support/topics.js';
import { createWechatEnvironment, type WechatEnvironment } from '../support/wechat.js';

const SEND = '/cgi-bin/message/subscribe/send';

describe.each(DATABASES)('subscription messages on %s', (kind) => {
  let env: WechatEnvironment;
  let openid: string;
  const todo = templateId('todo');
  beforeAll(async () => {
    env = await createWechatEnvironment(kind, { logLevel: 'silent', templates: TEMPLATES });
    openid = await joinWechat(env, (await env.cast.one('convener', PLACE.township)).id);
  });
  afterAll(() => env.stop());
  afterEach(() => env.wechat.noFaults());

  const ledger = async () =>
    (await env.database.read.findOneBy(SubscriptionEntity, { openid, templateId: todo }))?.balance ?? 0;
  /** The convener says yes, once, in the app. */
  const accept = async () => {
    await env.wechat.subscribe(openid, todo);
    await env.database.write((db) =>
      env.app.get(SubscriptionLedger).accept(db, { openid, templateId: todo }, 'client', env.clock.now()),
    );
  };
  /** Something that the convener is told of. @returns how its sending stands */
  const told = async () => {
    const { client } = await env.cast.one('resident', PLACE.township);
    const { id } = await client.ok(client.post<{ id: string }>('/topics', topicInput()));
    await env.work();
    return async () =>
      (await env.database.read.findOneBy(MessageEntity, { itemId: id, title: '有新议题待审核' }))?.pushState;
  };

  it('ring once for each yes, and say what fits their fields', async () => {
    await accept();
    const before = (await env.wechat.messages()).length;
    expect(await (await told())()).toBe('sent');
    expect(await (await told())()).toBeNull();
    const sent = (await env.wechat.messages()).slice(before);
    expect(sent).toMatchObject([{ openid, templateId: todo, data: { thing2: { value: '审核议题' } } }]);
    expect(await ledger()).toBe(0);
  });

  it('stop at a no of which only WeChat knew', async () => {
    await accept();
    await accept();
    await env.wechat.unsubscribe(openid, todo);
    expect(await (await told())()).toBe('unsubscribed');
    expect(await ledger()).toBe(0);
  });

  it.each([-1, 43108])('are tried again after %s, and sent once', async (errcode) => {
    await accept();
    await env.wechat.fault({ path: SEND, errcode, times: 3 });
    const before = (await env.wechat.messages()).length;
    const state = await told();
    expect(await state()).toBe('waiting');
    expect(await ledger()).toBe(1);
    env.clock.advance(MINUTE_MS);
    await env.work();
    expect(await state()).toBe('sent');
    expect((await env.wechat.messages()).length).toBe(before + 1);
  });

  it.each([47003, 45168, 40037, 41030])('are given up at %s, without using a yes up', async (errcode) => {
    await accept();
    const had = await ledger();
    await env.wechat.fault({ path: SEND, errcode });
    expect(await (await told())()).toBe('failed');
    expect(await ledger()).toBe(had);
  });

  it('are not sent again when the answer was lost', async () => {
    await accept();
    const before = (await env.wechat.messages()).length;
    await env.wechat.fault({ path: SEND, status: 502, after: true });
    const state = await told();
    env.clock.advance(DAY_MS);
    env.cast.forget();
    await env.work();
    expect(await state()).toBe('unknown');
    expect((await env.wechat.messages()).length).toBe(before + 1);
  });

  it('count a yes once that both the app and WeChat tell of, and never spend one twice', async () => {
    const key = { openid: 'nobody-else', templateId: todo };
    const book = env.app.get(SubscriptionLedger);
    const say = (source: 'client' | 'wechat') =>
      env.database.write((db) => book.accept(db, key, source, env.clock.now()));
    await Promise.all([say('client'), say('wechat')]);
    const spent = await Promise.all(Array.from({ length: 4 }, () => env.database.write((db) => book.spend(db, key))));
    expect(spent.filter(Boolean)).toHaveLength(1);
  });
});
