import type { EntityManager } from 'typeorm';
import { lockRow } from '../database/lock-row.js';
import { TaskEntity } from '../tasks/task.entity.js';
import { TopicEntity } from '../topics/topic.entity.js';
import { TopicStayEntity } from '../topics/topic-stay.entity.js';
import { FigureDeltaEntity } from './figure.entity.js';
import { difference, type FigureChange, figuresOf, seenOf, stayFigure } from './figure-facts.js';
import { promiseFigures } from './promise-facts.js';

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
    if (seenOf(before) !== seenOf(after)) await relistStays(db, before, after);
  }
  return result;
}

/** Counts a stay of a topic, as whom it was seen by before the move that ended it. */
export async function countNewStay(db: EntityManager, topic: TopicEntity, stay: TopicStayEntity): Promise<void> {
  await db.insert(TopicStayEntity, stay);
  await logFigures(db, topic, [stayFigure(stay, topic)]);
}

/** Everyone who sees a topic may open its stays, as far as they may read how each ended. */
async function relistStays(db: EntityManager, before: TopicEntity, after: TopicEntity): Promise<void> {
  const topicId = after.id;
  const stays = await db.findBy(TopicStayEntity, { topicId });
  const [had, has] = [before, after].map((topic) => stays.map((stay) => stayFigure(stay, topic)));
  await db.update(TopicStayEntity, { topicId, isPublic: true }, { listed: seenOf(after) === 'public' });
  await logFigures(db, after, difference(had ?? [], has ?? []));
}

/**
 * The same for a promise: every change of its state, its answer, its ratings, its department and whether it is listed is made
 * through this.
 */
export async function followTask<T>(db: EntityManager, id: string, change: () => Promise<T>): Promise<T> {
  await lockRow(db, 'tasks', id);
  const before = await db.findOneBy(TaskEntity, { id });
  const result = await change();
  const after = await db.findOneBy(TaskEntity, { id });
  if (before !== null && after !== null) {
    await logFigures(db, after, difference(promiseFigures(before), promiseFigures(after)));
  }
  return result;
}

/** Counts a promise that was just made. It is not looked for before, which would hold up others who make one. */
export async function countNewTask(db: EntityManager, id: string): Promise<void> {
  const task = await db.findOneByOrFail(TaskEntity, { id });
  await logFigures(db, task, promiseFigures(task));
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
