import {
  type CategoryCount,
  PARTICIPANT_CATEGORIES,
  type ParticipantCategory,
  type ParticipantOrigin,
  type Seating,
  type TopicCategory,
  type TopicOnPaper,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { MomentKey } from '../common/paging/page.js';
import { regionFilter } from '../regions/region-filter.js';
import { ParticipantEntity } from './session.entity.js';
import { SESSION_ROW, type SessionRow } from './session-summaries.js';
import { SESSION_SHOWN_TO_ALL } from './shown-to-all.js';

export interface SessionFilter {
  readonly region: string;
  readonly publicOnly: boolean;
  /** Only those that start at or after this moment, soonest first. */
  readonly from?: number;
  /** Only those that start before this moment. */
  readonly before?: number;
  readonly after: MomentKey | null;
  readonly limit: number;
}

/** A topic of a session. */
export interface SessionTopicRow {
  id: string;
  code: string;
  title: string;
  category: TopicCategory;
  is_public: number;
}

/** A topic as minutes and outcomes name it; the code only where it leads somewhere. */
export const topicOnPaper = ({ id, title, code, is_public }: SessionTopicRow): TopicOnPaper => ({
  id,
  title,
  code: is_public ? code : null,
});

export interface ParticipantRow {
  id: string;
  /** Null for a guest. */
  person_id: string | null;
  name: string | null;
  /** Encrypted. */
  guest_name: string | null;
  guest_unit: string | null;
  recommended_by: string | null;
  category: ParticipantCategory;
  origin: ParticipantOrigin;
  seating: Seating;
  present: number | null;
}

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');

@Injectable()
export class SessionsRepository {
  /** Soonest first with `from`, else latest first. */
  async list(db: EntityManager, filter: SessionFilter): Promise<SessionRow[]> {
    const within = regionFilter('s', filter.region);
    const where = [within.sql];
    const params: unknown[] = [within.param];
    const ascending = filter.from !== undefined;
    if (filter.publicOnly) where.push(SESSION_SHOWN_TO_ALL);
    if (filter.from !== undefined) {
      where.push('s.starts_at >= ?');
      params.push(filter.from);
    }
    if (filter.before !== undefined) {
      where.push('s.starts_at < ?');
      params.push(filter.before);
    }
    if (filter.after !== null) {
      const { at, id } = filter.after;
      const [beyond, past] = ascending ? ['>=', '>'] : ['<=', '<'];
      where.push(`s.starts_at ${beyond} ? AND (s.starts_at ${past} ? OR s.id ${past} ?)`);
      params.push(at, at, id);
    }
    const order = ascending ? 's.starts_at, s.id' : 's.starts_at DESC, s.id DESC';
    return db.query(`SELECT ${SESSION_ROW} FROM sessions s WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ?`, [
      ...params,
      filter.limit,
    ]);
  }

  /** How far from the front of the queue somebody is, from 1. */
  async waitingPosition(db: EntityManager, sessionId: string, participantId: string): Promise<number> {
    const [row]: { n: number }[] = await db.query(
      `SELECT COUNT(*) AS n FROM participants WHERE session_id = ? AND seating = 'waiting' AND id <= ?`,
      [sessionId, participantId],
    );
    return Number(row?.n ?? 0);
  }

  /** Those on whose list somebody is, or which they called, chair or record; latest first. */
  async ofPerson(db: EntityManager, personId: string, after: MomentKey | null, limit: number): Promise<SessionRow[]> {
    const beyond = after === null ? '' : 'AND s.starts_at <= ? AND (s.starts_at < ? OR s.id < ?)';
    return db.query(
      `SELECT ${SESSION_ROW} FROM (
         SELECT p.session_id AS id FROM participants p WHERE p.person_id = ? AND p.seating <> 'cancelled'
         UNION SELECT i.id FROM sessions i WHERE i.initiator_id = ?
         UNION SELECT c.id FROM sessions c WHERE c.chair_id = ?
         UNION SELECT r.id FROM sessions r WHERE r.recorder_id = ?) mine
       JOIN sessions s ON s.id = mine.id
       WHERE 1 = 1 ${beyond} ORDER BY s.starts_at DESC, s.id DESC LIMIT ?`,
      [personId, personId, personId, personId, ...(after ? [after.at, after.at, after.id] : []), limit],
    );
  }

  /** Whether minutes of a session are past their draft. */
  async hasMinutesOut(db: EntityManager, sessionId: string): Promise<boolean> {
    const rows: unknown[] = await db.query(
      "SELECT 1 AS one FROM minutes WHERE session_id = ? AND state <> 'draft' LIMIT 1",
      [sessionId],
    );
    return rows.length > 0;
  }

  /** Somebody's places on the lists of these sessions. */
  async seatingsOf(db: EntityManager, personId: string, ids: readonly string[]): Promise<Map<string, Seating>> {
    const rows = await db.find(ParticipantEntity, {
      where: { personId, sessionId: In([...ids]) },
      select: { sessionId: true, seating: true },
    });
    return new Map(rows.map(({ sessionId, seating }) => [sessionId, seating]));
  }

  async topicsOf(db: EntityManager, sessionId: string): Promise<SessionTopicRow[]> {
    return db.query(
      `SELECT t.id, t.code, t.title, t.category, t.is_public FROM session_topics s JOIN topics t ON t.id = s.topic_id
       WHERE s.session_id = ? ORDER BY t.id`,
      [sessionId],
    );
  }

  /** How many of each category have a seat, and how many of them came. */
  async counts(db: EntityManager, sessionId: string): Promise<CategoryCount[]> {
    const rows: { category: ParticipantCategory; expected: number; present: number | null }[] = await db.query(
      `SELECT category, COUNT(*) AS expected, SUM(CASE WHEN present = 1 THEN 1 ELSE 0 END) AS present
       FROM participants WHERE session_id = ? AND seating = 'seated' GROUP BY category`,
      [sessionId],
    );
    const found = new Map(rows.map((row) => [row.category, row]));
    return PARTICIPANT_CATEGORIES.flatMap((category) => {
      const row = found.get(category);
      return row ? [{ category, expected: Number(row.expected), present: Number(row.present ?? 0) }] : [];
    });
  }

  /** The list of a session: those with a seat, then those who wait, each in the order they came. */
  async participants(
    db: EntityManager,
    sessionId: string,
    after: { seating: string; id: string } | null,
    limit: number,
  ): Promise<ParticipantRow[]> {
    const beyond = after === null ? '' : 'AND p.seating >= ? AND (p.seating > ? OR p.id > ?)';
    return db.query(
      `SELECT p.id, p.person_id, n.name, p.guest_name, p.guest_unit, p.recommended_by, p.category, p.origin, p.seating, p.present
       FROM participants p LEFT JOIN people n ON n.id = p.person_id
       WHERE p.session_id = ? AND p.seating IN ('seated', 'waiting') ${beyond} ORDER BY p.seating, p.id LIMIT ?`,
      [sessionId, ...(after ? [after.seating, after.seating, after.id] : []), limit],
    );
  }

  async seatings(db: EntityManager, sessionId: string): Promise<Record<'seated' | 'waiting', number>> {
    const rows: { seating: Seating; n: number }[] = await db.query(
      'SELECT seating, COUNT(*) AS n FROM participants WHERE session_id = ? GROUP BY seating',
      [sessionId],
    );
    const count = (seating: Seating) => Number(rows.find((row) => row.seating === seating)?.n ?? 0);
    return { seated: count('seated'), waiting: count('waiting') };
  }

  /** Gives the first `n` who wait a seat. @returns their ids as people; a guest has none */
  async seatFirst(db: EntityManager, sessionId: string, n: number): Promise<string[]> {
    const rows: { id: string; person_id: string | null }[] = await db.query(
      `SELECT id, person_id FROM participants WHERE session_id = ? AND seating = 'waiting' ORDER BY id LIMIT ?`,
      [sessionId, n],
    );
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.id);
    await db.query(`UPDATE participants SET seating = 'seated' WHERE id IN (${marks(ids)})`, ids);
    return rows.flatMap((row) => row.person_id ?? []);
  }

  /** Which of these people hold a role in one of the regions. */
  async peopleOf(db: EntityManager, ids: readonly string[], regions: readonly string[]): Promise<Set<string>> {
    const rows: { person_id: string }[] = await db.query(
      `SELECT DISTINCT person_id FROM grants WHERE person_id IN (${marks(ids)}) AND region IN (${marks(regions)})`,
      [...ids, ...regions],
    );
    return new Set(rows.map((row) => row.person_id));
  }
}
