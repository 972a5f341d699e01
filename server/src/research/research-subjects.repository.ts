import { type ContentState, isSessionPublic, isShown, type SessionState, type TopicState } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { aboutPublicTopic } from '../topics/about-public.js';
import type { ResearchEntity } from './research.entity.js';

/** What a research looks into. */
export interface Subject {
  readonly kind: 'topic' | 'session';
  readonly id: string;
  readonly title: string;
  readonly state: TopicState | SessionState;
  /** Of a session. */
  readonly startsAt: number | null;
  readonly initiatorId: string | null;
  /** A topic of it is for everyone to see; of a session maybe not yet itself. */
  readonly isOpen: boolean;
  /** Everyone may see it now. */
  readonly isPublic: boolean;
}

type Of = Pick<ResearchEntity, 'topicId' | 'sessionId'>;

interface SessionRow {
  id: string;
  title: string;
  state: SessionState;
  starts_at: number;
  initiator_id: string;
  announced_at: number | null;
  content: ContentState;
  open: number;
}

@Injectable()
export class ResearchSubjects {
  /** Null where it is gone. */
  async find(db: EntityManager, { topicId, sessionId }: Of): Promise<Subject | null> {
    return topicId !== null ? this.topic(db, topicId) : this.session(db, sessionId ?? '');
  }

  /** The topics in whose timelines it shows. */
  async topicIdsOf(db: EntityManager, { topicId, sessionId }: Of): Promise<string[]> {
    if (topicId !== null) return [topicId];
    const rows: { topic_id: string }[] = await db.query(
      'SELECT topic_id FROM session_topics WHERE session_id = ? ORDER BY topic_id',
      [sessionId],
    );
    return rows.map((row) => row.topic_id);
  }

  /** Sessions whose questions can still be set and that are about the same matter. */
  async openSessions(
    db: EntityManager,
    { topicId, sessionId }: Of,
    states: readonly SessionState[],
  ): Promise<{ id: string; title: string; questions: string[] }[]> {
    const marks = states.map(() => '?').join(', ');
    const rows: { id: string; title: string; questions: string }[] = await db.query(
      `SELECT s.id, s.title, s.questions FROM sessions s WHERE s.state IN (${marks})
       AND (s.id = ? OR EXISTS (SELECT 1 FROM session_topics t WHERE t.session_id = s.id AND t.topic_id = ?))
       ORDER BY s.starts_at LIMIT 10`,
      [...states, sessionId ?? '', topicId ?? ''],
    );
    return rows.map((row) => ({ id: row.id, title: row.title, questions: JSON.parse(row.questions) as string[] }));
  }

  private async topic(db: EntityManager, id: string): Promise<Subject | null> {
    const [row]: { title: string; state: TopicState; is_public: number }[] = await db.query(
      'SELECT title, state, is_public FROM topics WHERE id = ?',
      [id],
    );
    if (row === undefined) return null;
    const isPublic = Boolean(row.is_public);
    const { title, state } = row;
    return { kind: 'topic', id, title, state, startsAt: null, initiatorId: null, isOpen: isPublic, isPublic };
  }

  private async session(db: EntityManager, id: string): Promise<Subject | null> {
    const [row]: SessionRow[] = await db.query(
      `SELECT s.id, s.title, s.state, s.starts_at, s.initiator_id, s.announced_at, s.content,
         CASE WHEN ${aboutPublicTopic('s.id')} THEN 1 ELSE 0 END AS open FROM sessions s WHERE s.id = ?`,
      [id],
    );
    if (row === undefined) return null;
    const isOpen = Boolean(row.open);
    return {
      kind: 'session',
      id,
      title: row.title,
      state: row.state,
      startsAt: Number(row.starts_at),
      initiatorId: row.initiator_id,
      isOpen,
      isPublic: isOpen && isSessionPublic({ announcedAt: row.announced_at }) && isShown(row.content),
    };
  }
}
