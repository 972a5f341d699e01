import type { EntityManager } from 'typeorm';

/**
 * Holds a row until the transaction ends, so that what is counted under it is not counted twice at once.
 * An update that changes nothing does so on every database; SELECT … FOR UPDATE does not exist on SQLite.
 */
export async function lockRow(
  db: EntityManager,
  table:
    | 'live_sessions'
    | 'minutes'
    | 'opinion_rounds'
    | 'outcomes'
    | 'people'
    | 'plans'
    | 'questionnaires'
    | 'cases'
    | 'research'
    | 'sessions'
    | 'tasks'
    | 'topics',
  id: string,
): Promise<void> {
  await db.query(`UPDATE ${table} SET id = id WHERE id = ?`, [id]);
}
