import type { Relation } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';

/**
 * Each way in which somebody has a part in a session's result, as sessions found from the person: raised or
 * co-signed one of its topics or one merged into it, or took part (see takesPart in shared).
 */
const WAYS = [
  `SELECT s.session_id FROM topics t JOIN session_topics s ON s.topic_id = COALESCE(t.merged_into, t.id)
   WHERE t.raiser_id = ?`,
  `SELECT s.session_id FROM cosigns c JOIN topics t ON t.id = c.topic_id
   JOIN session_topics s ON s.topic_id = COALESCE(t.merged_into, t.id) WHERE c.person_id = ?`,
  `SELECT p.session_id FROM participants p
   WHERE p.person_id = ? AND (p.seating = 'seated' OR (p.seating <> 'cancelled' AND p.present = 1))`,
] as const;

/** The sessions in whose result a person has a part, as a subquery. */
export function sessionsOfStakeholder(personId: string): { sql: string; params: string[] } {
  return { sql: WAYS.join(' UNION '), params: WAYS.map(() => personId) };
}

/** Who has a part in what came of a session: they may see it, and rate it. */
@Injectable()
export class Stakeholders {
  /** As what the person asking has a part in this session's result; empty when they have none. */
  async relations(ctx: RequestContext, sessionId: string): Promise<Relation[]> {
    if (ctx.actor === null) return [];
    const ways = ['raiser', 'cosigner', 'participant'].map(
      (way, i) => `SELECT '${way}' AS way FROM (${WAYS[i]}) w${i} WHERE w${i}.session_id = ?`,
    );
    const { id } = ctx.actor;
    const rows: { way: string }[] = await ctx.db.query(
      ways.join(' UNION '),
      ways.flatMap(() => [id, sessionId]),
    );
    // A co-signer stands with the raiser.
    return [...new Set(rows.map(({ way }): Relation => (way === 'participant' ? 'participant' : 'raiser')))];
  }
}
