import { type Grant, rolesIn, type TaskAsk } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type MomentKey } from '../../common/paging/page.js';
import { sessionsOfStakeholder } from '../../sessions/stakeholders.js';
import { OWN_PROMISE, TASK_JOIN, TASK_ROW, type TaskRow } from '../task-summaries.js';

export interface AskedRow extends TaskRow {
  ask: TaskAsk;
}

interface Asking {
  /** In SQL. */
  readonly ask: string;
  /** Of `ask`, then of `where`. */
  readonly params: readonly unknown[];
  readonly where: string;
}

const marks = (list: readonly unknown[]) => list.map(() => '?').join(', ');

/** The promises about which somebody is asked something now: to visit, to rate, or to look back. */
@Injectable()
export class MyAsks {
  /** Soonest due first. A promise is in one state at a time, so that the three never meet. */
  async list(
    db: EntityManager,
    person: { id: string; grants: readonly Grant[]; departments: readonly string[] },
    now: number,
    { after, limit }: { after: MomentKey | null; limit: number },
  ): Promise<AskedRow[]> {
    const beyond = after === null ? '' : 'AND k.due_at >= ? AND (k.due_at > ? OR k.id > ?)';
    const rows: AskedRow[] = [];
    const others = owedByOthers(person.departments);
    for (const { ask, where, params } of [visits(person), ratings(person.id, now), lookBacks(person.id, now)]) {
      const found: AskedRow[] = await db.query(
        `SELECT ${ask} AS ask, ${TASK_ROW} FROM tasks k ${TASK_JOIN} WHERE ${OWN_PROMISE} AND k.content = 'passed' AND ${where}
         ${others.sql} ${beyond} ORDER BY k.due_at, k.id LIMIT ?`,
        [...params, ...others.params, ...(after ? [after.at, after.at, after.id] : []), limit],
      );
      rows.push(...found);
    }
    const order = (a: AskedRow, b: AskedRow) => Number(a.due_at) - Number(b.due_at) || (a.id < b.id ? -1 : 1);
    return rows.sort(order).slice(0, limit);
  }
}

/** Nobody judges what their own department owes, see isPromisedBy in shared. */
function owedByOthers(departments: readonly string[]): { sql: string; params: readonly string[] } {
  const one = `AND k.lead_department_id <> ? AND NOT EXISTS
    (SELECT 1 FROM task_co_leads c WHERE c.task_id = k.id AND c.department_id = ?)`;
  return { sql: departments.map(() => one).join(' '), params: departments.flatMap((id) => [id, id]) };
}

/** What waits for a visit: theirs to see, in nobody's office of theirs, see mayVisit in shared. */
function visits({ id, grants }: Parameters<MyAsks['list']>[1]): Asking {
  const mine = sessionsOfStakeholder(id);
  const regions = grants.filter(({ role }) => role === 'member').map(({ region }) => region);
  const townships = regions.filter((region) => !handles(grants, region));
  const own = [`k.session_id IN (${mine.sql})`];
  if (townships.length > 0) own.push(`(k.township IN (${marks(townships)}) AND k.listed = 1)`);
  const staffed = grants.filter(({ role }) => HANDLING.has(role)).map(({ region }) => region);
  const conditions = [
    "k.state = 'replied' AND k.reply_class = 'A'",
    `(${own.join(' OR ')})`,
    `NOT EXISTS (SELECT 1 FROM task_visits v WHERE v.task_id = k.id AND v.person_id = ? AND v.replied_at = k.replied_at)`,
    ...staffed.map(() => 'k.township NOT LIKE ?'),
  ];
  return {
    ask: "'visit'",
    where: conditions.join(' AND '),
    params: [...mine.params, ...townships, id, ...staffed.map((region) => `${region}%`)],
  };
}

const HANDLING: ReadonlySet<string> = new Set(['convener', 'party_committee', 'county_office']);

function handles(grants: readonly Grant[], region: string): boolean {
  return [...rolesIn(grants, region)].some((role) => HANDLING.has(role));
}

/** Also those that they have rated, and may rate otherwise while it runs. */
function ratings(personId: string, now: number): Asking {
  const mine = sessionsOfStakeholder(personId);
  return {
    ask: `CASE WHEN EXISTS (SELECT 1 FROM ratings r WHERE r.task_id = k.id AND r.person_id = ?) THEN 'rated' ELSE 'rate' END`,
    where: `k.state = 'evaluating' AND k.evaluation_ends_at >= ? AND (k.session_id IN (${mine.sql})
      OR k.id IN (SELECT s.task_id FROM task_samples s JOIN task_evaluations e ON e.id = s.evaluation_id
        WHERE s.person_id = ? AND e.concluded_at IS NULL))`,
    params: [personId, now, ...mine.params, personId],
  };
}

function lookBacks(personId: string, now: number): Asking {
  const mine = sessionsOfStakeholder(personId);
  return {
    ask: "'look_back'",
    where: `k.state = 'closed' AND (k.session_id IN (${mine.sql})
      OR k.id IN (SELECT v.task_id FROM task_visits v WHERE v.person_id = ?)
      OR (k.listed = 1 AND k.id IN (SELECT s.task_id FROM task_samples s WHERE s.person_id = ?)))
      AND EXISTS (SELECT 1 FROM task_look_backs l WHERE l.task_id = k.id AND l.closed_at = k.closed_at
        AND l.asked_at IS NOT NULL AND l.closes_at >= ?
        AND NOT EXISTS (SELECT 1 FROM look_back_answers a WHERE a.look_back_id = l.id AND a.person_id = ?))`,
    params: [...mine.params, personId, personId, now, personId],
  };
}
