import type { EntityManager } from 'typeorm';
import { aboutPublicTopic } from '../topics/about-public.js';

/**
 * Whether a promise stands in the public ledger: one of its own, not taken down, about a public topic. Kept in
 * `tasks.listed`, so that lists and counts of any size are answered from an index.
 */
const LISTED = `CASE WHEN parent_id IS NULL AND content = 'passed' AND ${aboutPublicTopic('tasks.session_id')}
  THEN 1 ELSE 0 END`;

/** Brings one promise up to date, after it was made, taken down or restored. */
export async function relistTask(db: EntityManager, taskId: string): Promise<void> {
  await db.query(`UPDATE tasks SET listed = ${LISTED} WHERE id = ?`, [taskId]);
}

/** Brings those about a topic up to date, after it became public or ceased to be. */
export async function relistTasksAbout(db: EntityManager, topicId: string): Promise<void> {
  const sessions: { session_id: string }[] = await db.query(
    'SELECT session_id FROM session_topics WHERE topic_id = ?',
    [topicId],
  );
  for (const { session_id } of sessions) {
    await db.query(`UPDATE tasks SET listed = ${LISTED} WHERE session_id = ?`, [session_id]);
  }
}
