import {
  type AttachmentView,
  type CheckView,
  type Created,
  type Me,
  type MyData,
  type Page,
  type TopicDetail,
} from '@consult/shared';
import { photoKey } from '../../src/attachments/photo-files.js';
import { PHOTO_STORE, type PhotoStore } from '../../src/attachments/photo-store.js';
import type { Client } from '../support/client.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { ScriptedChecks } from '../support/moderation.js';
import { plainPhoto } from '../support/pictures.js';
import { PLACE, topicInput } from '../support/topics.js';
import { consentToAll, fakeWechat, settledPerson, wechatPerson } from '../support/wechat-person.js';

const TOWNSHIP = PLACE.townshipCode;

describe.each(DATABASES)('what people are called and look like on %s', (kind) => {
  let env: TestEnvironment;
  let checks: ScriptedChecks;
  let people = 0;
  beforeAll(async () => {
    env = await createTestEnvironment(kind, { logLevel: 'silent' });
    fakeWechat(env);
    checks = new ScriptedChecks(env);
  });
  afterAll(() => env.stop());
  beforeEach(() => checks.reset());

  async function newcomer() {
    people += 1;
    return settledPerson(env, `openid-profile-${people}`, TOWNSHIP, `1350000${String(people).padStart(4, '0')}`);
  }
  const me = (client: Client) => client.ok(client.get<Me>('/me'));
  const rename = (client: Client, name: string) => client.put<Me>('/me', { name });
  const upload = async (client: Client) =>
    (await client.ok(client.upload<AttachmentView>('me.jpg', await plainPhoto('jpeg')))).id;
  const queue = async (ownerId: string) => {
    const convener = await env.cast.one('convener', PLACE.township);
    const path = `/moderation/checks?region=${TOWNSHIP}&state=in_review&limit=50`;
    const { items } = await convener.client.ok(convener.client.get<Page<CheckView>>(path));
    return { convener, check: items.find((check) => check.ownerId === ownerId) };
  };
  const leave = (client: Client, more = '') => client.delete(`/me?confirm=${encodeURIComponent('注销')}${more}`);
  const stored = async (id: string) => {
    const file = await env.app.get<PhotoStore>(PHOTO_STORE).read(photoKey(id, 'full'));
    file?.destroy();
    return file !== null;
  };
  const rows = (ids: string[]): Promise<{ id: string }[]> =>
    env.database.read.query(`SELECT id FROM attachments WHERE id IN (${ids.map(() => '?').join(', ')})`, ids);

  it('keeps the old name for others until WeChat has let the new one pass', async () => {
    const { id, client } = await newcomer();
    const { name: old } = await me(client);
    expect(old).toMatch(/^居民\d{4}$/);
    const topic = await client.ok(client.post<Created>('/topics', topicInput()));
    expect(await client.ok(rename(client, '南街老秦'))).toMatchObject({
      name: old,
      proposedName: { name: '南街老秦', state: 'pending' },
    });
    const convener = await env.cast.one('convener', PLACE.township);
    const raiser = async () =>
      (await convener.client.ok(convener.client.get<TopicDetail>(`/topics/${topic.id}`))).raiserName;
    expect(await raiser()).toBe(old);
    await env.work();
    expect(checks.texts).toContainEqual({ openid: expect.any(String), scene: 1, content: '南街老秦' });
    expect(await raiser()).toBe('南街老秦');
    expect(await me(client)).toMatchObject({ id, name: '南街老秦', proposedName: null });
  });

  it('leaves a doubtful name to the township, and one that is refused unseen', async () => {
    const { id, client } = await newcomer();
    const { name: old } = await me(client);
    checks.text = () => ({ suggest: 'review', label: 20001 });
    await client.ok(rename(client, '某某名人'));
    await env.work();
    const { convener, check } = await queue(id);
    expect(check).toMatchObject({ kind: 'nickname', title: '某某名人', authorName: old });
    await convener.client.ok(
      convener.client.post(`/moderation/checks/${check?.checkId}/reject`, { reason: '冒用他人名字' }),
    );
    expect(await me(client)).toMatchObject({ name: old, proposedName: { name: '某某名人', state: 'refused' } });
    checks.reset();
    await client.ok(rename(client, '秦大哥'));
    await env.work();
    expect(await me(client)).toMatchObject({ name: '秦大哥', proposedName: null });
  });

  it('lets an answer to a name fall that was given up before', async () => {
    const { client } = await newcomer();
    const { name: old } = await me(client);
    await client.ok(rename(client, '先写错了'));
    expect(await client.ok(rename(client, old))).toMatchObject({ name: old, proposedName: null });
    await env.work();
    expect((await me(client)).name).toBe(old);
  });

  it('refuses a name with a blocked word at once', async () => {
    const office = await env.cast.one('county_office', PLACE.county);
    await office.client.ok(
      office.client.put('/moderation/blocked-words', { county: TOWNSHIP.slice(0, 6), words: ['坏名字'] }),
    );
    const { client } = await newcomer();
    expect(await client.refusal(rename(client, '坏-名字'))).toMatchObject({ code: 'CONTENT.BLOCKED_WORD' });
    expect((await me(client)).proposedName).toBeNull();
  });

  it('asks for the check of a name once its owner lives somewhere', async () => {
    const { client } = await wechatPerson(env, 'openid-profile-homeless');
    await consentToAll(client);
    await client.ok(rename(client, '还没安家'));
    await env.work();
    expect((await me(client)).proposedName).toEqual({ name: '还没安家', state: 'pending' });
    await client.ok(client.put('/me/home-township', { township: TOWNSHIP }));
    await env.work();
    expect((await me(client)).name).toBe('还没安家');
  });

  it('shows a picture of oneself to nobody else before its check has passed', async () => {
    const { client } = await newcomer();
    const photo = await upload(client);
    const { avatar } = await client.ok(client.put<Me>('/me', { avatar: photo }));
    expect(avatar).toMatchObject({ id: photo, content: 'pending', thumbUrl: expect.stringContaining('key=') });
    expect((await env.cast.visitor.get(`/attachments/${photo}/thumb`)).status).toBe(404);
    await env.work();
    await checks.push(checks.images[0]?.traceId ?? '', 'pass');
    expect((await me(client)).avatar?.content).toBeUndefined();
    expect((await fetch(`${env.url}${(await me(client)).avatar?.thumbUrl}`)).status).toBe(200);
    const { records } = await client.ok(client.get<MyData>('/me/export'));
    expect(records.photos).toContainEqual(expect.objectContaining({ id: photo, owner_kind: 'person' }));
    expect((await client.ok(client.put<Me>('/me', { avatar: null }))).avatar).toBeNull();
  });

  it('takes no picture that somebody else uploaded', async () => {
    const [one, two] = [await newcomer(), await newcomer()];
    const photo = await upload(one.client);
    expect(await two.client.refusal(two.client.put('/me', { avatar: photo }))).toMatchObject({
      code: 'ATTACHMENT.NOT_FOUND',
    });
  });

  it('goes with the account, and so do loose photos and drafts’; those of what was raised stay', async () => {
    const { client } = await newcomer();
    const [avatar, loose, drafted, raised] = [
      await upload(client),
      await upload(client),
      await upload(client),
      await upload(client),
    ];
    await client.ok(client.put('/me', { name: '将要离开', avatar }));
    await client.ok(client.post('/topics', topicInput({ submit: false, photos: [drafted] })));
    await client.ok(client.post('/topics', topicInput({ photos: [raised] })));
    expect(await stored(loose)).toBe(true);
    expect((await leave(client)).status).toBe(204);
    expect((await rows([avatar, loose, drafted, raised])).map(({ id }) => id)).toEqual([raised]);
    const checked = await env.database.read.query("SELECT title FROM content_checks WHERE title = '将要离开'");
    expect(checked).toEqual([]);
    await env.work();
    for (const id of [avatar, loose, drafted]) expect(await stored(id)).toBe(false);
    expect(await stored(raised)).toBe(true);
  });

  it('goes with the photos of what was raised where its owner asks for that', async () => {
    const { client } = await newcomer();
    const raised = await upload(client);
    const topic = await client.ok(client.post<Created>('/topics', topicInput({ photos: [raised] })));
    expect((await leave(client, '&photos=true')).status).toBe(204);
    expect(await rows([raised])).toEqual([]);
    const convener = await env.cast.one('convener', PLACE.township);
    const left = await convener.client.ok(convener.client.get<TopicDetail>(`/topics/${topic.id}`));
    expect(left.photos).toEqual([]);
  });
});
