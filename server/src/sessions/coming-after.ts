import type { ComingAfter } from '@consult/shared';
import type { EntityManager } from 'typeorm';

const MINUTES = `SELECT 'minutes' AS kind, m.state AS state, m.due_at AS due_at FROM minutes m
  JOIN sessions s ON s.id = m.session_id AND s.state = 'ended' WHERE m.version = 1`;

/** The minutes of a session that are on their way; null before its end and once they are out. */
export async function comingAfterSession(db: EntityManager, sessionId: string): Promise<ComingAfter | null> {
  return first(await db.query(`${MINUTES} AND m.session_id = ?`, [sessionId]));
}

/** What comes next of the sessions about a topic that everyone may know of: minutes first, then outcomes not handed out. */
export async function comingAfterTopic(db: EntityManager, topicId: string): Promise<ComingAfter | null> {
  const about = 'IN (SELECT t.session_id FROM session_topics t WHERE t.topic_id = ?)';
  return first(
    await db.query(
      `${MINUTES} AND s.content = 'passed' AND m.session_id ${about}
       UNION ALL SELECT 'outcome', o.state, o.due_at FROM outcomes o
       WHERE o.state <> 'assigned' AND o.content = 'passed' AND o.session_id ${about}
       ORDER BY kind, due_at LIMIT 1`,
      [topicId, topicId],
    ),
  );
}

function first([row]: { kind: ComingAfter['kind']; state: string; due_at: number | null }[]): ComingAfter | null {
  if (row === undefined) return null;
  const { kind, state, due_at } = row;
  return { kind, state, dueAt: due_at === null ? null : Number(due_at) } as ComingAfter;
}
