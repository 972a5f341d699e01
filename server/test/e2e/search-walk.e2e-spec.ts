import { rankOf, readSearch, searchCharacters, searchWords } from '@consult/shared';
import { Postings } from '../../src/search/postings.js';
import { SearchBlockEntity } from '../../src/search/search.entity.js';
import { BLOCK_SIZE, blockOf, noBits, offsetOf, setBit, writeBits } from '../../src/search/search-bits.js';
import { markOf, SHELF_PARTS, STANDING_MAX, standingOf } from '../../src/search/search-shelves.js';
import { blocksOf, type Place, SearchWalk } from '../../src/search/search-walk.js';
import { WordDensities } from '../../src/search/word-densities.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Chance } from '../support/year/chance.js';

/** Of no county. */
const SHELF = 9_999_990;
const BLOCKS = 90;
/** So many texts of each block have words; all of them are searched for. */
const TEXTS_A_BLOCK = 12;
const INSERT_AT_ONCE = 200;
const FACT = markOf('year', 2026);

const YARDS = ['育才小区', '锦绣小区', '沿河路', '槐荫里'];
const THINGS = ['楼道照明', '电梯', '停车位', '下水道', '照明改造'];

interface Text {
  readonly standing: number;
  readonly title: ReadonlySet<string>;
  readonly text: ReadonlySet<string>;
  readonly hasFact: boolean;
}

describe.each(DATABASES)('walking through an index of many blocks on %s', (kind) => {
  let env: TestEnvironment;
  let texts: Text[];
  const newest = BLOCKS * BLOCK_SIZE - 1;
  const blocks = [...blocksOf(newest, true), ...blocksOf(newest, false)];
  beforeAll(async () => {
    env = await createTestEnvironment(kind, { logLevel: 'silent' });
    texts = textsOf(new Chance(5));
    const rows = rowsOf(texts);
    await env.database.write(async (db) => {
      for (let i = 0; i < rows.length; i += INSERT_AT_ONCE)
        await db.insert(SearchBlockEntity, rows.slice(i, i + INSERT_AT_ONCE));
    });
  });
  afterAll(() => env.stop());

  const walk = (typed: string, facts: readonly string[], densities: WordDensities, from: Place) => {
    const postings = new Postings(env.database.read, densities, blocks.length);
    return new SearchWalk(postings, readSearch(typed), [{ number: SHELF, facts }], blocks).from(from);
  };

  it.each([
    ['育才小区95号院 照明', []],
    ['育才小区 照明', []],
    ['照明', []],
    ['95号', [FACT]],
    ['59号院 电梯', []],
    ['槐荫里 12号', [FACT]],
    ['沿河路7号院电梯', []],
    ['灯', []],
    ['没有这回事', []],
  ])('offers for %s (%j) each text in its best rank, in order, from wherever it goes on', async (typed, facts) => {
    const query = readSearch(typed);
    const expected = texts
      .filter(({ hasFact }) => facts.length === 0 || hasFact)
      .map(({ standing, ...words }) => ({ rank: rankOf(query, words), below: standing }))
      .filter(({ rank }) => rank >= 0)
      .sort((a, b) => a.rank - b.rank || b.below - a.below);
    const densities = new WordDensities();
    // The second time more is known of the words, and the index is read in another way.
    for (const start of [0, 0, 1, Math.floor(expected.length / 2), expected.length - 1]) {
      const last = expected[start - 1] ?? { rank: 0, below: STANDING_MAX };
      const offered: Place[] = [];
      for await (const place of walk(typed, facts, densities, last)) offered.push(place);
      expect(offered).toEqual(expected.slice(Math.max(0, start)));
    }
  });
});

/** Most of a block's texts are about things alone; a few name a yard with a number, in their title or further down. */
function textsOf(chance: Chance): Text[] {
  return Array.from({ length: BLOCKS * TEXTS_A_BLOCK }, (_, i) => {
    const document =
      Math.floor(i / TEXTS_A_BLOCK) * BLOCK_SIZE + (i % TEXTS_A_BLOCK) * 2_001 + chance.between(0, 2_000);
    const place = `${chance.pick(YARDS)}${chance.pick(['95', '59', '12', '7', '96'])}号院`;
    const said = [chance.pick([place, '本村', '本村']), chance.pick(THINGS)].join(chance.pick(['', '的']));
    const more = `${chance.pick([place, '老人', '老人'])}，${chance.pick(THINGS)}，灯`;
    const ofTitle = searchWords(said);
    return {
      standing: standingOf(document, chance.happens(0.7)),
      title: new Set([...ofTitle, ...searchCharacters(said)]),
      text: new Set([...ofTitle, ...searchWords(more)]),
      hasFact: chance.happens(0.5),
    };
  });
}

function rowsOf(texts: readonly Text[]): SearchBlockEntity[] {
  const lists = new Map<string, { shelf: number; word: string; block: number; bits: ReturnType<typeof noBits> }>();
  const put = (shelf: number, word: string, standing: number) => {
    const block = blockOf(standing);
    const key = [shelf, word, block].join(' ');
    const list = lists.get(key) ?? { shelf, word, block, bits: noBits() };
    lists.set(key, list);
    setBit(list.bits, offsetOf(standing), true);
  };
  for (const { standing, title, text, hasFact } of texts) {
    for (const word of title) put(SHELF + SHELF_PARTS.title, word, standing);
    for (const word of [...text, ...(hasFact ? [FACT] : [])]) put(SHELF + SHELF_PARTS.text, word, standing);
  }
  return [...lists.values()].map(({ bits, ...key }) => ({ ...key, bits: writeBits(bits) }));
}
