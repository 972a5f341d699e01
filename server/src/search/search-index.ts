import { type SearchKind, searchableWords } from '@consult/shared';
import type { EntityManager } from 'typeorm';
import { SearchDocumentEntity } from './search.entity.js';
import { markOf, nearWord, SHELF_PARTS, type ShelfPart, shelfOf, standingOf } from './search-shelves.js';
import { type SearchSource, searchSources } from './search-sources.js';

/** So many rows are written or taken out by one statement. */
const ROWS = 400;

/** A row of search_words but for its standing. */
interface Key {
  readonly part: ShelfPart;
  readonly word: string;
}

/**
 * Brings the index up to what an item is now: its words, who may find it, and its place among others. Called in the
 * transaction of every change, it writes only what has changed. What hangs on a topic follows it.
 */
export async function indexItem(db: EntityManager, kind: SearchKind, id: string): Promise<void> {
  const changed = await indexOne(db, kind, id);
  if (changed && kind === 'topic') await indexPapersAbout(db, id);
  if (changed && kind === 'minutes') await indexOtherVersions(db, id);
}

/** @returns whether who may find it, or whether it stands among the open ones, is another now */
async function indexOne(db: EntityManager, kind: SearchKind, id: string): Promise<boolean> {
  const [source] = await searchSources(db, kind, [id]);
  const known = await hold(db, kind, id);
  if (source === undefined) {
    if (known === null) return false;
    await takeOut(db, known, keysIn(known.words));
    await db.delete(SearchDocumentEntity, { id: known.id });
    return true;
  }
  const keys = keysOf(source, await namesOf(db, source));
  const document = known ?? (await add(db, kind, id));
  const next = {
    id: document.id,
    shelf: shelfOf(source.county, source.isPublic),
    standing: standingOf(document.id, source.isOpen),
    words: written(keys),
  };
  const moved = document.shelf !== next.shelf || document.standing !== next.standing;
  if (!moved && document.words === next.words) return false;
  const old = keysIn(document.words);
  const [before, after] = [new Set(old.map(lineOf)), new Set(keys.map(lineOf))];
  await takeOut(db, document, moved ? old : old.filter((key) => !after.has(lineOf(key))));
  await putIn(db, next, moved ? keys : keys.filter((key) => !before.has(lineOf(key))));
  await db.update(SearchDocumentEntity, { id: document.id }, next);
  return moved;
}

/** Minutes and outcomes of a topic's sessions are as public as it is. */
async function indexPapersAbout(db: EntityManager, topicId: string): Promise<void> {
  for (const [kind, table] of [
    ['minutes', 'minutes'],
    ['outcome', 'outcomes'],
  ] as const) {
    const papers: { id: string }[] = await db.query(
      `SELECT p.id FROM session_topics s JOIN ${table} p ON p.session_id = s.session_id WHERE s.topic_id = ?`,
      [topicId],
    );
    for (const { id } of papers) await indexOne(db, kind, id);
  }
}

/** A correction takes the place of the version before it. */
async function indexOtherVersions(db: EntityManager, id: string): Promise<void> {
  const others: { id: string }[] = await db.query(
    'SELECT o.id FROM minutes m JOIN minutes o ON o.session_id = m.session_id WHERE m.id = ? AND o.id <> m.id',
    [id],
  );
  for (const other of others) await indexOne(db, 'minutes', other.id);
}

/** Its entry, held until the transaction ends. */
async function hold(db: EntityManager, kind: SearchKind, itemId: string): Promise<SearchDocumentEntity | null> {
  await db.query('UPDATE search_documents SET id = id WHERE kind = ? AND item_id = ?', [kind, itemId]);
  return db.findOneBy(SearchDocumentEntity, { kind, itemId });
}

async function add(db: EntityManager, kind: SearchKind, itemId: string): Promise<SearchDocumentEntity> {
  const document = Object.assign(new SearchDocumentEntity(), { kind, itemId, shelf: 0, standing: 0, words: '' });
  await db.insert(SearchDocumentEntity, document);
  return document;
}

async function namesOf(db: EntityManager, { township, community }: SearchSource): Promise<string[]> {
  const rows: { name: string }[] = await db.query('SELECT name FROM regions WHERE code IN (?, ?)', [
    township,
    community ?? township,
  ]);
  return rows.map(({ name }) => name);
}

/** The rows by which a text is found. @param names of where it belongs: they count as its words */
export function keysOf(source: SearchSource, names: readonly string[]): Key[] {
  const { kind, title, texts, township, community, category, source: from, step, year, isNear } = source;
  const words = searchableWords({ title, texts: [...texts, ...names] });
  const facts = [
    markOf('kind', kind),
    markOf('year', year),
    markOf('in', township),
    ...(community === null ? [] : [markOf('in', community)]),
    ...(category === null ? [] : [markOf('category', category)]),
    ...(from === null ? [] : [markOf('source', from)]),
    ...(step === null ? [] : [markOf('step', step)]),
  ];
  const keys = (part: ShelfPart, of: Iterable<string>) => [...of].map((word) => ({ part, word }));
  return [
    ...keys('text', [...words.text, ...facts]),
    ...keys('title', words.title),
    ...(isNear
      ? keys(
          'near',
          [...words.title].map((word) => nearWord(township, word)),
        )
      : []),
  ];
}

const lineOf = ({ part, word }: Key): string => `${SHELF_PARTS[part]}${word}`;
const written = (keys: readonly Key[]): string => keys.map(lineOf).join('\n');
const PARTS = Object.keys(SHELF_PARTS) as ShelfPart[];

function keysIn(words: string): Key[] {
  if (words === '') return [];
  return words.split('\n').map((line) => ({ part: PARTS[Number(line[0])] ?? 'text', word: line.slice(1) }));
}

interface Place {
  readonly shelf: number;
  readonly standing: number;
}

async function putIn(db: EntityManager, { shelf, standing }: Place, keys: readonly Key[]): Promise<void> {
  for (let from = 0; from < keys.length; from += ROWS) {
    const rows = keys.slice(from, from + ROWS);
    await db.query(
      `INSERT INTO search_words (shelf, word, standing) VALUES ${rows.map(() => '(?, ?, ?)').join(', ')}`,
      rows.flatMap(({ part, word }) => [shelf + SHELF_PARTS[part], word, standing]),
    );
  }
}

/** By its primary keys, so that no other text's rows are held. */
async function takeOut(db: EntityManager, { shelf, standing }: Place, keys: readonly Key[]): Promise<void> {
  for (const part of PARTS) {
    const words = keys.filter((key) => key.part === part).map(({ word }) => word);
    for (let from = 0; from < words.length; from += ROWS) {
      const some = words.slice(from, from + ROWS);
      await db.query(
        `DELETE FROM search_words WHERE shelf = ? AND word IN (${some.map(() => '?').join(', ')}) AND standing = ?`,
        [shelf + SHELF_PARTS[part], ...some, standing],
      );
    }
  }
}
