import { CLASH_LIMITS, SESSION_LIMITS, type SessionFormat } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SESSION_SHOWN_TO_ALL } from './shown-to-all.js';

export interface ClashRow {
  id: string;
  title: string;
  format: SessionFormat;
  starts_at: number;
  ends_at: number;
  place: string;
  chair_id: string;
  recorder_id: string;
  /** JSON */
  signatory_ids: string;
  /** Whether everyone may see it. */
  is_open: number;
}

const HOUR_MS = 60 * 60 * 1000;
const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');

@Injectable()
export class SessionClashesRepository {
  /** Sessions of a township that are still to be, or on, within a time. None is longer than longestHours. */
  overlapping(
    db: EntityManager,
    { township, startsAt, endsAt, except }: { township: string; startsAt: number; endsAt: number; except: string },
  ): Promise<ClashRow[]> {
    return db.query(
      `SELECT s.id, s.title, s.format, s.starts_at, s.ends_at, s.place, s.chair_id, s.recorder_id, s.signatory_ids,
         CASE WHEN ${SESSION_SHOWN_TO_ALL} THEN 1 ELSE 0 END AS is_open
       FROM sessions s
       WHERE s.township = ? AND s.starts_at < ? AND s.starts_at >= ? AND s.ends_at > ? AND s.id <> ?
         AND s.state NOT IN ('cancelled', 'recorded', 'postponed')
       ORDER BY s.starts_at, s.id LIMIT ?`,
      [township, endsAt, startsAt - SESSION_LIMITS.longestHours * HOUR_MS, startsAt, except, CLASH_LIMITS.sessions],
    );
  }

  /** Whoever has a seat in a session of the township. */
  async seatedIn(db: EntityManager, sessionId: string, township: string): Promise<string[]> {
    const rows: { person_id: string }[] = await db.query(
      `SELECT p.person_id FROM participants p JOIN sessions s ON s.id = p.session_id
       WHERE p.session_id = ? AND s.township = ? AND p.seating = 'seated' AND p.person_id IS NOT NULL
       ORDER BY p.id LIMIT ?`,
      [sessionId, township, SESSION_LIMITS.seatsMax],
    );
    return rows.map((row) => row.person_id);
  }

  /** Which of these people have a seat in which of these sessions. */
  async seated(
    db: EntityManager,
    sessionIds: readonly string[],
    people: readonly string[],
  ): Promise<{ session_id: string; person_id: string }[]> {
    if (sessionIds.length === 0 || people.length === 0) return [];
    return db.query(
      `SELECT session_id, person_id FROM participants
       WHERE session_id IN (${marks(sessionIds)}) AND person_id IN (${marks(people)}) AND seating = 'seated'
       ORDER BY id`,
      [...sessionIds, ...people],
    );
  }
}
