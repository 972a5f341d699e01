import { type Page, rankOf, readSearch, type SearchHit, searchableWords, TOPIC_CATEGORIES } from '@consult/shared';
import { In } from 'typeorm';
import { newId } from '../../src/common/ids.js';
import { JobWorker } from '../../src/jobs/job-worker.js';
import { RegionEntity } from '../../src/regions/region.entity.js';
import { SearchBlockEntity, SearchChangeEntity, SearchDocumentEntity } from '../../src/search/search.entity.js';
import { rebuildSearch, searchChanged } from '../../src/search/search-changes.js';
import { type SearchSource, searchSources } from '../../src/search/search-sources.js';
import { TopicEntity } from '../../src/topics/topic.entity.js';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Seeker } from '../support/seeker.js';
import { acceptedTopic, PLACE } from '../support/topics.js';
import { Chance } from '../support/year/chance.js';

/** Pieces of texts and of searches. */
const SAID = [
  ...['锦绣小区', '小区', '12号院', '21号院', '128号院', '三号院', '13号楼', '楼道照明', '照明', '楼道', '电梯'],
  ...['健身器材', '停车位', '老人', '灯', '路灯不亮', '沿西社区', 'WiFi'],
];

describe.each(DATABASES)('the index that is searched on %s', (kind) => {
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

  it('finds the same after the index was made anew', async () => {
    const w = seeker.newWord();
    const id = await seeker.accepted({ title: `${w}路灯不亮` });
    expect(await seeker.ids(visitor(), w)).toEqual([id]);
    await env.database.write((db) => rebuildSearch(db));
    expect((await visitor().ok(seeker.ask(visitor(), w))).items).toEqual([]);
    expect(await seeker.ids(visitor(), w)).toEqual([id]);
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
        const page: Page<SearchHit> = await visitor().ok(seeker.ask(visitor(), typed, more));
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
    const w = seeker.newWord();
    const made: string[] = [];
    for (let i = 0; i < 5; i += 1) made.unshift(await seeker.accepted({ title: `${w}第${i}处路灯` }));
    // SQLite serves one process.
    const other = kind === 'sqlite' ? null : await env.another();
    await Promise.all([env.work(), other?.app.get(JobWorker).drain(), env.work()]);
    expect((await visitor().ok(seeker.ask(visitor(), w))).items.map(({ id }) => id)).toEqual(made);
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
    const w = seeker.newWord();
    const topic = await course.accepted();
    const { minutesId } = await course.hold([topic], { consensus: [`在${w}建一处凉亭`] });
    const id = await seeker.accepted({ title: `${w}路灯` });
    await env.database.write((db) => db.query('UPDATE minutes SET points = ? WHERE id = ?', ['[', minutesId]));
    expect(await seeker.ids(visitor(), w)).toEqual([id]);
    await env.database.write((db) => db.query('UPDATE minutes SET points = ? WHERE id = ?', ['[]', minutesId]));
    await env.database.write((db) => searchChanged(db, 'minutes', minutesId));
    expect(await seeker.ids(visitor(), w)).toEqual([id, minutesId]);
  });
});
