import { type Audience, SUPERVISOR_ROLES } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TodoEntity } from '../moves/todo.entity.js';
import { SessionEntity } from '../sessions/session.entity.js';
import type { ToldEvent } from './told-event.js';

/** A query for `person_id`, possibly with doubles. */
export interface PeopleQuery {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** People at a time. */
const PAGE = 200;

const NOBODY: PeopleQuery = { sql: 'SELECT id AS person_id FROM people WHERE 1 = 0', params: [] };

const IN_DEPARTMENT = `SELECT g.person_id FROM departments d
  JOIN grants g ON g.region = d.region AND g.role = 'department' AND g.department_id = d.id WHERE d.id = ?`;
const IN_CO_DEPARTMENTS = `SELECT g.person_id FROM task_co_leads c JOIN departments d ON d.id = c.department_id
  JOIN grants g ON g.region = d.region AND g.role = 'department' AND g.department_id = d.id WHERE c.task_id = ?`;
const IN_WHOLE_DEPARTMENT = `SELECT g.person_id FROM tasks k JOIN tasks w ON w.id = k.parent_id
  JOIN departments d ON d.id = w.lead_department_id
  JOIN grants g ON g.region = d.region AND g.role = 'department' AND g.department_id = d.id WHERE k.id = ?`;
/** As maySupervise in shared: who has no role in the county any more hears nothing of it. */
const SUPERVISOR = `SELECT g.person_id FROM tasks k LEFT JOIN tasks w ON w.id = k.parent_id
  JOIN grants g ON g.person_id = COALESCE(w.supervisor_id, k.supervisor_id)
  AND g.role IN (${SUPERVISOR_ROLES.map((role) => `'${role}'`).join(', ')})
  AND (SUBSTR(g.region, 1, LENGTH(k.county)) = k.county OR SUBSTR(k.county, 1, LENGTH(g.region)) = g.region)
  WHERE k.id = ?`;
/** As who may look back: what is no longer for everyone to see is told to nobody who was drawn by lot. */
const DRAWN =
  'SELECT s.person_id FROM task_samples s JOIN tasks k ON k.id = s.task_id AND k.listed = 1 WHERE s.task_id = ?';
const IN_ROLE = 'SELECT g.person_id FROM grants g WHERE g.role = ? AND g.region = ?';

/** Nobody where the promise is not for everybody to see. */
const MEMBERS_OF_LISTED = `SELECT g.person_id FROM grants g WHERE g.role = 'member' AND g.region = ?
  AND EXISTS (SELECT 1 FROM tasks k WHERE k.id = ? AND k.listed = 1)`;

const VOTERS = 'SELECT v.person_id FROM opinion_voters v WHERE v.round_id = ? AND v.person_id IS NOT NULL';

/** Finds the people of an audience. */
@Injectable()
export class Recipients {
  /** The people of an audience but `next`, whose people are those of each to-do. */
  async of(db: EntityManager, audience: Exclude<Audience, 'next'>, told: ToldEvent): Promise<PeopleQuery> {
    const { event, item } = told;
    switch (audience) {
      case 'lead':
        return { sql: IN_DEPARTMENT, params: [item.leadDepartmentId] };
      case 'co_leads':
        return { sql: IN_CO_DEPARTMENTS, params: [item.id] };
      case 'former_lead':
        return { sql: IN_DEPARTMENT, params: [String(event.data?.from ?? '')] };
      case 'whole_lead':
        return { sql: IN_WHOLE_DEPARTMENT, params: [item.id] };
      case 'supervisor':
        return { sql: SUPERVISOR, params: [item.id] };
      case 'recorder':
        return people([item.recorderId]);
      case 'convener':
        return { sql: IN_ROLE, params: ['convener', event.township] };
      case 'members':
        return { sql: MEMBERS_OF_LISTED, params: [event.township, item.id] };
      case 'objectors':
        return {
          sql: 'SELECT o.person_id FROM minutes_objections o WHERE o.minutes_id = ? AND o.answered_at = ?',
          params: [item.id, event.at],
        };
      case 'invited':
        return people([String(event.data?.personId ?? '')]);
      case 'named':
        return item.kind === 'round' ? people([item.initiatorId]) : this.named(db, item.sessionId);
      case 'participants':
        return participants(told);
      case 'replaced':
        return people((event.data?.replacedIds as string[] | undefined) ?? []);
      case 'researchers':
        return {
          sql: 'SELECT m.person_id FROM research_members m WHERE m.research_id = ?',
          params: [item.researchId],
        };
      case 'raisers':
        return followers(told, 'SELECT m.raiser_id AS person_id', '');
      case 'cosigners':
        return event.isPublic ? followers(told, 'SELECT c.person_id', 'JOIN cosigns c ON c.topic_id = m.id') : NOBODY;
      case 'unrated':
        return unrated(told);
      case 'sampled':
        return sampled(told);
      case 'drawn':
        return { sql: DRAWN, params: [item.id] };
      case 'visitors':
        return { sql: 'SELECT v.person_id FROM task_visits v WHERE v.task_id = ?', params: [item.id] };
      case 'voters':
        return { sql: VOTERS, params: [item.id] };
      case 'unheard':
        return unheard(told);
    }
  }

  /** Everyone whose to-do an assignee's is: see assigneesOf. */
  assignee(assignee: string): PeopleQuery {
    const [kind = '', id = ''] = assignee.split(/[:@]/);
    if (assignee.startsWith('person:')) return people([id]);
    if (assignee.startsWith('department:')) return { sql: IN_DEPARTMENT, params: [id] };
    return { sql: IN_ROLE, params: [kind, id] };
  }

  /** Who is reminded of a to-do: whoever has it, and the leader who sees to a promise. */
  reminded({ kind, itemId, assignee }: Pick<TodoEntity, 'kind' | 'itemId' | 'assignee'>): PeopleQuery {
    const own = this.assignee(assignee);
    if (kind !== 'task') return own;
    return { sql: `${own.sql} UNION ${SUPERVISOR}`, params: [...own.params, itemId] };
  }

  /**
   * A page of these people, in order of their ids, each once; one who has left is not among them. CROSS JOIN has SQLite
   * begin with the few who are asked for, not with everyone.
   */
  async page(db: EntityManager, { sql, params }: PeopleQuery, after: string, limit: number): Promise<string[]> {
    const rows: { id: string }[] = await db.query(
      `SELECT DISTINCT who.person_id AS id FROM (${sql}) who CROSS JOIN people p ON p.id = who.person_id
       WHERE who.person_id > ? ORDER BY who.person_id LIMIT ?`,
      [...params, after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** All of them, page by page. */
  async *all(db: EntityManager, query: PeopleQuery): AsyncGenerator<string[]> {
    for (let after = ''; ; ) {
      const ids = await this.page(db, query, after, PAGE);
      yield ids;
      const last = ids.at(-1);
      if (ids.length < PAGE || last === undefined) return;
      after = last;
    }
  }

  private async named(db: EntityManager, sessionId: string | null): Promise<PeopleQuery> {
    const session = sessionId === null ? null : await db.findOneBy(SessionEntity, { id: sessionId });
    if (session === null) return NOBODY;
    const { chairId, recorderId, initiatorId, signatoryIds } = session;
    return people([chairId, recorderId, initiatorId, ...signatoryIds]);
  }
}

function people(ids: readonly (string | null)[]): PeopleQuery {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return NOBODY;
  return { sql: `SELECT id AS person_id FROM people WHERE id IN (${known.map(() => '?').join(', ')})`, params: known };
}

/** Of a session that is still to come also those who wait for a seat. */
function participants({ item }: ToldEvent): PeopleQuery {
  const listed =
    item.kind === 'session'
      ? "p.seating <> 'cancelled'"
      : "(p.seating = 'seated' OR (p.seating <> 'cancelled' AND p.present = 1))";
  return {
    sql: `SELECT p.person_id FROM participants p WHERE p.session_id = ? AND ${listed}`,
    params: [item.sessionId],
  };
}

/**
 * People who stand behind the topics of an event and those merged into them. Of a topic that is not public its own
 * raiser alone hears, and of its own moves alone.
 */
function followers({ event, item }: ToldEvent, select: string, join: string): PeopleQuery {
  const ofTopic = item.kind === 'topic';
  const topics = ofTopic ? 'SELECT ? AS topic_id' : 'SELECT topic_id FROM event_topics WHERE event_id = ?';
  const subject = ofTopic ? item.id : event.id;
  const isHeard = event.isPublic ? 't.is_public = 1' : '1 = 0';
  const ownRaiser = ofTopic && join === '' ? 'OR m.id = t.id' : '';
  const from = (on: string) =>
    `${select} FROM (${topics}) e JOIN topics t ON t.id = e.topic_id JOIN topics m ON ${on} ${join}
     WHERE (${isHeard} AND m.is_public = 1) ${ownRaiser}`;
  return { sql: `${from('m.id = t.id')} UNION ${from('m.merged_into = t.id')}`, params: [subject, subject] };
}

/** Who was drawn to rate a task in the evaluation that an event opened. */
function sampled({ event, item }: ToldEvent): PeopleQuery {
  return {
    sql: 'SELECT s.person_id FROM task_samples s WHERE s.task_id = ? AND s.evaluation_id = ?',
    params: [item.id, String(event.data?.evaluationId ?? '')],
  };
}

/** Everyone who may rate a task and has not since the evaluation began. */
function unrated(told: ToldEvent): PeopleQuery {
  const asked = [
    followers(told, 'SELECT m.raiser_id AS person_id', ''),
    followers(told, 'SELECT c.person_id', 'JOIN cosigns c ON c.topic_id = m.id'),
    participants(told),
    sampled(told),
  ];
  return {
    sql: `SELECT a.person_id FROM (${asked.map(({ sql }) => sql).join(' UNION ')}) a WHERE NOT EXISTS
      (SELECT 1 FROM ratings r WHERE r.task_id = ? AND r.person_id = a.person_id AND r.updated_at >= ?)`,
    params: [...asked.flatMap(({ params }) => params), told.item.id, told.event.at],
  };
}

/** Everyone who was asked for their opinion and has given none. */
function unheard(told: ToldEvent): PeopleQuery {
  const asked = [
    followers(told, 'SELECT m.raiser_id AS person_id', ''),
    followers(told, 'SELECT c.person_id', 'JOIN cosigns c ON c.topic_id = m.id'),
    participants(told),
  ];
  return {
    sql: `SELECT a.person_id FROM (${asked.map(({ sql }) => sql).join(' UNION ')}) a WHERE NOT EXISTS
      (SELECT 1 FROM opinion_voters v WHERE v.round_id = ? AND v.person_id = a.person_id)`,
    params: [...asked.flatMap(({ params }) => params), told.item.id],
  };
}
