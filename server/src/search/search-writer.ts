import type { SearchKind } from '@consult/shared';
import { type EntityManager, In } from 'typeorm';
import { RegionEntity } from '../regions/region.entity.js';
import { BlockEdits } from './block-edits.js';
import { SearchDocumentEntity } from './search.entity.js';
import { keysOf, lineOf, readKeys, writeKeys } from './search-keys.js';
import { shelfOf, standingOf } from './search-shelves.js';
import { type SearchSource, searchSources } from './search-sources.js';

/** What can be found, named. */
export interface SearchItem {
  readonly kind: SearchKind;
  readonly itemId: string;
}

/**
 * Brings the index up to what items are now: their words, who may find them, and their places among others. It writes only
 * what has changed; what hangs on an item follows it. Called by whoever holds the index, see holdIndex.
 */
export async function writeIndex(db: EntityManager, items: readonly SearchItem[]): Promise<void> {
  const edits = new BlockEdits();
  const done = new Set<string>();
  let next = items;
  while (next.length > 0) {
    const fresh = unique(next).filter((item) => !done.has(nameOf(item)));
    for (const item of fresh) done.add(nameOf(item));
    const moved = await indexAll(db, edits, fresh);
    next = await hangingOn(db, moved);
  }
  await edits.write(db);
}

/** @returns those that others may find now, or that stand in another place */
async function indexAll(db: EntityManager, edits: BlockEdits, items: readonly SearchItem[]): Promise<SearchItem[]> {
  const sources = await sourcesOf(db, items);
  const known = await documentsOf(db, items);
  const names = await namesOf(db, [...sources.values()]);
  const moved: SearchItem[] = [];
  for (const item of items) {
    const [source, document] = [sources.get(nameOf(item)), known.get(nameOf(item))];
    const hasMoved =
      source === undefined
        ? document !== undefined && (await takeOut(db, edits, document))
        : await putIn(db, edits, source, names, document ?? (await add(db, item)));
    if (hasMoved) moved.push(item);
  }
  return moved;
}

async function putIn(
  db: EntityManager,
  edits: BlockEdits,
  source: SearchSource,
  names: ReadonlyMap<string, string>,
  document: SearchDocumentEntity,
): Promise<boolean> {
  const keys = keysOf(
    source,
    [source.township, source.community ?? ''].flatMap((code) => names.get(code) ?? []),
  );
  const next = {
    shelf: shelfOf(source.county, source.isPublic),
    standing: standingOf(document.id, source.isOpen),
    words: writeKeys(keys),
  };
  const moved = document.shelf !== next.shelf || document.standing !== next.standing;
  if (!moved && document.words === next.words) return false;
  const old = readKeys(document.words);
  const [before, after] = [new Set(old.map(lineOf)), new Set(keys.map(lineOf))];
  edits.clear(document, moved ? old : old.filter((key) => !after.has(lineOf(key))));
  edits.set(next, moved ? keys : keys.filter((key) => !before.has(lineOf(key))));
  await db.update(SearchDocumentEntity, { id: document.id }, next);
  return moved;
}

async function takeOut(db: EntityManager, edits: BlockEdits, document: SearchDocumentEntity): Promise<true> {
  edits.clear(document, readKeys(document.words));
  await db.delete(SearchDocumentEntity, { id: document.id });
  return true;
}

async function add(db: EntityManager, { kind, itemId }: SearchItem): Promise<SearchDocumentEntity> {
  const document = Object.assign(new SearchDocumentEntity(), { kind, itemId, shelf: 0, standing: 0, words: '' });
  await db.insert(SearchDocumentEntity, document);
  return document;
}

/** Minutes and outcomes of a topic's sessions are as public as it is; a correction takes the place of the version before. */
async function hangingOn(db: EntityManager, moved: readonly SearchItem[]): Promise<SearchItem[]> {
  const found: SearchItem[] = [];
  const ask = async (of: SearchKind, kind: SearchKind, sql: string) => {
    const ids = moved.filter((item) => item.kind === of).map(({ itemId }) => itemId);
    if (ids.length === 0) return;
    const rows: { id: string }[] = await db.query(`${sql} IN (${ids.map(() => '?').join(', ')})`, ids);
    found.push(...rows.map(({ id }) => ({ kind, itemId: id })));
  };
  const about = (table: string) =>
    `SELECT p.id FROM session_topics s JOIN ${table} p ON p.session_id = s.session_id WHERE s.topic_id`;
  await ask('topic', 'minutes', about('minutes'));
  await ask('topic', 'outcome', about('outcomes'));
  await ask(
    'minutes',
    'minutes',
    'SELECT o.id FROM minutes m JOIN minutes o ON o.session_id = m.session_id WHERE m.id',
  );
  return found;
}

async function sourcesOf(db: EntityManager, items: readonly SearchItem[]): Promise<Map<string, SearchSource>> {
  const found = new Map<string, SearchSource>();
  for (const [kind, ids] of byKind(items)) {
    for (const source of await searchSources(db, kind, ids)) found.set(nameOf({ kind, itemId: source.id }), source);
  }
  return found;
}

async function documentsOf(
  db: EntityManager,
  items: readonly SearchItem[],
): Promise<Map<string, SearchDocumentEntity>> {
  const found = new Map<string, SearchDocumentEntity>();
  for (const [kind, ids] of byKind(items)) {
    for (const document of await db.findBy(SearchDocumentEntity, { kind, itemId: In(ids) })) {
      found.set(nameOf(document), document);
    }
  }
  return found;
}

/** Names of where they belong, by code. */
async function namesOf(db: EntityManager, sources: readonly SearchSource[]): Promise<Map<string, string>> {
  const codes = new Set(
    sources.flatMap(({ township, community }) => [township, ...(community === null ? [] : [community])]),
  );
  const regions = await db.findBy(RegionEntity, { code: In([...codes]) });
  return new Map(regions.map(({ code, name }) => [code, name]));
}

function byKind(items: readonly SearchItem[]): [SearchKind, string[]][] {
  const ids = new Map<SearchKind, string[]>();
  for (const { kind, itemId } of items) ids.set(kind, [...(ids.get(kind) ?? []), itemId]);
  return [...ids];
}

const nameOf = ({ kind, itemId }: SearchItem): string => `${kind} ${itemId}`;
const unique = (items: readonly SearchItem[]): SearchItem[] => [
  ...new Map(items.map((item) => [nameOf(item), item])).values(),
];
