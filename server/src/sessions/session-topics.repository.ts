import { SETTLED_SESSION_STATES, type TopicAtTheDoor } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { TopicEntity } from '../topics/topic.entity.js';
import { SessionTopicEntity } from './session.entity.js';

type TopicFacts = Pick<TopicAtTheDoor, 'planPublishedAt' | 'busy' | 'openTasks' | 'reconsultingTasks'>;

const SETTLED = SETTLED_SESSION_STATES.map((state) => `'${state}'`).join(', ');
const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');

/** What is known of topics beyond their own rows, and which belong to a session. */
@Injectable()
export class SessionTopicsRepository {
  async idsOf(db: EntityManager, sessionId: string): Promise<string[]> {
    const rows = await db.find(SessionTopicEntity, { where: { sessionId }, order: { topicId: 'ASC' } });
    return rows.map((row) => row.topicId);
  }

  async set(db: EntityManager, sessionId: string, topicIds: readonly string[]): Promise<void> {
    await db.delete(SessionTopicEntity, { sessionId });
    await db.insert(
      SessionTopicEntity,
      topicIds.map((topicId) => ({ sessionId, topicId })),
    );
  }

  async deliberating(db: EntityManager, ids: readonly string[]): Promise<TopicEntity[]> {
    return db.findBy(TopicEntity, { id: In([...ids]), state: 'deliberating' });
  }

  /** @param sessionId the session that asks; others that are not over make a topic busy */
  async of(db: EntityManager, ids: readonly string[], sessionId: string): Promise<(id: string) => TopicFacts> {
    const plans: { id: string; published_at: number | null }[] = await db.query(
      `SELECT t.id, p.published_at FROM topics t LEFT JOIN plans p ON p.id = t.plan_id WHERE t.id IN (${marks(ids)})`,
      [...ids],
    );
    const busy: { topic_id: string }[] = await db.query(
      `SELECT t.topic_id FROM session_topics t JOIN sessions s ON s.id = t.session_id
       WHERE t.topic_id IN (${marks(ids)}) AND s.id <> ? AND s.state NOT IN (${SETTLED})
       UNION SELECT t.topic_id FROM session_topics t JOIN outcomes o ON o.session_id = t.session_id
       WHERE t.topic_id IN (${marks(ids)}) AND o.state <> 'assigned'`,
      [...ids, sessionId, ...ids],
    );
    const tasks: { topic_id: string; open_tasks: number; reconsulting: number }[] = await db.query(
      `SELECT t.topic_id, COUNT(*) AS open_tasks, SUM(CASE WHEN k.state = 'reconsulting' THEN 1 ELSE 0 END) AS reconsulting
       FROM session_topics t JOIN tasks k ON k.session_id = t.session_id
       WHERE t.topic_id IN (${marks(ids)}) AND k.parent_id IS NULL AND k.state <> 'closed' GROUP BY t.topic_id`,
      [...ids],
    );
    return (id) => {
      const publishedAt = plans.find((row) => row.id === id)?.published_at ?? null;
      const promised = tasks.find((row) => row.topic_id === id);
      return {
        planPublishedAt: publishedAt === null ? null : Number(publishedAt),
        busy: busy.some((row) => row.topic_id === id),
        openTasks: Number(promised?.open_tasks ?? 0),
        reconsultingTasks: Number(promised?.reconsulting ?? 0),
      };
    };
  }
}
