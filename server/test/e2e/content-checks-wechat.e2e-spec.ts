import { type CheckView, type Created, DAY_MS, MINUTE_MS, type Page, VERDICT_MINUTES } from '@consult/shared';
import type { Config } from '../../src/config/config.js';
import { CONFIG } from '../../src/config/config.module.js';
import { MediaVerdictEntity } from '../../src/moderation/moderation.entity.js';
import type { Player } from '../support/cast.js';
import { DATABASES } from '../support/environment.js';
import { topicOf, uploadPhoto, withOpenid } from '../support/moderation.js';
import { PLACE, topicInput } from '../support/topics.js';
import { createWechatEnvironment, type WechatEnvironment } from '../support/wechat.js';

const TEXT = '/wxa/msg_sec_check';
const IMAGE = '/wxa/media_check_async';
/** Within which an answer of the stand-in overtakes nothing. */
const SLOW_MS = 1_000;

describe.each(DATABASES)('the checks of content at WeChat, on %s', (kind) => {
  let env: WechatEnvironment;
  let resident: Player;
  let convener: Player;
  let openid: string;
  /** What earlier tests left behind in the stand-in. */
  let asked: Record<string, number>;
  let delivered: number;

  beforeAll(async () => {
    env = await createWechatEnvironment(kind, { logLevel: 'silent' });
    openid = await withOpenid(env, await env.cast.one('resident', PLACE.township), await env.wechat.activePerson());
  });
  afterAll(() => env.stop());
  beforeEach(async () => {
    Object.assign(env.app.get<Config>(CONFIG), { publicUrl: env.url });
    await env.wechat.noFaults();
    await env.wechat.callbacks({ hold: false, times: 1 });
    await env.wechat.active(openid);
    asked = { [TEXT]: (await env.wechat.calls(TEXT)).length, [IMAGE]: (await env.wechat.calls(IMAGE)).length };
    delivered = (await env.wechat.deliveries()).deliveries.length;
    // Quotas begin anew, and nobody raises more than twenty a day.
    env.clock.advance(DAY_MS);
    env.cast.forget();
    resident = await env.cast.one('resident', PLACE.township);
    convener = await env.cast.one('convener', PLACE.township);
  });

  const raise = async (over: Parameters<typeof topicInput>[0] = {}) =>
    (await resident.client.ok(resident.client.post<Created>('/topics', topicInput(over)))).id;
  const withPhotos = async (count: number) => {
    const photos: string[] = [];
    for (let i = 0; i < count; i += 1) photos.push(await uploadPhoto(resident));
    return { id: await raise({ photos }), photos };
  };
  const contentOf = async (id: string) => (await topicOf(resident, id)).content;
  const photosOf = async (id: string) => (await topicOf(resident, id)).photos.map(({ content }) => content ?? 'passed');
  const callsOf = async (path: string) => (await env.wechat.calls(path)).slice(asked[path]);
  const deliveriesOf = async () => (await env.wechat.deliveries()).deliveries.slice(delivered);
  const inQueue = async (ownerId: string) => {
    const path = `/moderation/checks?region=${PLACE.townshipCode}&state=in_review&limit=50`;
    const { items } = await convener.client.ok(convener.client.get<Page<CheckView>>(path));
    return items.find((check) => check.ownerId === ownerId);
  };
  /** Until WeChat has fetched so many photos and holds its verdicts, or has delivered them. */
  const verdicts = async (where: 'held' | 'delivered', count: number) => {
    for (;;) {
      const taken = (await deliveriesOf()).filter(({ answered }) => answered === 'success').length;
      if ((where === 'held' ? (await env.wechat.deliveries()).held : taken) >= count) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const take = async (count: number) => {
    await verdicts('held', count);
    await env.wechat.flush();
    await env.work();
  };

  it.each([
    ['改造旧锅炉房', { state: 'passed', finding: null, cause: null }],
    ['这里有待审词', { state: 'in_review', finding: '可能涉及时政敏感内容', cause: 'doubtful' }],
    ['这里有违规词', { state: 'refused', finding: '可能涉及违法犯罪', cause: null }],
  ])('follow what it finds in “%s”', async (suggestion, content) => {
    const id = await raise({ suggestion });
    await env.work();
    expect(await contentOf(id)).toMatchObject(content);
    expect(await callsOf(TEXT)).toEqual([0]);
  });

  it('go to a person when the raiser has not used the mini-program for two hours', async () => {
    await env.wechat.advance(3 * 60 * MINUTE_MS);
    const { id, photos } = await withPhotos(1);
    await env.work();
    expect(await contentOf(id)).toMatchObject({ state: 'in_review', cause: 'inactive' });
    expect(await inQueue(photos[0] ?? '')).toMatchObject({ cause: 'inactive' });
    expect(await callsOf(TEXT)).toEqual([61010]);
  });

  it.each([TEXT, IMAGE])('go to a person when the quota of %s is used up', async (path) => {
    await env.wechat.fault({ path, errcode: 45009 });
    const { id, photos } = await withPhotos(1);
    await env.work();
    expect(await inQueue(path === TEXT ? id : (photos[0] ?? ''))).toMatchObject({ cause: 'quota' });
  });

  it.each([
    ['the openid is refused', 40003, 1],
    ['no token ever works', 40001, 8],
  ])('go to a person when %s', async (_, errcode, times) => {
    await env.wechat.fault({ path: TEXT, errcode, times: 99 });
    const id = await raise();
    for (let i = 0; i < 4; i += 1) {
      await env.work();
      env.clock.advance(MINUTE_MS);
    }
    expect(await callsOf(TEXT)).toEqual(Array.from({ length: times }, () => errcode));
    expect(await contentOf(id)).toMatchObject({ state: 'in_review', cause: 'outage' });
  });

  it('are tried again after -1 and a broken connection', async () => {
    await env.wechat.fault({ path: TEXT, errcode: -1 });
    await env.wechat.fault({ path: TEXT, drop: true });
    const id = await raise();
    await env.work();
    expect(await contentOf(id)).toMatchObject({ state: 'passed' });
    expect(await callsOf(TEXT)).toEqual([-1, 0]);
  });

  it('go to a person when there is never an answer, and never show anything till then', async () => {
    await env.wechat.fault({ path: TEXT, errcode: -1, times: 99 });
    await env.wechat.fault({ path: IMAGE, drop: true, times: 99 });
    const { id, photos } = await withPhotos(1);
    for (let i = 0; i < 4; i += 1) {
      expect(await contentOf(id)).toMatchObject({ state: 'pending' });
      await env.work();
      env.clock.advance(MINUTE_MS);
    }
    expect(await contentOf(id)).toMatchObject({ state: 'in_review', cause: 'outage' });
    expect(await inQueue(photos[0] ?? '')).toMatchObject({ cause: 'outage' });
  }, 60_000);

  it('are tried again when an answer does not come in time', async () => {
    await env.wechat.fault({ path: TEXT, hang: true });
    const id = await raise();
    await env.work();
    expect(await contentOf(id)).toMatchObject({ state: 'passed' });
  }, 30_000);

  it('forget the answer about words that were changed before it came', async () => {
    const input = topicInput({ suggestion: '改造旧锅炉房' });
    const { id } = await resident.client.ok(resident.client.post<Created>('/topics', input));
    await convener.client.ok(convener.client.post(`/topics/${id}/return`, { reason: '请补充人数' }));
    await env.wechat.fault({ path: TEXT, delayMs: SLOW_MS, after: true });
    const working = env.work();
    while ((await callsOf(TEXT)).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const { submit: _, ...changed } = { ...input, suggestion: '这里有违规词' };
    await resident.client.ok(resident.client.put(`/topics/${id}`, changed));
    await working;
    expect(await contentOf(id)).toMatchObject({ state: 'pending', checkId: null });
    await resident.client.ok(resident.client.post(`/topics/${id}/submit`));
    await env.work();
    expect(await contentOf(id)).toMatchObject({ state: 'refused' });
  });

  it('look at each of several photos by itself, and take the verdicts late and twice', async () => {
    await env.wechat.callbacks({ hold: true, times: 2 });
    const { id, photos } = await withPhotos(3);
    await env.wechat.imageRule({ contains: photos[1] ?? '', suggest: 'risky', label: 20002 });
    await env.wechat.imageRule({ contains: photos[2] ?? '', suggest: 'review', label: 20001 });
    await env.work();
    await verdicts('held', 3);
    expect(await photosOf(id)).toEqual(['pending', 'pending', 'pending']);
    env.clock.advance((VERDICT_MINUTES - 1) * MINUTE_MS);
    await take(3);
    expect(await photosOf(id)).toEqual(['passed', 'refused', 'in_review']);
    expect(await inQueue(photos[2] ?? '')).toMatchObject({ cause: 'doubtful', finding: '可能涉及时政敏感内容' });
    await convener.client.ok(convener.client.post(`/topics/${id}/accept`));
    const { body } = await env.cast.visitor.get<{ photos: { id: string }[] }>(`/topics/${id}`);
    expect(body.photos.map((photo) => photo.id)).not.toContain(photos[1]);
  });

  it('take a verdict that overtakes the order of its photo', async () => {
    await env.wechat.fault({ path: IMAGE, delayMs: SLOW_MS, after: true });
    const { id } = await withPhotos(1);
    const ordering = env.work();
    await verdicts('delivered', 1);
    await env.work();
    const traceId = String((await deliveriesOf())[0]?.event.trace_id);
    const early = await env.database.read.findOneBy(MediaVerdictEntity, { traceId });
    expect(early).toMatchObject({ checkId: null, suggest: 'pass' });
    expect(await photosOf(id)).toEqual(['pending']);
    await ordering;
    expect(await photosOf(id)).toEqual(['passed']);
  });

  it('go to a person when the verdict is lost, and one that comes after that changes nothing', async () => {
    await env.wechat.callbacks({ hold: true });
    const { id, photos } = await withPhotos(1);
    await env.work();
    env.clock.advance(VERDICT_MINUTES * MINUTE_MS);
    await env.work();
    expect(await inQueue(photos[0] ?? '')).toMatchObject({ cause: 'late' });
    await take(1);
    expect(await photosOf(id)).toEqual(['in_review']);
    const checkId = (await inQueue(photos[0] ?? ''))?.checkId;
    await convener.client.ok(convener.client.post(`/moderation/checks/${checkId}/reject`, { reason: '看得见人脸' }));
    expect(await photosOf(id)).toEqual(['refused']);
  });

  it('go to a person when WeChat cannot fetch the photo', async () => {
    Object.assign(env.app.get<Config>(CONFIG), { publicUrl: 'http://127.0.0.1:9' });
    await env.wechat.callbacks({ hold: true });
    const { id, photos } = await withPhotos(1);
    await env.work();
    await take(1);
    expect(await inQueue(photos[0] ?? '')).toMatchObject({ cause: 'unreadable' });
    expect(await photosOf(id)).toEqual(['in_review']);
    expect((await deliveriesOf())[0]?.event).toMatchObject({
      errcode: -1008,
      FromUserName: openid,
    });
  });
});
