import {
  type Created,
  fullDate,
  type LedgerEntry,
  type Page,
  plainPath,
  sayPublicCode,
  type TaskDetail,
  type TopicDetail,
} from '@consult/shared';
import { DataSource, type Logger } from 'typeorm';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { uploadPhoto } from '../support/moderation.js';
import { PLACE, topicInput } from '../support/topics.js';

const reason = '信息有误';
const UNKNOWN = '00000000';

/** No heading skips a level on the way down. */
const isNextHeading = (level: number, i: number, all: readonly number[]) => level <= (all[i - 1] ?? 0) + 1;

describe.each(DATABASES)('the pages without the app on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  let topic: TopicDetail;
  let promise: LedgerEntry;

  beforeAll(async () => {
    env = await createTestEnvironment(kind, { logLevel: 'silent', publicUrl: 'https://consult.example' });
    course = new Course(env);
    const { topicId, taskId } = await course.task({ what: '建一处<b>老年</b>活动室' });
    const lead = await course.department();
    await course.post(lead, `/tasks/${taskId}/take`);
    await course.post(lead, `/tasks/${taskId}/progress`, { text: '已经进场', photos: [await uploadPhoto(lead)] });
    const { visitor } = env.cast;
    topic = await visitor.ok(visitor.get<TopicDetail>(`/topics/${topicId}`));
    const { items } = await visitor.ok(visitor.get<Page<LedgerEntry>>(`/ledger?region=${PLACE.townshipCode}`));
    promise = items[0] as LedgerEntry;
  }, 120_000);
  afterAll(() => env.stop());

  const open = (path: string, headers: Record<string, string> = {}) =>
    fetch(env.url + path, { headers, redirect: 'manual' });
  const read = async (path: string) => {
    const response = await open(path);
    return { status: response.status, text: await response.text() };
  };
  const topicPath = () => plainPath('topic', topic.code);
  const promisePath = () => plainPath('promise', promise.code);

  it('tell a topic in full, in a document that needs no script', async () => {
    const response = await open(topicPath());
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(text).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(text).not.toMatch(/<script| style=| on\w+=/);
    for (const words of [
      topic.title,
      topic.description,
      sayPublicCode(topic.code),
      '目前：落实中',
      '<strong>征集</strong> 已完成',
      '<strong>落实</strong> 进行中',
      '最初承诺办好',
      '区民政局',
      '时间线',
      `href="${promisePath()}"`,
      `<link rel="canonical" href="https://consult.example${topicPath()}">`,
      `<meta property="og:title" content="${topic.title}">`,
    ]) {
      expect([words, text.includes(words)]).toEqual([words, true]);
    }
  });

  it('name nobody who raised a topic, though the app shows who did', async () => {
    expect((await course.resident()).name).toBe(topic.raiserName);
    expect((await read(topicPath())).text).not.toContain(topic.raiserName);
  });

  it('tell a promise, and escape what people wrote', async () => {
    const { status, text } = await read(promisePath());
    expect(status).toBe(200);
    expect(text).toContain('建一处&lt;b&gt;老年&lt;/b&gt;活动室');
    expect(text).not.toContain('<b>');
    for (const words of ['已经进场', '还没有答复', '还没有评议', '<img src="/api/v1/attachments/', topicPath()]) {
      expect([words, text.includes(words)]).toEqual([words, true]);
    }
  });

  it('say why there is no promise: none yet, what was agreed is not handed out, or nothing was agreed to be done', async () => {
    const { visitor } = env.cast;
    const page = async (id: string) => {
      const { code } = await visitor.ok(visitor.get<TopicDetail>(`/topics/${id}`));
      return (await read(plainPath('topic', code))).text;
    };
    const [agreed, nothing] = [await course.accepted(), await course.accepted()];
    expect(await page(agreed)).toContain('<p>还没有作出承诺。</p>');
    const tasks = [await course.agreedTask()];
    await course.publish((await course.hold([agreed], { tasks })).outcomeId, tasks);
    expect(await page(agreed)).toContain('约定要办的事还没有交办给单位');
    await course.publish((await course.hold([nothing])).outcomeId, []);
    expect(await page(nothing)).toContain('没有约定要办的事，所以没有承诺');
  });

  it('show a shared link with a photo of theirs, or with a picture without letters', async () => {
    const image = async (path: string) =>
      /<meta property="og:image" content="https:\/\/consult\.example([^"]+)">/.exec((await read(path)).text)?.[1] ?? '';
    expect(await image(promisePath())).toMatch(/^\/api\/v1\/attachments\/\w+\/full\?key=/);
    for (const path of [await image(promisePath()), await image('/t')]) {
      const response = await open(path);
      expect([path, response.status, response.headers.get('content-type')]).toEqual([
        path,
        200,
        expect.stringMatching(/^image\/(png|jpeg)$/),
      ]);
    }
    expect(await image('/t')).toBe('/t.png');
  });

  it('say how a promise was rated by each question once five have and nobody can any more, and when what cannot be done is looked at again', async () => {
    const { taskId } = await course.task({}, { present: await course.everyOther() });
    await course.answer(taskId, 'C');
    const { visitor } = env.cast;
    const { code, reviewAt } = await visitor.ok(visitor.get<TaskDetail>(`/tasks/${taskId}`));
    await course.post(await course.convener(), `/tasks/${taskId}/open-evaluation`);
    const page = async () => (await read(plainPath('promise', code))).text;
    for (const who of course.others.slice(1)) await course.rate(await who(), taskId, 'dissatisfied');
    expect(await page()).toContain('已有 4 人评议，结束后公布结果');
    expect(await page()).toContain(`${fullDate(reviewAt ?? 0)}</time>再复核`);
    await course.rate(await course.resident(), taskId, 'satisfied');
    expect(await page()).toContain('已有 5 人评议，结束后公布结果');
    expect(await page()).not.toContain('不满意');
    course.pass(16);
    const rows = [
      ...(await page()).matchAll(/<th scope="row">(\S+评价)<\/th><td>(\d+) 人<\/td><td>(\d+) 人<\/td><td>(\d+) 人/g),
    ];
    expect(rows.map(([, ...row]) => row)).toEqual([
      ['程序评价', '5', '0', '0'],
      ['成果评价', '0', '5', '0'],
      ['办理评价', '1', '0', '4'],
    ]);
  });

  it('are found by a code that is typed anyhow, and only where there is one', async () => {
    const typed = encodeURIComponent(sayPublicCode(topic.code).toLowerCase());
    const moved = await open(`/t?code=${typed}`);
    expect([moved.status, moved.headers.get('location')]).toEqual([302, topicPath()]);
    expect((await open(`/t?code=${promise.code}`)).headers.get('location')).toBe(promisePath());
    expect((await open(topicPath().toLowerCase())).status).toBe(200);
    for (const path of [`/t?code=${UNKNOWN}`, '/t?code=x', '/t?code=a&code=b']) {
      expect([path, (await open(path)).status]).toEqual([path, path.includes('&') ? 200 : 404]);
    }
  });

  it('lead by links alone from the start to each topic and promise', async () => {
    const seen = new Set<string>();
    const follow = async (path: string): Promise<void> => {
      if (seen.has(path) || !/^\/[tpr](\/|\?|$)/.test(path)) return;
      seen.add(path);
      const { text } = await read(path);
      for (const [, href] of text.matchAll(/<a href="([^"]+)"/g)) await follow(href ?? '');
    };
    await follow('/t');
    expect(seen.has(topicPath())).toBe(true);
    expect(seen.has(promisePath())).toBe(true);
  });

  it('are kept by whoever read them for as long as nothing changed', async () => {
    const etag = (await open(topicPath())).headers.get('etag') ?? '';
    const again = await open(topicPath(), { 'if-none-match': etag });
    expect([again.status, again.headers.get('cache-control')]).toEqual([304, 'no-cache']);
    expect((await open(topicPath(), { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('answer alike for what is unknown and what is not public, also to staff', async () => {
    const { client } = await course.resident();
    const { id } = await client.ok(client.post<Created>('/topics', topicInput({ title: '尚未受理的事情' })));
    const [row]: { code: string }[] = await env.database.read.query('SELECT code FROM topics WHERE id = ?', [id]);
    const unknown = await read(plainPath('topic', UNKNOWN));
    expect(unknown.status).toBe(404);
    const convener = await course.convener();
    const authorization = `Bearer ${Reflect.get(convener.client, 'token')}`;
    for (const path of [
      plainPath('topic', row?.code ?? ''),
      plainPath('topic', 'nonsense'),
      '/p/11111111',
      '/r/419999001',
    ]) {
      const response = await open(path, { authorization });
      expect([path, response.status, await response.text()]).toEqual([path, 404, unknown.text]);
    }
  });

  it('show nothing any more of what is taken down or classed as sensitive, from that moment on', async () => {
    const convener = await course.convener();
    const classify = (sensitive: boolean) =>
      convener.client.ok(convener.client.put(`/topics/${topic.id}/sensitivity`, { sensitive, reason }));
    const moderate = (item: string, action: string) =>
      course.post(convener, `/moderation/items/${item}/${action}`, { reason });
    const region = plainPath('region', PLACE.townshipCode);
    const county = plainPath('region', PLACE.townshipCode.slice(0, 6));
    const promised = async () =>
      Promise.all([region, county].map(async (page) => (await read(page)).text.includes(promisePath())));
    const statuses = async () => [(await open(topicPath())).status, (await open(promisePath())).status];
    for (const [hide, show] of [
      [() => classify(true), () => classify(false)],
      [() => moderate(`topic/${topic.id}`, 'take-down'), () => moderate(`topic/${topic.id}`, 'restore')],
    ] as const) {
      const etag = (await open(topicPath())).headers.get('etag') ?? '';
      await hide();
      expect(await statuses()).toEqual([404, 404]);
      expect((await open(topicPath(), { 'if-none-match': etag })).status).toBe(404);
      expect((await read(region)).text).not.toContain(topic.title);
      expect(await promised()).toEqual([false, false]);
      await show();
      expect(await promised()).toEqual([true, true]);
      expect(await statuses()).toEqual([200, 200]);
    }
    await moderate(`task/${promise.id}`, 'take-down');
    expect(await statuses()).toEqual([200, 404]);
    expect(await promised()).toEqual([false, false]);
    expect((await read(topicPath())).text).not.toContain('活动室&lt;');
    expect((await read(topicPath())).text).not.toContain(promise.code);
    await moderate(`task/${promise.id}`, 'restore');
    const task = await env.cast.visitor.ok(env.cast.visitor.get<{ reports: { id: string }[] }>(`/tasks/${promise.id}`));
    await moderate(`progress/${task.reports[0]?.id}`, 'take-down');
    expect((await read(promisePath())).text).not.toContain('已经进场');
  });

  it('say what was agreed and what was not, and show what was done, until it is taken down', async () => {
    const { taskId, topicId, outcomeId } = await course.task({}, { dissent: ['三楼两户担心<i>噪声</i>'] });
    const lead = await course.department();
    const [before, after] = [await uploadPhoto(lead), await uploadPhoto(lead)];
    await course.post(lead, `/tasks/${taskId}/take`);
    await course.post(lead, `/tasks/${taskId}/photo-pairs`, { label: '活动室门口', before, after });
    await course.reply(taskId);
    const { visitor } = env.cast;
    const promised = plainPath('promise', (await visitor.ok(visitor.get<TaskDetail>(`/tasks/${taskId}`))).code);
    const raised = plainPath('topic', (await visitor.ok(visitor.get<TopicDetail>(`/topics/${topicId}`))).code);
    const shows = async (path: string, words: readonly string[]) => {
      const { text } = await read(path);
      return words.map((one) => text.includes(one));
    };
    const sides = [
      '<h4>共识</h4><ol class="list"><li>在院内建一处老年活动室</li></ol>',
      '<h4>保留意见（不同意见）</h4><ol class="list"><li>三楼两户担心&lt;i&gt;噪声&lt;/i&gt;</li></ol>',
    ];
    const evidence = [
      '<h2>整改前后</h2>',
      'alt="活动室门口，整改前，照片 1"',
      'alt="活动室门口，整改后，照片 1"',
      'alt="办理结果，照片 1"',
      '<h2>现场查看</h2>',
      '看到：办好了',
    ];
    expect(await shows(raised, [...sides, `<a href="${promised}">看办理情况的照片`])).toEqual([true, true, true]);
    expect(await shows(promised, [...sides, ...evidence])).toEqual([...sides, ...evidence].map(() => true));
    // What somebody wrote of it is read by others once it has been checked.
    await env.work();
    expect(await shows(promised, ['桌椅都在用', '写的话检查后显示'])).toEqual([false, true]);
    const { text } = await read(promised);
    for (const [, alt] of text.matchAll(/<img src="[^"]+" alt="([^"]*)"/g)) expect(alt).not.toBe('');
    expect([...text.matchAll(/<h(\d)/g)].map(([, level]) => Number(level)).every(isNextHeading)).toBe(true);
    await course.post(await course.convener(), `/moderation/items/outcome/${outcomeId}/take-down`, { reason });
    expect(await shows(raised, sides)).toEqual([false, false]);
    expect(await shows(promised, [...sides, ...evidence])).toEqual([false, false, ...evidence.map(() => true)]);
  });

  it('cost as much for a topic with two outcomes as with one', async () => {
    const dataSource = env.app.get(DataSource);
    const { logger } = dataSource;
    const statements = async (path: string) => {
      let n = 0;
      const quiet = () => {};
      const counting: Logger = {
        logQuery: () => {
          n += 1;
        },
        ...{ logQueryError: quiet, logQuerySlow: quiet, logSchemaBuild: quiet, logMigration: quiet, log: quiet },
      };
      dataSource.logger = counting;
      const { text } = await read(path);
      dataSource.logger = logger;
      return { n, outcomes: text.split('的共识和保留意见"').length - 1 };
    };
    const { taskId, topicId } = await course.task();
    const { visitor } = env.cast;
    const { code } = await visitor.ok(visitor.get<TopicDetail>(`/topics/${topicId}`));
    const path = plainPath('topic', code);
    await read(path);
    const one = await statements(path);
    await course.answer(taskId, 'B');
    await course.evaluate(taskId);
    await course.post(await course.convener(), `/tasks/${taskId}/reconsult`, { reason: '选址要再谈' });
    await course.handOut([topicId], [], { consensus: [], dissent: ['没有谈拢'] });
    await env.work();
    await read(path);
    const two = await statements(path);
    expect([one.outcomes, two.outcomes]).toEqual([1, 2]);
    expect(two.n).toBe(one.n);
  });

  it('carry the sign of their tab, also where a browser looks for it by itself', async () => {
    expect((await read('/t')).text).toContain('<link rel="icon" type="image/png" href="/favicon.ico">');
    const response = await open('/favicon.ico');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  it('say of a merged topic where it went, and keep the codes of both', async () => {
    const [from, into] = [await course.accepted(), await course.accepted()];
    const { visitor } = env.cast;
    const codes = async () =>
      Promise.all([from, into].map(async (id) => (await visitor.ok(visitor.get<TopicDetail>(`/topics/${id}`))).code));
    const [merged = '', other = ''] = await codes();
    await course.post(await course.convener(), `/topics/${from}/merge`, { into });
    expect(await codes()).toEqual([merged, other]);
    const page = await read(plainPath('topic', merged));
    expect([page.status, page.text.includes(`已并入 <a href="${plainPath('topic', other)}">`)]).toEqual([200, true]);
    expect((await read(plainPath('topic', other))).text).toContain(plainPath('topic', merged));
  });

  it('tell search engines where to begin', async () => {
    expect((await read('/robots.txt')).text).toContain('Sitemap: https://consult.example/sitemap.xml');
    const { text } = await read('/sitemap.xml');
    expect(text).toContain(`<loc>https://consult.example${plainPath('region', PLACE.townshipCode)}</loc>`);
  });
});
