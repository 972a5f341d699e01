import type { Relation } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../common/context/request-context.js';

/** One way of having a part in the result of a session, `s.session_id`. */
interface Way {
  readonly as: Relation;
  /** The column of their id. */
  readonly person: string;
  /** Tables and a condition. */
  readonly from: string;
}

/** With a topic of the session, or with one that was merged into it: two ways each, so that an index leads from either end. */
const WITH_TOPIC = 'JOIN session_topics s ON s.topic_id = t.id WHERE t.merged_into IS NULL';
const WITH_MERGED = 'JOIN session_topics s ON s.topic_id = t.merged_into WHERE t.merged_into IS NOT NULL';
const COSIGNED = 'cosigns c JOIN topics t ON t.id = c.topic_id';

/**
 * Each way: raised or co-signed one of its topics or one merged into it, or took part (see takesPart in shared). A
 * co-signer stands with the raiser.
 */
const WAYS: readonly Way[] = [
  { as: 'raiser', person: 't.raiser_id', from: `topics t ${WITH_TOPIC}` },
  { as: 'raiser', person: 't.raiser_id', from: `topics t ${WITH_MERGED}` },
  { as: 'raiser', person: 'c.person_id', from: `${COSIGNED} ${WITH_TOPIC}` },
  { as: 'raiser', person: 'c.person_id', from: `${COSIGNED} ${WITH_MERGED}` },
  {
    as: 'participant',
    person: 's.person_id',
    // A guest, who has no account, can neither see nor rate it.
    from: "participants s WHERE s.person_id IS NOT NULL AND (s.seating = 'seated' OR (s.seating <> 'cancelled' AND s.present = 1))",
  },
];

const union = (select: (way: Way) => string) => WAYS.map(select).join(' UNION ');

/** The sessions in whose result a person has a part, as a subquery. */
export function sessionsOfStakeholder(personId: string): { sql: string; params: string[] } {
  return {
    sql: union(({ person, from }) => `SELECT s.session_id FROM ${from} AND ${person} = ?`),
    params: WAYS.map(() => personId),
  };
}

/** Everyone who has a part in what came of a session, by id. */
export async function stakeholdersOf(db: EntityManager, sessionId: string): Promise<Set<string>> {
  const rows: { id: string }[] = await db.query(
    union(({ person, from }) => `SELECT ${person} AS id FROM ${from} AND s.session_id = ?`),
    WAYS.map(() => sessionId),
  );
  return new Set(rows.map(({ id }) => id));
}

/** Who has a part in what came of a session: they may see it, and rate it. */
@Injectable()
export class Stakeholders {
  /** As what the person asking has a part in this session's result; empty when they have none. */
  async relations(ctx: RequestContext, sessionId: string): Promise<Relation[]> {
    if (ctx.actor === null) return [];
    const { id } = ctx.actor;
    const rows: { way: Relation }[] = await ctx.db.query(
      union(({ as, person, from }) => `SELECT '${as}' AS way FROM ${from} AND ${person} = ? AND s.session_id = ?`),
      WAYS.flatMap(() => [id, sessionId]),
    );
    return rows.map(({ way }) => way);
  }
}
