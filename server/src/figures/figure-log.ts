import type { EntityManager } from 'typeorm';
import { lockRow } from '../database/lock-row.js';
import { TopicEntity } from '../topics/topic.entity.js';
import { FigureDeltaEntity } from './figure.entity.js';
import { difference, type FigureChange, figuresOf } from './figure-facts.js';

/**
 * Makes a change of a topic together with the change of the figures that follows from it: rows are added in the same
 * transaction, so the figures are exact at any moment and no two writers wait for the same row. Every change of what a
 * topic's figures hang on is made through this.
 * @param change what is written, given the topic as it is; it is held meanwhile
 */
export async function followTopic<T>(
  db: EntityManager,
  id: string,
  change: (before: TopicEntity | null) => Promise<T>,
): Promise<T> {
  await lockRow(db, 'topics', id);
  const before = await db.findOneBy(TopicEntity, { id });
  const result = await change(before);
  const after = await db.findOneBy(TopicEntity, { id });
  if (before !== null && after !== null) {
    await logFigures(db, after, difference(figuresOf(before), figuresOf(after)));
  }
  return result;
}

/** Adds changes of the figures of a township and its county. */
export async function logFigures(
  db: EntityManager,
  { county, township }: { readonly county: string; readonly township: string },
  changes: readonly FigureChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = [township, county].flatMap((region) => changes.map((change) => ({ region, ...change })));
  await db.createQueryBuilder().insert().into(FigureDeltaEntity).values(rows).updateEntity(false).execute();
}
