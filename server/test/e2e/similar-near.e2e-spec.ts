import { newId } from '../../src/common/ids.js';
import { SearchBlockEntity, SearchDocumentEntity } from '../../src/search/search.entity.js';
import { SearchRepository } from '../../src/search/search.repository.js';
import { type Bits, blockOf, noBits, offsetOf, setBit, writeBits } from '../../src/search/search-bits.js';
import { nearWord, SHELF_PARTS, standingOf } from '../../src/search/search-shelves.js';
import { WordDensities } from '../../src/search/word-densities.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Chance } from '../support/year/chance.js';

/** Of no county. */
const SHELF = 9_999_990;
const TOWNSHIP = '999999001';
const OTHER = '999999002';
/** Past what the environment itself has in the index, and yet in the first block of the open ones. */
const FIRST = 5_000;
const TEXTS = 3_000;
const APART = 700;
const INSERT_AT_ONCE = 500;
/** How many of a hundred titles have each word: the first one stands in more than tell anything. */
const SHARES = { 小区: 80, 照明: 12, 楼道: 6, 扶手: 2 };
const WORDS = Object.keys(SHARES);

interface Text {
  readonly document: number;
  readonly itemId: string;
  readonly township: string;
  readonly words: readonly string[];
  readonly isOpen: boolean;
}

describe.each(DATABASES)('the topics of a large township on %s', (kind) => {
  let env: TestEnvironment;
  let texts: Text[];
  const repository = new SearchRepository(new WordDensities());
  beforeAll(async () => {
    env = await createTestEnvironment(kind, { logLevel: 'silent' });
    texts = textsOf(new Chance(3));
    const documents = texts.map(({ document, itemId, isOpen }) => ({
      id: document,
      kind: 'topic' as const,
      itemId,
      standing: standingOf(document, isOpen),
      words: '',
    }));
    await env.database.write(async (db) => {
      for (const [entity, rows] of [
        [SearchDocumentEntity, documents],
        [SearchBlockEntity, blocksOf(texts)],
      ] as const) {
        for (let i = 0; i < rows.length; i += INSERT_AT_ONCE) {
          await db
            .createQueryBuilder()
            .insert()
            .into(entity)
            .values(rows.slice(i, i + INSERT_AT_ONCE))
            .execute();
        }
      }
    });
  });
  afterAll(() => env.stop());

  /** The open ones of the township that have most of the words, newest first among equals. */
  const expected = (words: readonly string[], limit: number) =>
    texts
      .filter(({ isOpen, township }) => isOpen && township === TOWNSHIP)
      .map((text) => ({ ...text, shared: words.filter((word) => text.words.includes(word)).length }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared || b.document - a.document)
      .slice(0, limit)
      .map(({ itemId }) => itemId);
  const near = (words: readonly string[], limit: number) =>
    repository.near(
      env.database.read,
      SHELF,
      words.map((word) => nearWord(TOWNSHIP, word)),
      limit,
    );

  it('that are near a title are those that share most of its telling words, newest first, every time', async () => {
    const telling = WORDS.filter((word) => word !== '小区');
    for (const limit of [5, 40, 400]) {
      expect(await near(WORDS, limit)).toEqual(expected(telling, limit));
      expect(await near(['照明', '楼道'], limit)).toEqual(expected(['照明', '楼道'], limit));
      expect(await near([...telling, '没有'], limit)).toEqual(expected(telling, limit));
    }
  });

  it('are found by a word that very many have where there is no other', async () => {
    expect(await near(['小区'], 40)).toEqual(expected(['小区'], 40));
  });

  it('are none where nobody wrote any of the words', async () => {
    expect(await near(['没有'], 40)).toEqual([]);
    expect(await near([], 40)).toEqual([]);
  });
});

function textsOf(chance: Chance): Text[] {
  return Array.from({ length: TEXTS }, (_, i) => ({
    document: FIRST + i * APART,
    itemId: newId(i + 1),
    township: chance.happens(0.95) ? TOWNSHIP : OTHER,
    words: WORDS.filter((_word, at) => chance.happens((Object.values(SHARES)[at] ?? 0) / 100)),
    isOpen: chance.happens(0.95),
  }));
}

function blocksOf(texts: readonly Text[]): SearchBlockEntity[] {
  const lists = new Map<string, { shelf: number; word: string; block: number; bits: Bits }>();
  for (const { document, township, words, isOpen } of texts) {
    const standing = standingOf(document, isOpen);
    const block = blockOf(standing);
    for (const word of words.map((one) => nearWord(township, one))) {
      const list = lists.get(`${word} ${block}`) ?? { shelf: SHELF + SHELF_PARTS.near, word, block, bits: noBits() };
      lists.set(`${word} ${block}`, list);
      setBit(list.bits, offsetOf(standing), true);
    }
  }
  return [...lists.values()].map(({ bits, ...key }) => ({ ...key, bits: writeBits(bits) }));
}
