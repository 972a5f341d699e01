import type { ContentState, OpinionStatement, RoundState } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MomentKey } from '../common/paging/page.js';
import { regionFilter } from '../regions/region-filter.js';
import { aboutPublicTopic } from '../topics/about-public.js';

/** A row of a list, as the database gives it. */
export interface RoundRow {
  id: string;
  title: string;
  state: RoundState;
  township: string;
  opens_at: number;
  closes_at: number;
  people: number;
  statements: number;
  topic_id: string | null;
  session_id: string | null;
}

/** The condition that a round's subject is for everyone to see. @param round its alias in the statement */
export const aboutPublicSubject = (round: string): string =>
  `(EXISTS (SELECT 1 FROM topics rt WHERE rt.id = ${round}.topic_id AND rt.is_public = 1)
    OR EXISTS (SELECT 1 FROM sessions rs WHERE rs.id = ${round}.session_id AND rs.announced_at IS NOT NULL
      AND rs.content = 'passed' AND ${aboutPublicTopic('rs.id')}))`;

const ROW = `r.id, r.title, r.state, r.township, r.opens_at, r.closes_at, r.people, r.statements,
  r.topic_id, r.session_id`;

interface RoundFilter {
  readonly region: string;
  readonly state: 'open' | 'closed';
  readonly after: MomentKey | null;
  readonly limit: number;
}

@Injectable()
export class RoundsRepository {
  /** What everyone sees of a region: open ones by their end, closed ones latest first. */
  async list(db: EntityManager, { region, state, after, limit }: RoundFilter): Promise<RoundRow[]> {
    const within = regionFilter('r', region);
    const ascending = state === 'open';
    const [beyond, past, order] = ascending ? ['>=', '>', 'ASC'] : ['<=', '<', 'DESC'];
    const from = after === null ? '' : `AND r.closes_at ${beyond} ? AND (r.closes_at ${past} ? OR r.id ${past} ?)`;
    return db.query(
      `SELECT ${ROW} FROM opinion_rounds r
       WHERE ${within.sql} AND r.state = ? AND r.content = 'passed' AND ${aboutPublicSubject('r')} ${from}
       ORDER BY r.closes_at ${order}, r.id ${order} LIMIT ?`,
      [within.param, state, ...(after ? [after.at, after.at, after.id] : []), limit],
    );
  }

  /** All rounds about one topic or session, latest first. @param inside drafts and what was taken down too */
  async ofSubject(
    db: EntityManager,
    { kind, id }: { kind: 'topic' | 'session'; id: string },
    inside: boolean,
    after: string | null,
    limit: number,
  ): Promise<RoundRow[]> {
    const open = inside ? '' : "AND r.opened_at IS NOT NULL AND r.content = 'passed'";
    return db.query(
      `SELECT ${ROW} FROM opinion_rounds r WHERE r.${kind}_id = ? ${open} ${after === null ? '' : 'AND r.id < ?'}
       ORDER BY r.id DESC LIMIT ?`,
      [id, ...(after === null ? [] : [after]), limit],
    );
  }

  /** The closed rounds about a session and its topics, or about one topic, oldest first; at most ten. */
  async closedOf(
    db: EntityManager,
    { kind, id }: { kind: 'topic' | 'session'; id: string },
  ): Promise<{ id: string }[]> {
    const subject =
      kind === 'topic'
        ? 'r.topic_id = ?'
        : '(r.session_id = ? OR r.topic_id IN (SELECT topic_id FROM session_topics WHERE session_id = ?))';
    return db.query(
      `SELECT r.id FROM opinion_rounds r WHERE ${subject} AND r.state = 'closed' AND r.content = 'passed'
       ORDER BY r.id LIMIT 10`,
      kind === 'topic' ? [id] : [id, id],
    );
  }

  /** The statements that stand there now. */
  async shown(db: EntityManager, roundId: string): Promise<OpinionStatement[]> {
    return db.query(
      `SELECT id, no, text FROM opinion_statements WHERE round_id = ? AND content = 'passed' ORDER BY no`,
      [roundId],
    );
  }

  /** Every statement that stands there now with its weight, and whether this voice has answered it. */
  async toAnswer(
    db: EntityManager,
    roundId: string,
    voterId: string | null,
  ): Promise<{ id: string; priority: number | null; answered: number }[]> {
    return db.query(
      `SELECT s.id, s.priority,
         CASE WHEN EXISTS (SELECT 1 FROM opinion_votes v WHERE v.voter_id = ? AND v.statement_id = s.id)
           THEN 1 ELSE 0 END AS answered
       FROM opinion_statements s WHERE s.round_id = ? AND s.content = 'passed' ORDER BY s.no`,
      [voterId ?? '', roundId],
    );
  }

  /** What a voice has answered, in the order of the statements; the latest of each. */
  async answers(
    db: EntityManager,
    roundId: string,
    voterId: string,
    afterNo: number,
    limit: number,
  ): Promise<(OpinionStatement & { vote: number; at: number })[]> {
    return db.query(
      `SELECT s.id, s.no, s.text, v.vote, v.at FROM opinion_statements s
       JOIN opinion_votes v ON v.id = (SELECT MAX(x.id) FROM opinion_votes x
         WHERE x.voter_id = ? AND x.statement_id = s.id)
       WHERE s.round_id = ? AND s.content = 'passed' AND s.no > ? ORDER BY s.no LIMIT ?`,
      [voterId, roundId, afterNo, limit],
    );
  }

  /** What somebody wrote in a round, with why it is not shown. */
  async written(
    db: EntityManager,
    roundId: string,
    authorId: string,
  ): Promise<(OpinionStatement & { content: ContentState; reason: string | null; check_id: string | null })[]> {
    return db.query(
      `SELECT s.id, s.no, s.text, s.content, c.reason, c.id AS check_id FROM opinion_statements s
       LEFT JOIN content_checks c ON c.kind = 'opinion_statement' AND c.owner_id = s.id AND c.superseded_at IS NULL
       WHERE s.round_id = ? AND s.author_id = ? AND s.seed = 0 ORDER BY s.no`,
      [roundId, authorId],
    );
  }

  /** Counts anew how many statements stand there. */
  async recountStatements(db: EntityManager, roundId: string): Promise<void> {
    await db.query(
      `UPDATE opinion_rounds SET statements = (SELECT COUNT(*) FROM opinion_statements s
         WHERE s.round_id = ? AND s.content = 'passed') WHERE id = ?`,
      [roundId, roundId],
    );
  }

  async categories(db: EntityManager, roundId: string): Promise<{ category: string; n: number }[]> {
    return db.query('SELECT category, COUNT(*) AS n FROM opinion_voters WHERE round_id = ? GROUP BY category', [
      roundId,
    ]);
  }
}
