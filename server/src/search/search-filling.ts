import { SEARCH_KINDS, type SearchKind } from '@consult/shared';
import type { EntityManager } from 'typeorm';
import { indexItem } from './search-index.js';

const TABLES: Readonly<Record<SearchKind, string>> = { topic: 'topics', minutes: 'minutes', outcome: 'outcomes' };

/** How far the filling of the index has come: oldest first, kind by kind. */
export interface FillingPlace {
  readonly kind: SearchKind;
  /** The id of the last item done. */
  readonly after: string;
}

export const FILLING_START: FillingPlace = { kind: SEARCH_KINDS[0], after: '' };

/** Indexes the next items. @returns where to go on; null: all is done */
export async function fillIndex(
  db: EntityManager,
  { kind, after }: FillingPlace,
  limit: number,
): Promise<FillingPlace | null> {
  const rows: { id: string }[] = await db.query(`SELECT id FROM ${TABLES[kind]} WHERE id > ? ORDER BY id LIMIT ?`, [
    after,
    limit,
  ]);
  for (const { id } of rows) await indexItem(db, kind, id);
  const last = rows[rows.length - 1];
  if (rows.length === limit && last !== undefined) return { kind, after: last.id };
  const next = SEARCH_KINDS[SEARCH_KINDS.indexOf(kind) + 1];
  return next === undefined ? null : { kind: next, after: '' };
}

/** Takes everything out, to be filled anew. Until it is, less is found than there is; never more. */
export async function emptyIndex(db: EntityManager): Promise<void> {
  await db.query('DELETE FROM search_words');
  await db.query('DELETE FROM search_documents');
}
