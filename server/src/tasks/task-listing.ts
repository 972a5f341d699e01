import type { EntityManager } from 'typeorm';
import { followTask } from '../figures/figure-log.js';
import { aboutPublicTopic } from '../topics/about-public.js';

/**
 * Whether a promise stands in the public ledger: one of its own, not taken down, about a public topic. Kept in
 * `tasks.listed`, so that lists and counts of any size are answered from an index.
 */
const LISTED = `CASE WHEN parent_id IS NULL AND content = 'passed' AND ${aboutPublicTopic('tasks.session_id')}
  THEN 1 ELSE 0 END`;

/** Says of one promise whether it is listed; its figures are followed by whoever calls this. */
export async function setListed(db: EntityManager, taskId: string): Promise<void> {
  await db.query(`UPDATE tasks SET listed = ${LISTED} WHERE id = ?`, [taskId]);
}

/** Brings one promise up to date, after it was taken down or restored. */
export async function relistTask(db: EntityManager, taskId: string): Promise<void> {
  await followTask(db, taskId, () => setListed(db, taskId));
}

/** Brings those about a topic up to date, after it became public or ceased to be. */
export async function relistTasksAbout(db: EntityManager, topicId: string): Promise<void> {
  const tasks: { id: string }[] = await db.query(
    'SELECT k.id FROM session_topics s JOIN tasks k ON k.session_id = s.session_id WHERE s.topic_id = ? ORDER BY k.id',
    [topicId],
  );
  for (const { id } of tasks) await relistTask(db, id);
}
