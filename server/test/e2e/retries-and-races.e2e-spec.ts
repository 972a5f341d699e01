import { randomUUID } from 'node:crypto';
import {
  type AttachmentView,
  type Created,
  DAY_MS,
  type ErrorBody,
  type MoveResult,
  type Page,
  type TaskDetail,
  type TopicDetail,
  type TopicSummary,
} from '@consult/shared';
import sharp from 'sharp';
import { EventEntity } from '../../src/moves/event.entity.js';
import { UNKNOWN } from '../support/call-route.js';
import type { Player } from '../support/cast.js';
import { Course, OTHER } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { uploadPhoto } from '../support/moderation.js';
import { acceptedTopic, PLACE, topicInput } from '../support/topics.js';

const picture = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .jpeg()
    .toBuffer();

describe.each(DATABASES)('retries and races on %s', (kind) => {
  let env: TestEnvironment;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
  });
  afterAll(() => env.stop());

  it('answers a retry with the first answer, also when the topic has moved on since', async () => {
    const { client } = await env.cast.one('resident', PLACE.township);
    const convener = await env.cast.one('convener', PLACE.township);
    const input = topicInput();
    const first = await client.post<Created>('/topics', input, 'retry-after-timeout');
    await convener.client.ok(convener.client.post(`/topics/${first.body.id}/accept`));
    const again = await client.post<Created>('/topics', input, 'retry-after-timeout');
    expect([again.status, again.body, again.headers.get('idempotent-replay')]).toEqual([201, first.body, 'true']);
  });

  it('refuses a key that meant something else, and lets two people use the same key', async () => {
    const one = await env.cast.one('resident', PLACE.township);
    const two = await env.cast.one('resident', PLACE.township, 1);
    const mine = await one.client.post<Created>('/topics', topicInput(), 'a-shared-key');
    expect(await one.client.refusal(one.client.post('/topics', topicInput(), 'a-shared-key'))).toMatchObject({
      status: 409,
      code: 'IDEMPOTENCY.KEY_REUSED',
    });
    const theirs = await two.client.post<Created>('/topics', topicInput(), 'a-shared-key');
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it('answers a photo sent again with the first one, and refuses another under the same key', async () => {
    const { client } = await env.cast.one('resident', PLACE.township);
    const [black, white] = await Promise.all(['#000', '#fff'].map(picture));
    const send = (photo: Buffer | undefined) =>
      client.upload<AttachmentView>('p.jpg', photo ?? Buffer.of(), 'image/jpeg', 'a-photo-key');
    const first = await send(black);
    expect(first.status).toBe(201);
    const again = await send(black);
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    expect(await client.refusal(send(white))).toMatchObject({ status: 409, code: 'IDEMPOTENCY.KEY_REUSED' });
  });

  it('holds nobody up while a photo comes in slowly, and says so when it breaks off', async () => {
    const slow = await env.cast.one('resident', PLACE.township);
    const other = await env.cast.one('resident', PLACE.township, 1);
    const upload = slow.client.beginUpload();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await other.client.post<Created>('/topics', topicInput())).status).toBe(201);
    expect(await slow.client.refusal(upload.breakOff())).toMatchObject({ status: 400, code: 'REQUEST.MALFORMED' });
  });

  it('keeps no answer of a refused write, so that the same key works once the mistake is mended', async () => {
    const { client } = await env.cast.one('resident', PLACE.township);
    const input = topicInput({ photos: [UNKNOWN] });
    expect((await client.post('/topics', input, 'mended-later')).status).toBe(400);
    expect((await client.post('/topics', { ...input, photos: [] }, 'mended-later')).status).toBe(201);
  });

  it('lets an answer go after a week', async () => {
    await env.work();
    const { client } = await env.cast.one('resident', PLACE.township, 1);
    const input = topicInput();
    const first = await client.post<Created>('/topics', input, 'a-week-ago');
    env.clock.advance(8 * 24 * 60 * 60 * 1000);
    env.cast.forget();
    await env.work();
    const later = await env.cast.one('resident', PLACE.township, 1);
    const second = await later.client.post<Created>('/topics', input, 'a-week-ago');
    expect(second.status).toBe(201);
    expect(second.body.id).not.toBe(first.body.id);
  });

  it('lets one of two people make a move and tells the other where it stands', async () => {
    const { client } = await env.cast.one('resident', PLACE.township);
    const convener = await env.cast.one('convener', PLACE.township);
    for (let round = 0; round < 5; round++) {
      const { id } = await client.ok(client.post<Created>('/topics', topicInput()));
      const answers = await Promise.all([
        convener.client.post<MoveResult>(`/topics/${id}/accept`),
        convener.client.post<MoveResult>(`/topics/${id}/return`, { reason: '请补充门牌号' }),
      ]);
      const [won] = answers.filter(({ status }) => status === 200);
      const [lost] = answers.filter(({ status }) => status === 409) as unknown as { body: ErrorBody }[];
      const { state, timeline } = await convener.client.ok(convener.client.get<TopicDetail>(`/topics/${id}`));
      expect(won?.body.state).toBe(state);
      expect(lost?.body).toMatchObject({ details: { stateCode: state } });
      expect(['MOVE.CONFLICT', 'MOVE.NOT_POSSIBLE']).toContain(lost?.body.code);
      expect(timeline).toHaveLength(2);
    }
  });

  it('gives every topic of a list once while others are added in front', async () => {
    const { client } = await env.cast.one('resident', '曙光街道');
    const convener = await env.cast.one('convener', '曙光街道');
    const add = async () => {
      const { id } = await client.ok(client.post<Created>('/topics', topicInput({ community: '419902002001' })));
      await convener.client.ok(convener.client.post(`/topics/${id}/accept`));
      return id;
    };
    const before: string[] = [];
    for (let i = 0; i < 9; i++) before.push(await add());
    const seen: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const path: string = `/topics?region=419902002&limit=2${after ? `&after=${after}` : ''}`;
      const page: Page<TopicSummary> = await env.cast.visitor.ok(env.cast.visitor.get<Page<TopicSummary>>(path));
      seen.push(...page.items.map((topic) => topic.id));
      if (seen.length <= 6) await add();
      after = page.nextAfter;
    }
    expect(seen).toEqual([...before].reverse());
  });

  it('pages at most fifty rows and refuses a page key that no list gave', async () => {
    const list = (query: string) => env.cast.visitor.get(`/topics?region=${PLACE.townshipCode}&${query}`);
    expect((await list('limit=51')).status).toBe(400);
    expect((await list('limit=0')).status).toBe(400);
    expect((await list('limit=all')).status).toBe(400);
    const { client } = await env.cast.one('convener', PLACE.township);
    expect(await client.refusal(client.get('/inbox?after=yesterday'))).toMatchObject({ code: 'REQUEST.INVALID' });
  });

  it('orders the inbox by deadline across pages, each entry once', async () => {
    const convener = await env.cast.one('convener', PLACE.township);
    for (let i = 0; i < 4; i++) {
      await acceptedTopic(env.cast);
      env.clock.advance(60 * 60 * 1000);
    }
    const seen: { id: string; dueAt: number }[] = [];
    let after: string | null = '';
    while (after !== null) {
      const path: string = `/inbox?limit=3${after ? `&after=${after}` : ''}`;
      const page: Page<{ id: string; dueAt: number }> = await convener.client.ok(convener.client.get(path));
      seen.push(...page.items);
      after = page.nextAfter;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.map(({ dueAt }) => dueAt)).toEqual(seen.map(({ dueAt }) => dueAt).toSorted((a, b) => a - b));
    expect(seen.length).toBeGreaterThan(6);
  });

  it('makes each move of a promise once, however often it is sent', async () => {
    const course = new Course(env);
    const path = (id: string, move: string) => `/tasks/${id}/${move}`;
    const rows = async (id: string) => {
      const [row]: Record<string, number>[] = await env.database.read.query(
        `SELECT (SELECT COUNT(*) FROM events WHERE item_id = ?) AS events, (SELECT COUNT(*) FROM todos WHERE item_id = ?) AS todos,
          (SELECT COUNT(*) FROM task_visits WHERE task_id = ?) AS visits, (SELECT COUNT(*) FROM ratings WHERE task_id = ?) AS ratings,
          (SELECT COUNT(*) FROM look_back_answers a JOIN task_look_backs l ON l.id = a.look_back_id WHERE l.task_id = ?) AS answers`,
        [id, id, id, id, id],
      );
      return Object.entries(row ?? {}).map(([name, n]) => [name, Number(n)]);
    };
    const twice = async (who: Player | Promise<Player>, id: string, move: string, body: object = {}) => {
      const { client } = await who;
      const key = randomUUID();
      const first = await client.post<MoveResult>(path(id, move), body, key);
      expect([move, first.status, first.body]).toEqual([move, 200, expect.anything()]);
      const made = await rows(id);
      const again = await client.post<MoveResult>(path(id, move), body, key);
      expect([move, again.status, again.body, again.headers.get('idempotent-replay')]).toEqual([
        move,
        200,
        first.body,
        'true',
      ]);
      expect([move, await rows(id)]).toEqual([move, made]);
      return first.body.state;
    };
    const [lead, other] = [() => course.department(), () => course.department(OTHER)];
    const [convener, office] = [() => course.convener(), () => course.staff('county_office')];
    const reason = '情况有变';
    const departmentId = await course.departmentId(OTHER);

    // Refused three times, it is given to whom the county office names, which is one move however often it is sent.
    const { taskId: refused } = await course.task();
    const first = await course.departmentId();
    for (const [who, next] of [
      [lead, departmentId],
      [other, first],
    ] as const) {
      await twice(who(), refused, 'refuse', { reason });
      await twice(office(), refused, 'reassign', { departmentId: next });
    }
    await twice(lead(), refused, 'refuse', { reason });
    expect(await twice(office(), refused, 'reassign', { departmentId })).toBe('in_progress');
    expect(await env.database.read.countBy(EventEntity, { itemId: refused, action: 'designate' })).toBe(1);

    const { taskId: id } = await course.task();
    await twice(lead(), id, 'refuse', { reason });
    await twice(office(), id, 'reassign', { departmentId });
    await twice(other(), id, 'take');
    await twice(convener(), id, 'pause', { reason });
    await twice(convener(), id, 'keep-paused', { reason });
    await twice(convener(), id, 'resume');
    await twice(other(), id, 'handovers', { departmentId: await course.departmentId(), reason });
    const open = async () => {
      const { clock } = await course.get<TaskDetail>(await office(), `/tasks/${id}`);
      return clock.requests.find(({ state }) => state === 'open')?.id ?? '';
    };
    await twice(office(), id, `requests/${await open()}/decide`, { grant: true, reason });
    await twice(lead(), id, 'take');
    await twice(lead(), id, 'extensions', { dueAt: env.clock.now() + 200 * DAY_MS, reason });
    await twice(office(), id, `requests/${await open()}/decide`, { grant: true, reason });
    await twice(office(), id, 'urge', { text: '请抓紧' });
    const answer = { text: '活动室已建成。', replyClass: 'A', photos: [await uploadPhoto(await lead())] };
    await twice(lead(), id, 'reply', answer);
    const visit = { visitedAt: env.clock.now(), text: '到院里看过', photos: [] };
    expect(await twice(course.resident(), id, 'visit', { ...visit, finding: 'not_done' })).toBe('redo');
    env.clock.advance(1000);
    await twice(lead(), id, 'restart');
    await twice(lead(), id, 'reply', { ...answer, photos: [await uploadPhoto(await lead())] });
    env.clock.advance(1000);
    await twice(course.resident(), id, 'visit', { ...visit, visitedAt: env.clock.now(), finding: 'done' });
    await twice(convener(), id, 'open-evaluation');
    await twice(course.resident(), id, 'rate', { process: 'fair', result: 'fair', handling: 'satisfied' });
    course.pass(16);
    expect(await twice(convener(), id, 'conclude')).toBe('closed');
    await env.work();
    course.pass(31);
    await env.work();
    env.clock.advance(60 * 60 * 1000);
    await env.work();
    const { lookBacks } = await course.get<TaskDetail>(await convener(), `/tasks/${id}`);
    const no = { lookBackId: lookBacks[0]?.id, works: false, reason: '门锁坏了', photos: [] };
    expect(await twice(course.resident(), id, 'look-back', no)).toBe('in_progress');

    await twice(lead(), id, 'reply', { text: '列入明年计划。', replyClass: 'B', photos: [] });
    await twice(convener(), id, 'open-evaluation');
    course.pass(16);
    expect(await twice(convener(), id, 'conclude')).toBe('long_term');
    await twice(convener(), id, 'review', { reason });
    await twice(convener(), id, 'close', { reason });
    expect(await twice(convener(), id, 'reopen', { reason })).toBe('in_progress');
    await twice(lead(), id, 'reply', { text: '列入明年计划。', replyClass: 'B', photos: [] });
    await twice(convener(), id, 'open-evaluation');
    course.pass(16);
    await twice(convener(), id, 'conclude');
    expect(await twice(convener(), id, 'reconsult', { reason })).toBe('reconsulting');
  });
});
