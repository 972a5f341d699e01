import type { SearchKind } from '@consult/shared';
import type { EntityManager } from 'typeorm';
import { SearchBlockEntity, SearchChangeEntity, SearchDocumentEntity } from './search.entity.js';

/** In the order in which they get their places in the index. */
const TABLES: readonly (readonly [SearchKind, string])[] = [
  ['topic', 'topics'],
  ['minutes', 'minutes'],
  ['outcome', 'outcomes'],
];

/** Has an item brought up to date in the index by the next worker. Called in the transaction of every change. */
export async function searchChanged(db: EntityManager, kind: SearchKind, itemId: string): Promise<void> {
  await db.insert(SearchChangeEntity, { kind, itemId });
}

/** Holds the index until the transaction ends, so that no two write the same block: the first thing that a writer asks. */
export async function holdIndex(db: EntityManager): Promise<void> {
  await db.query('UPDATE search_writers SET id = id');
}

/** Has the whole index made anew. Until it is, less is found than there is; never more. */
export async function rebuildSearch(db: EntityManager): Promise<void> {
  await holdIndex(db);
  for (const entity of [SearchBlockEntity, SearchDocumentEntity, SearchChangeEntity]) {
    await db.createQueryBuilder().delete().from(entity).execute();
  }
  for (const [kind, table] of TABLES) {
    await db.query(`INSERT INTO search_changes (kind, item_id) SELECT ?, id FROM ${table} ORDER BY id`, [kind]);
  }
}
