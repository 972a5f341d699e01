import { type Page, type SearchHit, type SimilarTopic, type TaskDetail, type TopicDetail } from '@consult/shared';
import type { Client } from '../support/client.js';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Seeker } from '../support/seeker.js';
import { PLACE, topicInput } from '../support/topics.js';

describe.each(DATABASES)('searching on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  let seeker: Seeker;
  beforeAll(async () => {
    env = await createTestEnvironment(kind, { logLevel: 'silent' });
    course = new Course(env);
    seeker = new Seeker(env);
  });
  afterAll(() => env.stop());
  // So that no one raises more in a day than allowed.
  beforeEach(() => course.pass(1));

  const visitor = () => env.cast.visitor;

  it('finds topics by words of their titles, texts and places, and marks them', async () => {
    const [a, b] = [seeker.newWord(), seeker.newWord()];
    const id = await seeker.accepted({
      title: `${a}路灯不亮`,
      description: '老人夜里出门容易摔倒，请尽快修好。',
      place: `${b}北头`,
    });
    const [hit] = await seeker.search(visitor(), a);
    expect(hit).toMatchObject({ id, kind: 'topic', isPublic: true, isGuess: false, state: 'accepted' });
    expect(hit?.title).toEqual([
      { text: a, hit: true },
      { text: '路灯不亮', hit: false },
    ]);
    expect(await seeker.ids(visitor(), `${a} 摔倒`)).toEqual([id]);
    expect(await seeker.ids(visitor(), b)).toEqual([id]);
    expect(await seeker.ids(visitor(), `沿西社区 ${a}`)).toEqual([id]);
    expect(await seeker.ids(visitor(), `${a} 停车`)).toEqual([]);
    expect((await seeker.search(visitor(), b))[0]?.snippet).toContainEqual({ text: b, hit: true });
  });

  it('ranks titles over texts, what stands together over what does not, open over closed, and newer first', async () => {
    const w = seeker.newWord();
    const text = await seeker.accepted({
      title: '健身器材老化严重',
      description: `在${w}旁边，健身器材老化，请更换。`,
    });
    const old = await seeker.accepted({ title: `${w}路灯照明` });
    const fresh = await seeker.accepted({ title: `${w}路灯照明坏了` });
    const apart = await seeker.accepted({ title: `${w}的路边灯要照明` });
    const closed = await seeker.accepted({ title: `${w}路灯照明还是坏` });
    await course.post(await course.convener(), `/topics/${closed}/withdraw`, { reason: '重复提交' });
    expect(await seeker.ids(visitor(), w)).toEqual([apart, fresh, old, closed, text]);
    expect(await seeker.ids(visitor(), `${w}路灯照明`)).toEqual([fresh, old, closed]);
    expect(await seeker.ids(visitor(), `${w} 照明路灯`)).toEqual([fresh, old, closed]);
  });

  it('takes Chinese numerals, full-width and half-width digits for the same, and forgives one digit below that', async () => {
    const w = seeker.newWord();
    const exact = await seeker.accepted({ title: `${w}三十八号院漏水` });
    const near = await seeker.accepted({ title: `${w}36号院漏水` });
    for (const typed of ['38号院', '３８号院', '三十八号院']) {
      const hits = await seeker.search(visitor(), `${w}${typed}`);
      expect(hits.map(({ id, isGuess }) => [id, isGuess])).toEqual([
        [exact, false],
        [near, true],
      ]);
    }
  });

  it('pages by a key that stays, without a gap and without anything twice', async () => {
    const w = seeker.newWord();
    const made: string[] = [];
    for (let i = 0; i < 7; i += 1) made.unshift(await seeker.accepted({ title: `${w}第${i}处路灯` }));
    await env.work();
    const got: string[] = [];
    let after = '';
    do {
      const { items, nextAfter } = await visitor().ok(
        seeker.ask(visitor(), w, `&limit=3${after && `&after=${after}`}`),
      );
      got.push(...items.map(({ id }) => id));
      after = nextAfter ?? '';
      // What is new meanwhile stands before what was read already.
      if (got.length === 3) {
        await seeker.accepted({ title: `${w}又一处路灯` });
        await env.work();
      }
    } while (after !== '');
    expect(got).toEqual(made);
  });

  it('filters by kind, step, category, source and year', async () => {
    const w = seeker.newWord();
    const id = await seeker.accepted({ title: `${w}路灯不亮`, category: '公共安全' });
    for (const fits of [
      'kind=topic',
      'step=collect',
      `category=${encodeURIComponent('公共安全')}`,
      'source=resident',
      'year=2026',
    ]) {
      expect([fits, await seeker.ids(visitor(), w, `&${fits}`)]).toEqual([fits, [id]]);
    }
    for (const misses of [
      'kind=minutes',
      'step=deliver',
      `category=${encodeURIComponent('交通出行')}`,
      'source=member',
      'year=2025',
    ]) {
      expect([misses, await seeker.ids(visitor(), w, `&${misses}`)]).toEqual([misses, []]);
    }
  });

  it('finds published minutes and outcomes, a correction in the place of what it corrects', async () => {
    const [a, b] = [seeker.newWord(), seeker.newWord()];
    const topic = await course.accepted();
    const { minutesId, outcomeId } = await course.hold([topic], {
      consensus: [`在${a}建一处凉亭`],
      tasks: [await course.agreedTask({ what: `修${b}的凉亭` })],
    });
    expect(await seeker.ids(visitor(), a)).toEqual([minutesId]);
    await course.publish(outcomeId, [await course.agreedTask({ what: `修${b}的凉亭` })]);
    expect((await seeker.search(visitor(), b)).map(({ kind, id }) => [kind, id])).toEqual(
      expect.arrayContaining([
        ['outcome', outcomeId],
        ['minutes', minutesId],
      ]),
    );
  });

  it('shows nothing that is not public to the public, and to the staff of another township neither', async () => {
    const w = seeker.newWord();
    const raiser = await env.cast.one('resident', PLACE.township);
    const { id } = await course.post<{ id: string }>(raiser, '/topics', topicInput({ title: `${w}路灯不亮` }));
    const convener = await course.convener();
    const others = await env.cast.one('convener', '曙光街道');
    const county = await course.staff('county_office');
    const seenBy = async (client: Client) => {
      const here = await seeker.ids(client, w);
      const wide = (await client.ok(client.get<Page<SearchHit>>(`/search?region=419902&q=${encodeURIComponent(w)}`)))
        .items;
      expect(wide.map((hit) => hit.id)).toEqual(here);
      return here.length > 0;
    };
    const everybody = async () => ({
      visitor: await seenBy(visitor()),
      convener: await seenBy(convener.client),
      others: await seenBy(others.client),
      county: await seenBy(county.client),
    });
    const staffAlone = { visitor: false, convener: true, others: false, county: true };
    const all = { visitor: true, convener: true, others: true, county: true };
    expect(await everybody()).toEqual(staffAlone);
    await course.post(convener, `/topics/${id}/accept`);
    expect(await everybody()).toEqual(all);
    await convener.client.ok(convener.client.put(`/topics/${id}/sensitivity`, { sensitive: true, reason: '涉及隐私' }));
    expect(await everybody()).toEqual(staffAlone);
    await convener.client.ok(
      convener.client.put(`/topics/${id}/sensitivity`, { sensitive: false, reason: '可以公开' }),
    );
    expect(await everybody()).toEqual(all);
    await course.post(convener, `/moderation/items/topic/${id}/take-down`, { reason: '内容不实' });
    expect(await everybody()).toEqual(staffAlone);
  });

  it('shows the public nothing that was hidden just now, before the index knows', async () => {
    const w = seeker.newWord();
    const id = await seeker.accepted({ title: `${w}路灯不亮` });
    expect(await seeker.ids(visitor(), w)).toEqual([id]);
    const { client } = await course.convener();
    await client.ok(client.put(`/topics/${id}/sensitivity`, { sensitive: true, reason: '涉及隐私' }));
    expect((await visitor().ok(seeker.ask(visitor(), w))).items).toEqual([]);
  });

  it('hides minutes with their topic, and shows them again with it', async () => {
    const w = seeker.newWord();
    const topic = await course.accepted();
    const { minutesId } = await course.hold([topic], { consensus: [`在${w}建一处凉亭`] });
    const convener = await course.convener();
    const classify = (sensitive: boolean) =>
      convener.client.ok(convener.client.put(`/topics/${topic}/sensitivity`, { sensitive, reason: '涉及隐私' }));
    await classify(true);
    expect(await seeker.ids(visitor(), w)).toEqual([]);
    expect(await seeker.ids(convener.client, w)).toEqual([minutesId]);
    await classify(false);
    expect(await seeker.ids(visitor(), w)).toEqual([minutesId]);
  });

  it('never finds a draft, and finds a topic sent back by what it says after it was changed', async () => {
    const [a, b] = [seeker.newWord(), seeker.newWord()];
    const raiser = await env.cast.one('resident', PLACE.township);
    const convener = await course.convener();
    const { id } = await course.post<{ id: string }>(
      raiser,
      '/topics',
      topicInput({ title: `${a}路灯不亮`, submit: false }),
    );
    expect(await seeker.ids(convener.client, a)).toEqual([]);
    await course.post(raiser, `/topics/${id}/submit`);
    expect(await seeker.ids(convener.client, a)).toEqual([id]);
    await course.post(convener, `/topics/${id}/return`, { reason: '请写清楚位置' });
    const { submit: _, ...input } = topicInput({ title: `${b}路灯不亮` });
    await raiser.client.ok(raiser.client.put(`/topics/${id}`, input));
    expect(await seeker.ids(convener.client, a)).toEqual([]);
    expect(await seeker.ids(convener.client, b)).toEqual([id]);
  });

  it('says why open topics look alike, to who writes one and to the convener', async () => {
    const w = seeker.newWord();
    const location = { latitude: 34, longitude: 113 };
    const id = await seeker.accepted({ title: `${w}楼道照明坏了`, category: '公共安全', location });
    await env.work();
    const raiser = await env.cast.one('resident', PLACE.township);
    const similar = (more: string) =>
      raiser.client.ok(
        raiser.client.get<SimilarTopic[]>(
          `/topics/similar?township=${PLACE.townshipCode}&title=${encodeURIComponent(`${w}的楼道照明`)}${more}`,
        ),
      );
    const where = `&community=${PLACE.community}&latitude=34.0018&longitude=113`;
    expect((await similar(`${where}&category=${encodeURIComponent('公共安全')}`))[0]).toMatchObject({
      id,
      shared: [`楼道照明`, w],
      sameCommunity: true,
      sameCategory: true,
      metres: 200,
      cosignable: true,
    });
    expect((await similar(''))[0]).toMatchObject({ id, sameCommunity: false, sameCategory: false, metres: null });
    const written = await seeker.accepted({ title: `${w}楼道照明问题`, category: '公共安全' });
    await env.work();
    expect((await similar(`&except=${written}`))[0]).toMatchObject({ id, sameCommunity: true, sameCategory: true });
  });

  it('finds a topic by the code on its paper as people type it, where it may be seen, and what its promise came out of', async () => {
    const id = await seeker.accepted({ title: `${seeker.newWord()}楼道灯` });
    const { code } = await visitor().ok(visitor().get<TopicDetail>(`/topics/${id}`));
    const typed = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`;
    expect(await seeker.ids(visitor(), typed)).toEqual([id]);
    for (const other of ['&kind=minutes', '&step=deliver', '&source=leader', '&year=2020'])
      expect(await seeker.ids(visitor(), typed, other)).toEqual([]);
    const elsewhere = `/search?region=419902002&q=${typed}`;
    expect((await visitor().ok(visitor().get<Page<SearchHit>>(elsewhere))).items).toEqual([]);
    const { taskId, topicId } = await course.task();
    const task = await visitor().ok(visitor().get<TaskDetail>(`/tasks/${taskId}`));
    expect(await seeker.search(visitor(), task.code)).toMatchObject([
      { id: topicId, promise: { id: taskId, what: task.what } },
    ]);
    expect(await seeker.search(visitor(), typed)).toMatchObject([{ id, promise: null }]);
    const { client } = await course.convener();
    await client.ok(client.put(`/topics/${id}/sensitivity`, { sensitive: true, reason: '涉及隐私' }));
    expect(await seeker.ids(visitor(), typed)).toEqual([]);
    expect(await seeker.ids(client, typed)).toEqual([id]);
  });

  it('answers bad requests with what is wrong with them', async () => {
    for (const bad of ['&kind=task', '&after=x', '&after=1_2_3', '&year=20', '&limit=51']) {
      expect(await visitor().refusal(seeker.ask(visitor(), '路灯', bad))).toMatchObject({ code: 'REQUEST.INVALID' });
    }
    expect(await visitor().refusal(seeker.ask(visitor(), ''))).toMatchObject({ code: 'REQUEST.INVALID' });
    expect(await seeker.search(visitor(), '！？')).toEqual([]);
    expect(await seeker.search(visitor(), '%_\'"\\')).toEqual([]);
  });
});
