import { type Conclusion, type ReplyClass, type TopicEnding, topicEnding } from '@consult/shared';
import type { EntityManager } from 'typeorm';

/** How a topic ends that is closed now: by the promises made about it, or by what its sessions came to. */
export async function endingOf(db: EntityManager, topicId: string): Promise<TopicEnding> {
  const promises: { reply_class: ReplyClass | null; carried_over: number }[] = await db.query(
    `SELECT k.reply_class, k.carried_over FROM session_topics s JOIN tasks k ON k.session_id = s.session_id
     WHERE s.topic_id = ? AND k.parent_id IS NULL`,
    [topicId],
  );
  const outcomes: { conclusion: Conclusion }[] = await db.query(
    `SELECT o.conclusion FROM session_topics s JOIN outcomes o ON o.session_id = s.session_id WHERE s.topic_id = ?`,
    [topicId],
  );
  return topicEnding(
    promises.map((row) => ({ replyClass: row.reply_class, carriedOver: Boolean(row.carried_over) })),
    outcomes.some(({ conclusion }) => conclusion !== 'none'),
  );
}
