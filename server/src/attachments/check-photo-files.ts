import { ATTACHMENT_LIMITS } from '@consult/shared';
import { type EntityManager, In, MoreThan } from 'typeorm';
import { decodeTime } from 'ulid';
import { SessionMaterialEntity } from '../materials/material.entity.js';
import { AttachmentEntity } from './attachment.entity.js';
import { photoKey, photoOfKey } from './photo-files.js';
import type { PhotoStore } from './photo-store.js';

const BATCH = 200;

export interface PhotoFilesReport {
  /** Keys of files that belong to no row, in order. */
  readonly withoutRow: readonly string[];
  /** Photos whose largest size is missing. */
  readonly withoutFile: readonly string[];
}

/**
 * Compares the store with the table, for what a crash or a restored backup left behind. Photos of the last day are
 * left alone: they may be on their way in.
 * @param options.remove deletes the files without a row
 * @throws ATTACHMENT.STORE_DOWN
 */
export async function checkPhotoFiles(
  db: EntityManager,
  store: PhotoStore,
  { now, remove }: { readonly now: number; readonly remove: boolean },
): Promise<PhotoFilesReport> {
  const before = now - ATTACHMENT_LIMITS.looseMs;
  const withoutRow = (await strayKeys(db, store, before)).toSorted();
  if (remove) await store.delete(withoutRow);
  return { withoutRow, withoutFile: await photosWithoutFile(db, store) };
}

async function strayKeys(db: EntityManager, store: PhotoStore, before: number): Promise<string[]> {
  const stray: string[] = [];
  let batch: string[] = [];
  const sort = async () => {
    const ids = [...new Set(batch.flatMap((key) => photoOfKey(key) ?? []))];
    const rows = await Promise.all(
      [AttachmentEntity, SessionMaterialEntity].map((entity) =>
        db.find<{ id: string }>(entity, { select: { id: true }, where: { id: In(ids) } }),
      ),
    );
    const known = new Set(rows.flat().map(({ id }) => id));
    stray.push(...batch.filter((key) => !known.has(photoOfKey(key) ?? '')));
    batch = [];
  };
  for await (const key of store.list()) {
    const id = photoOfKey(key);
    if (id === null || decodeTime(id) >= before) continue;
    batch.push(key);
    if (batch.length === BATCH) await sort();
  }
  if (batch.length > 0) await sort();
  return stray;
}

async function photosWithoutFile(db: EntityManager, store: PhotoStore): Promise<string[]> {
  const missing: string[] = [];
  for (let after = ''; ; ) {
    const rows = await db.find(AttachmentEntity, {
      select: { id: true },
      where: { id: MoreThan(after) },
      order: { id: 'ASC' },
      take: BATCH,
    });
    for (const { id } of rows) if (!(await store.exists(photoKey(id, 'full')))) missing.push(id);
    const last = rows.at(-1);
    if (last === undefined) return missing;
    after = last.id;
  }
}
