import {
  type Page,
  rankOf,
  readSearch,
  type SearchHit,
  type SimilarTopic,
  searchableWords,
  TOPIC_CATEGORIES,
  type TopicCreate,
} from '@consult/shared';
import { In } from 'typeorm';
import { newId } from '../../src/common/ids.js';
import { JobWorker } from '../../src/jobs/job-worker.js';
import { RegionEntity } from '../../src/regions/region.entity.js';
import { SearchBlockEntity, SearchChangeEntity, SearchDocumentEntity } from '../../src/search/search.entity.js';
import { rebuildSearch, searchChanged } from '../../src/search/search-changes.js';
import { type SearchSource, searchSources } from '../../src/search/search-sources.js';
import { TopicEntity } from '../../src/topics/topic.entity.js';
import type { Client } from '../support/client.js';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { acceptedTopic, PLACE, topicInput } from '../support/topics.js';
import { Chance } from '../support/year/chance.js';

/** Pieces of texts and of searches. */
const SAID = [
  ...['锦绣小区', '小区', '12号院', '21号院', '128号院', '三号院', '13号楼', '楼道照明', '照明', '楼道', '电梯'],
  ...['健身器材', '停车位', '老人', '灯', '路灯不亮', '沿西社区', 'WiFi'],
];

describe.each(DATABASES)('searching on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  let word = 0;
  beforeAll(async () => {
    env = await createTestEnvironment(kind, { logLevel: 'silent' });
    course = new Course(env);
  });
  afterAll(() => env.stop());
  // So that no one raises more in a day than allowed.
  beforeEach(() => course.pass(1));

  /** A word that no other test uses. */
  const newWord = () => {
    word += 1;
    return `${'甲乙丙丁戊己庚辛壬癸'[Math.floor(word / 10)]}${'鼠牛虎兔龙蛇马羊猴鸡'[word % 10]}桥`;
  };
  const ask = (client: Client, q: string, more = '') =>
    client.get<Page<SearchHit>>(`/search?region=${PLACE.townshipCode}&q=${encodeURIComponent(q)}${more}`);
  const search = async (client: Client, q: string, more = '') => {
    await env.work();
    return (await client.ok(ask(client, q, more))).items;
  };
  const ids = async (client: Client, q: string, more = '') => (await search(client, q, more)).map(({ id }) => id);
  const accepted = async (over: Partial<TopicCreate>) => (await acceptedTopic(env.cast, over)).id;
  const visitor = () => env.cast.visitor;

  it('finds topics by words of their titles, texts and places, and marks them', async () => {
    const [a, b] = [newWord(), newWord()];
    const id = await accepted({
      title: `${a}路灯不亮`,
      description: '老人夜里出门容易摔倒，请尽快修好。',
      place: `${b}北头`,
    });
    const [hit] = await search(visitor(), a);
    expect(hit).toMatchObject({ id, kind: 'topic', isPublic: true, isGuess: false, state: 'accepted' });
    expect(hit?.title).toEqual([
      { text: a, hit: true },
      { text: '路灯不亮', hit: false },
    ]);
    expect(await ids(visitor(), `${a} 摔倒`)).toEqual([id]);
    expect(await ids(visitor(), b)).toEqual([id]);
    expect(await ids(visitor(), `沿西社区 ${a}`)).toEqual([id]);
    expect(await ids(visitor(), `${a} 停车`)).toEqual([]);
    expect((await search(visitor(), b))[0]?.snippet).toContainEqual({ text: b, hit: true });
  });

  it('ranks titles over texts, what stands together over what does not, open over closed, and newer first', async () => {
    const w = newWord();
    const text = await accepted({ title: '健身器材老化严重', description: `在${w}旁边，健身器材老化，请更换。` });
    const old = await accepted({ title: `${w}路灯照明` });
    const fresh = await accepted({ title: `${w}路灯照明坏了` });
    const apart = await accepted({ title: `${w}的路边灯要照明` });
    const closed = await accepted({ title: `${w}路灯照明还是坏` });
    await course.post(await course.convener(), `/topics/${closed}/withdraw`, { reason: '重复提交' });
    expect(await ids(visitor(), w)).toEqual([apart, fresh, old, closed, text]);
    expect(await ids(visitor(), `${w}路灯照明`)).toEqual([fresh, old, closed]);
    expect(await ids(visitor(), `${w} 照明路灯`)).toEqual([fresh, old, closed]);
  });

  it('takes Chinese numerals, full-width and half-width digits for the same, and forgives one digit below that', async () => {
    const w = newWord();
    const exact = await accepted({ title: `${w}三十八号院漏水` });
    const near = await accepted({ title: `${w}36号院漏水` });
    for (const typed of ['38号院', '３８号院', '三十八号院']) {
      const hits = await search(visitor(), `${w}${typed}`);
      expect(hits.map(({ id, isGuess }) => [id, isGuess])).toEqual([
        [exact, false],
        [near, true],
      ]);
    }
  });

  it('pages by a key that stays, without a gap and without anything twice', async () => {
    const w = newWord();
    const made: string[] = [];
    for (let i = 0; i < 7; i += 1) made.unshift(await accepted({ title: `${w}第${i}处路灯` }));
    await env.work();
    const got: string[] = [];
    let after = '';
    do {
      const { items, nextAfter } = await visitor().ok(ask(visitor(), w, `&limit=3${after && `&after=${after}`}`));
      got.push(...items.map(({ id }) => id));
      after = nextAfter ?? '';
      // What is new meanwhile stands before what was read already.
      if (got.length === 3) {
        await accepted({ title: `${w}又一处路灯` });
        await env.work();
      }
    } while (after !== '');
    expect(got).toEqual(made);
  });

  it('filters by kind, step, category, source and year', async () => {
    const w = newWord();
    const id = await accepted({ title: `${w}路灯不亮`, category: '公共安全' });
    for (const fits of [
      'kind=topic',
      'step=collect',
      `category=${encodeURIComponent('公共安全')}`,
      'source=resident',
      'year=2026',
    ]) {
      expect([fits, await ids(visitor(), w, `&${fits}`)]).toEqual([fits, [id]]);
    }
    for (const misses of [
      'kind=minutes',
      'step=deliver',
      `category=${encodeURIComponent('交通出行')}`,
      'source=member',
      'year=2025',
    ]) {
      expect([misses, await ids(visitor(), w, `&${misses}`)]).toEqual([misses, []]);
    }
  });

  it('finds published minutes and outcomes, a correction in the place of what it corrects', async () => {
    const [a, b] = [newWord(), newWord()];
    const topic = await course.accepted();
    const { minutesId, outcomeId } = await course.hold([topic], {
      consensus: [`在${a}建一处凉亭`],
      tasks: [await course.agreedTask({ what: `修${b}的凉亭` })],
    });
    expect(await ids(visitor(), a)).toEqual([minutesId]);
    await course.publish(outcomeId, [await course.agreedTask({ what: `修${b}的凉亭` })]);
    expect((await search(visitor(), b)).map(({ kind, id }) => [kind, id])).toEqual(
      expect.arrayContaining([
        ['outcome', outcomeId],
        ['minutes', minutesId],
      ]),
    );
  });

  it('shows nothing that is not public to the public, and to the staff of another township neither', async () => {
    const w = newWord();
    const raiser = await env.cast.one('resident', PLACE.township);
    const { id } = await course.post<{ id: string }>(raiser, '/topics', topicInput({ title: `${w}路灯不亮` }));
    const convener = await course.convener();
    const others = await env.cast.one('convener', '曙光街道');
    const county = await course.staff('county_office');
    const seenBy = async (client: Client) => {
      const here = await ids(client, w);
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
    const w = newWord();
    const id = await accepted({ title: `${w}路灯不亮` });
    expect(await ids(visitor(), w)).toEqual([id]);
    const { client } = await course.convener();
    await client.ok(client.put(`/topics/${id}/sensitivity`, { sensitive: true, reason: '涉及隐私' }));
    expect((await visitor().ok(ask(visitor(), w))).items).toEqual([]);
  });

  it('hides minutes with their topic, and shows them again with it', async () => {
    const w = newWord();
    const topic = await course.accepted();
    const { minutesId } = await course.hold([topic], { consensus: [`在${w}建一处凉亭`] });
    const convener = await course.convener();
    const classify = (sensitive: boolean) =>
      convener.client.ok(convener.client.put(`/topics/${topic}/sensitivity`, { sensitive, reason: '涉及隐私' }));
    await classify(true);
    expect(await ids(visitor(), w)).toEqual([]);
    expect(await ids(convener.client, w)).toEqual([minutesId]);
    await classify(false);
    expect(await ids(visitor(), w)).toEqual([minutesId]);
  });

  it('never finds a draft, and finds a topic sent back by what it says after it was changed', async () => {
    const [a, b] = [newWord(), newWord()];
    const raiser = await env.cast.one('resident', PLACE.township);
    const convener = await course.convener();
    const { id } = await course.post<{ id: string }>(
      raiser,
      '/topics',
      topicInput({ title: `${a}路灯不亮`, submit: false }),
    );
    expect(await ids(convener.client, a)).toEqual([]);
    await course.post(raiser, `/topics/${id}/submit`);
    expect(await ids(convener.client, a)).toEqual([id]);
    await course.post(convener, `/topics/${id}/return`, { reason: '请写清楚位置' });
    const { submit: _, ...input } = topicInput({ title: `${b}路灯不亮` });
    await raiser.client.ok(raiser.client.put(`/topics/${id}`, input));
    expect(await ids(convener.client, a)).toEqual([]);
    expect(await ids(convener.client, b)).toEqual([id]);
  });

  it('finds the same after the index was made anew', async () => {
    const w = newWord();
    const id = await accepted({ title: `${w}路灯不亮` });
    expect(await ids(visitor(), w)).toEqual([id]);
    await env.database.write((db) => rebuildSearch(db));
    expect((await visitor().ok(ask(visitor(), w))).items).toEqual([]);
    expect(await ids(visitor(), w)).toEqual([id]);
  });

  it('finds what reading every text finds, in the same order, with each filter', async () => {
    const chance = new Chance(11);
    await raiseMany(chance, 100);
    const all = await everyText();
    for (let i = 0; i < 40; i += 1) {
      const typed = Array.from({ length: 1 + (i % 3) }, () => chance.pick(SAID)).join(chance.pick(['', ' ']));
      const [filter, fits] = chance.pick<[string, (source: SearchSource) => boolean]>([
        ['', () => true],
        ['', () => true],
        ['&step=deliver', ({ step }) => step === 'deliver'],
        [`&category=${encodeURIComponent('公共安全')}`, ({ category }) => category === '公共安全'],
        ['&source=resident&year=2026', ({ year, source }) => year === 2026 && source === 'resident'],
      ]);
      const query = readSearch(typed);
      const expected = all
        .filter(({ source }) => source.isPublic && source.township === PLACE.townshipCode && fits(source))
        .map((found) => ({ ...found, rank: rankOf(query, found.words) }))
        .filter(({ rank }) => rank >= 0)
        .sort((a, b) => a.rank - b.rank || b.standing - a.standing)
        .map(({ source }) => source.id);
      const got: string[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const more: string = `${filter}&kind=topic&limit=${chance.pick([7, 50])}${after && `&after=${after}`}`;
        const page: Page<SearchHit> = await visitor().ok(ask(visitor(), typed, more));
        got.push(...page.items.map(({ id }) => id));
        after = page.nextAfter;
      }
      expect([typed, filter, got]).toEqual([typed, filter, expected]);
    }
  });

  /** Topics of random texts, over blocks that are far apart. */
  async function raiseMany(chance: Chance, count: number): Promise<void> {
    const like = await acceptedTopic(env.cast);
    const said = (most: number) =>
      Array.from({ length: chance.between(1, most) }, () => chance.pick(SAID)).join(chance.pick(['', '', '，', ' ']));
    for (const gapBefore of [32_750, 90_000, 900_000]) {
      await env.database.write(async (db) => {
        await db.insert(SearchDocumentEntity, { id: gapBefore, kind: 'topic', itemId: 'GAP', words: '' });
        await db.delete(SearchDocumentEntity, { id: gapBefore });
        const known = await db.findOneByOrFail(TopicEntity, { id: like.id });
        for (let i = 0; i < count / 3; i += 1) {
          const createdAt = known.createdAt - chance.pick([1, 400]) * 86_400_000 + i;
          const id = newId(createdAt);
          const [state, isPublic] = chance.pick([
            ['accepted', true],
            ['accepted', true],
            ['closed', true],
            ['submitted', false],
          ] as const);
          const own = { title: said(4), description: said(3), category: chance.pick(TOPIC_CATEGORIES) };
          await db.insert(TopicEntity, { ...known, ...own, id, code: id.slice(-8), state, isPublic, createdAt });
          await searchChanged(db, 'topic', id);
        }
      });
      await env.work();
    }
  }

  async function everyText() {
    const db = env.database.read;
    const documents = await db.findBy(SearchDocumentEntity, { kind: 'topic' });
    const standings = new Map(documents.map(({ itemId, standing }) => [itemId, standing]));
    const nameOf = new Map((await db.find(RegionEntity)).map(({ code, name }) => [code, name]));
    return (await searchSources(db, 'topic', [...standings.keys()])).map((source) => ({
      source,
      standing: standings.get(source.id) ?? 0,
      words: searchableWords({
        title: source.title,
        texts: [...source.texts, ...[source.township, source.community ?? ''].map((code) => nameOf.get(code) ?? '')],
      }),
    }));
  }

  it('has one index however many workers bring changes in, and leaves nothing of what is taken out', async () => {
    const w = newWord();
    const made: string[] = [];
    for (let i = 0; i < 5; i += 1) made.unshift(await accepted({ title: `${w}第${i}处路灯` }));
    // SQLite serves one process.
    const other = kind === 'sqlite' ? null : await env.another();
    await Promise.all([env.work(), other?.app.get(JobWorker).drain(), env.work()]);
    expect((await visitor().ok(ask(visitor(), w))).items.map(({ id }) => id)).toEqual(made);
    await other?.app.close();
    expect(await env.database.read.count(SearchChangeEntity)).toBe(0);
    const blocks = () => env.database.read.countBy(SearchBlockEntity, { word: w.slice(0, 2) });
    expect(await blocks()).toBe(2);
    await env.database.write(async (db) => {
      await db.update(TopicEntity, { id: In(made) }, { title: '路灯' });
      for (const id of made) await searchChanged(db, 'topic', id);
    });
    await env.work();
    expect(await blocks()).toBe(0);
  });

  it('leaves out an item that cannot be read, and finds the others', async () => {
    const w = newWord();
    const topic = await course.accepted();
    const { minutesId } = await course.hold([topic], { consensus: [`在${w}建一处凉亭`] });
    const id = await accepted({ title: `${w}路灯` });
    await env.database.write((db) => db.query('UPDATE minutes SET points = ? WHERE id = ?', ['[', minutesId]));
    expect(await ids(visitor(), w)).toEqual([id]);
    await env.database.write((db) => db.query('UPDATE minutes SET points = ? WHERE id = ?', ['[]', minutesId]));
    await env.database.write((db) => searchChanged(db, 'minutes', minutesId));
    expect(await ids(visitor(), w)).toEqual([id, minutesId]);
  });

  it('says why open topics look alike, to who writes one and to the convener', async () => {
    const w = newWord();
    const location = { latitude: 34, longitude: 113 };
    const id = await accepted({ title: `${w}楼道照明坏了`, category: '公共安全', location });
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
    const written = await accepted({ title: `${w}楼道照明问题`, category: '公共安全' });
    await env.work();
    expect((await similar(`&except=${written}`))[0]).toMatchObject({ id, sameCommunity: true, sameCategory: true });
  });

  it('answers bad requests with what is wrong with them', async () => {
    for (const bad of ['&kind=task', '&after=x', '&after=1_2_3', '&year=20', '&limit=51']) {
      expect(await visitor().refusal(ask(visitor(), '路灯', bad))).toMatchObject({ code: 'REQUEST.INVALID' });
    }
    expect(await visitor().refusal(ask(visitor(), ''))).toMatchObject({ code: 'REQUEST.INVALID' });
    expect(await search(visitor(), '！？')).toEqual([]);
    expect(await search(visitor(), '%_\'"\\')).toEqual([]);
  });
});
