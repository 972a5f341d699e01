import {
  type Created,
  type ErrorBody,
  type FieldError,
  type Page,
  TOPIC_LIMITS,
  TOPICS_PER_DAY,
  type TopicDetail,
  type TopicSummary,
} from '@consult/shared';
import sharp from 'sharp';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { PLACE, topicInput } from '../support/topics.js';

describe.each(DATABASES)('bad input on %s', (kind) => {
  let env: TestEnvironment;
  let resident: Player;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    resident = await env.cast.one('resident', PLACE.township);
  });
  afterAll(() => env.stop());
  afterEach(async () => {
    // Each test has a day of its own, so that the daily limit counts only its own topics.
    env.clock.advance(24 * 60 * 60 * 1000);
    env.cast.forget();
    resident = await env.cast.one('resident', PLACE.township);
  });

  const raised = async () =>
    (await resident.client.ok(resident.client.get<Page<TopicSummary>>('/topics/mine?as=raiser&limit=50'))).items.length;

  const refused: [string, Record<string, unknown>, string, string][] = [
    ['an empty title', { title: '' }, 'title', '请填写 4 到 40 个字'],
    ['a title of blanks', { title: '　  \n ' }, 'title', '请填写 4 到 40 个字'],
    [
      'a title one character too long',
      { title: '𠮷'.repeat(TOPIC_LIMITS.titleMax + 1) },
      'title',
      '请填写 4 到 40 个字',
    ],
    ['a title that is a number', { title: 12345 }, 'title', '请填写文字'],
    ['a title that is a list', { title: ['一', '二'] }, 'title', '请填写文字'],
    ['no title at all', { title: undefined }, 'title', '请填写'],
    ['a description that says nothing', { description: '太吵' }, 'description', '请填写 10 到 2000 个字'],
    ['a description without end', { description: '长'.repeat(2001) }, 'description', '请填写 10 到 2000 个字'],
    ['no category', { category: undefined }, 'category', '请选择'],
    ['no community', { community: null }, 'community', '请选择'],
    ['an unknown category', { category: '外星事务' }, 'category', '请从选项中选择'],
    ['a community that is no code', { community: '沿西社区' }, 'community', '请选择地区'],
    ['a township in place of a community', { community: PLACE.townshipCode }, 'community', '请选择地区'],
    ['anonymity that is a word', { anonymous: 'perhaps' }, 'anonymous', '请选择是或否'],
    [
      'ten photos',
      { photos: Array.from({ length: 10 }, (_, i) => `01ARZ3NDEKTSV4RRFFQ69G5FA${i}`) },
      'photos',
      '最多选择 9 项',
    ],
    ['a photo id that is none', { photos: ['../../etc/passwd'] }, 'photos', '请重新选择'],
    ['a field that does not exist', { state: 'accepted' }, 'state', '没有这一项'],
  ];

  it.each(refused)('refuses %s, says which field, and stores nothing', async (_, over, field, message) => {
    const before = await raised();
    const refusal = await resident.client.refusal(
      resident.client.post('/topics', { ...topicInput(), ...over } as never),
    );
    expect(refusal).toMatchObject({ status: 400, code: 'REQUEST.INVALID', message: '填写的内容有误，请检查后再提交' });
    expect(refusal.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(refusal.details?.fields).toContainEqual({ field, message } satisfies FieldError);
    expect(await raised()).toBe(before);
  });

  it('refuses a body that is no JSON and one that is far too large', async () => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'broken-body' };
    const send = (body: string) => fetch(`${env.url}/api/v1/topics`, { method: 'POST', headers, body });
    const broken = await send('{"title":');
    expect([broken.status, ((await broken.json()) as ErrorBody).code]).toEqual([400, 'REQUEST.MALFORMED']);
    const huge = await send(JSON.stringify({ title: 'x'.repeat(600 * 1024) }));
    expect([huge.status, ((await huge.json()) as ErrorBody).code]).toEqual([413, 'REQUEST.TOO_LARGE']);
  });

  it('refuses a topic in a township that is not one’s own, and one that does not exist', async () => {
    const elsewhere = topicInput({ community: '419921101001' });
    expect(await resident.client.refusal(resident.client.post('/topics', elsewhere))).toMatchObject({
      status: 403,
      code: 'REGION.OUTSIDE',
    });
    const nowhere = topicInput({ community: '419902001999' });
    expect(await resident.client.refusal(resident.client.post('/topics', nowhere))).toMatchObject({
      status: 404,
      code: 'REGION.NOT_FOUND',
    });
  });

  it('refuses a write without an idempotency key', async () => {
    expect(await resident.client.refusal(resident.client.send('POST', '/topics', topicInput()))).toMatchObject({
      status: 400,
      code: 'IDEMPOTENCY.KEY_REQUIRED',
    });
  });

  it.each([
    ['rare characters', '㐂𠮷古镇卫生站', '居民买买提·艾力和阿依古丽·𠮷田反映，㐂乐巷夜里没有路灯，走路要摸黑。'],
    ['emoji', '路灯坏了💡半年没人修', '👨‍👩‍👧 一家人晚上出门都要打手电筒，希望尽快修好。🙏'],
    [
      'markup, as plain text',
      '<b>路灯</b>坏了<script>',
      '<img src=x onerror=alert(1)> & "引号" 都是正文的一部分，不是代码。',
    ],
    ['what looks like SQL', `路灯'; DROP TABLE topics;--`, `描述里带单引号 ' 和反斜杠 \\ 以及百分号 % 下划线 _ 。`],
  ])('keeps %s exactly as written', async (_, title, description) => {
    const { id } = await resident.client.ok(
      resident.client.post<Created>('/topics', topicInput({ title, description })),
    );
    expect(await resident.client.ok(resident.client.get<TopicDetail>(`/topics/${id}`))).toMatchObject({
      title,
      description,
    });
  });

  it('takes out control characters and marks that reorder text', async () => {
    const input = topicInput({
      title: '路灯\u202E坏了\u0000半年\u200B没修',
      description: '第一行\r\n第二行写得足够长了\u0007',
    });
    const { id } = await resident.client.ok(resident.client.post<Created>('/topics', input));
    expect(await resident.client.ok(resident.client.get<TopicDetail>(`/topics/${id}`))).toMatchObject({
      title: '路灯坏了半年没修',
      description: '第一行\n第二行写得足够长了',
    });
  });

  it('refuses a 30 MB photo, a program named .jpg, and a text named .png', async () => {
    const big = await resident.client.upload('big.jpg', Buffer.alloc(30 * 1024 * 1024, 1));
    expect(big).toMatchObject({
      status: 413,
      body: { code: 'ATTACHMENT.TOO_LARGE', message: '照片太大，请选 10 MB 以内的' },
    });
    const program = await resident.client.upload('photo.jpg', Buffer.from('MZ\x90\x00\x03 This program cannot be run'));
    expect(program).toMatchObject({ status: 415, body: { code: 'ATTACHMENT.NOT_A_PICTURE' } });
    const text = await resident.client.upload('photo.png', Buffer.from('<svg onload="alert(1)"/>'), 'image/png');
    expect(text).toMatchObject({ status: 415, body: { code: 'ATTACHMENT.NOT_A_PICTURE' } });
  });

  it('takes a photo, drops where it was taken, and shows it only with its topic', async () => {
    const original = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#386' } })
      .withExif({ IFD3: { GPSLatitude: '33/1 44/1 0/1', GPSLatitudeRef: 'N' }, IFD0: { Copyright: 'somebody' } })
      .jpeg()
      .toBuffer();
    const uploaded = await resident.client.upload<{ id: string; url: string; width: number }>('p.jpg', original);
    expect(uploaded).toMatchObject({ status: 201, body: { width: 2048, height: 1024 } });
    const { id: photo, url } = uploaded.body;
    const { id } = await resident.client.ok(resident.client.post<Created>('/topics', topicInput({ photos: [photo] })));
    // An <img> sends no token: the address itself, given only to those who may see the photo, opens it.
    const [bare] = url.split('?');
    const statusOf = async (address: string) => (await fetch(`${env.url}${address}`)).status;
    expect([await statusOf(`${bare}`), await statusOf(`${bare}?key=guessed`), await statusOf(url)]).toEqual([
      404, 404, 200,
    ]);
    const convener = await env.cast.one('convener', PLACE.township);
    await convener.client.ok(convener.client.post(`/topics/${id}/accept`));
    const shown = await fetch(`${env.url}${bare}`);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect((await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).exif).toBeUndefined();
  });

  it('refuses somebody else’s photo', async () => {
    const other = await env.cast.one('resident', PLACE.township, 1);
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    const { body } = await other.client.upload<{ id: string }>('p.png', picture, 'image/png');
    const before = await raised();
    expect(
      await resident.client.refusal(resident.client.post('/topics', topicInput({ photos: [body.id] }))),
    ).toMatchObject({ status: 400, code: 'ATTACHMENT.NOT_FOUND' });
    expect(await raised()).toBe(before);
  });

  it('stops at a day’s worth of topics, however fast they are tapped', async () => {
    const before = await raised();
    const answers = await Promise.all(
      Array.from({ length: TOPICS_PER_DAY * 2 }, () => resident.client.post('/topics', topicInput())),
    );
    const created = answers.filter(({ status }) => status === 201).length;
    expect(created).toBeLessThanOrEqual(TOPICS_PER_DAY);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 429]));
    expect(await raised()).toBe(Math.min(50, before + created));
  });
});

describe('a person’s writes', () => {
  let env: TestEnvironment;
  beforeAll(async () => {
    env = await createTestEnvironment('sqlite', { writesPerMinute: 50 });
  });
  // Not at the test's end, which one that fails never reaches: its server would keep the process from exiting.
  afterAll(() => env.stop());

  it('slow down when somebody taps ten thousand times', async () => {
    const resident = await env.cast.one('resident', PLACE.township);
    const statuses = new Map<number, number>();
    for (let batch = 0; batch < 100; batch++) {
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => resident.client.post('/topics', topicInput(), 'one-tap-after-another')),
      );
      for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses.keys()].sort()).toEqual([201, 409, 429].filter((status) => statuses.has(status)));
    expect(statuses.get(429)).toBeGreaterThan(9_900);
  }, 180_000);
});
