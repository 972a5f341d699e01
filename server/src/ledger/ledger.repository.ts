import {
  type LedgerFilter,
  LIGHT_STATES,
  type OpenLight,
  type ReplyClass,
  TASK_STATES,
  type TaskLight,
  type TaskState,
  type TopicCategory,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AttachmentOwner } from '../attachments/attachment.entity.js';
import { forceIndex } from '../database/force-index.js';
import { regionFilter } from '../regions/region-filter.js';
import { SHOWN_TO_ALL } from '../tasks/shown-to-all.js';
import { type Among, type Cut, soonestTasks } from '../tasks/soonest-tasks.js';
import { type CountyLightRules, lightIs, lightOf } from '../tasks/task-light.sql.js';
import { TASK_JOIN } from '../tasks/task-summaries.js';

/** A promise of the ledger, as the database gives it. */
export interface LedgerRow {
  id: string;
  code: string;
  what: string;
  category: TopicCategory;
  county: string;
  township: string;
  lead_department: string | null;
  created_at: number;
  first_due_at: number;
  due_at: number;
  last_word_at: number;
  replied_at: number | null;
  reply_class: ReplyClass | null;
  carried_over: number;
  state: TaskState;
  progress: number;
  has_photos: number;
}

/** So many promises of one light and answer. */
export interface LedgerCell {
  light: TaskLight;
  reply_class: ReplyClass | null;
  n: number;
}

/** What decides about lights at the moment of the request. */
export interface LightsAt {
  readonly now: number;
  readonly rules: CountyLightRules;
}

/** A photo that everybody sees; each kind of owner is asked for by itself, as the index on them is in that order. */
const photoOf = (owner: AttachmentOwner, id: string) =>
  `a.owner_kind = '${owner}' AND a.owner_id = ${id} AND a.content = 'passed'`;

/** Not those of a look back, which are shown once so many have answered. */
const HAS_PHOTOS = [
  `attachments a WHERE ${photoOf('task_reply', 'k.id')}`,
  `attachments a WHERE ${photoOf('task_photo', 'k.id')}`,
  `task_progress p JOIN attachments a ON ${photoOf('task_progress', 'p.id')} WHERE p.task_id = k.id AND p.content = 'passed'`,
  `task_visits v JOIN attachments a ON ${photoOf('task_visit', 'v.id')} WHERE v.task_id = k.id`,
]
  .map((from) => `EXISTS (SELECT 1 FROM ${from})`)
  .join(' OR ');

const ROW = `k.id, k.code, k.what, k.category, k.county, k.township, d.name AS lead_department, k.created_at,
  k.first_due_at, k.due_at, k.last_word_at, k.replied_at, k.reply_class, k.carried_over, k.state, k.progress,
  (${HAS_PHOTOS}) AS has_photos`;

const OPEN = TASK_STATES.filter((state) => !LIGHT_STATES.done.includes(state))
  .map((state) => `'${state}'`)
  .join(', ');

@Injectable()
export class LedgerRepository {
  /** Latest first. */
  latest(
    db: EntityManager,
    filter: LedgerFilter,
    lights: LightsAt,
    { after, limit }: { after: string | undefined; limit: number },
  ): Promise<LedgerRow[]> {
    const { sql, params, by, asked } = condition(filter, lights);
    const index = inOrder(db, by, asked[0]);
    const beyond = after === undefined ? '' : 'AND k.id < ?';
    return db.query(
      `SELECT ${ROW} FROM tasks k ${index} ${TASK_JOIN} WHERE ${sql} AND ${SHOWN_TO_ALL} ${beyond} ORDER BY k.id DESC LIMIT ?`,
      [...params, ...(after === undefined ? [] : [after]), limit],
    );
  }

  /** Those of a light that is not done, soonest due first. */
  soonest(
    db: EntityManager,
    filter: LedgerFilter & { light: OpenLight },
    lights: LightsAt,
    cut: Cut,
  ): Promise<LedgerRow[]> {
    const { sql, ...among } = condition(filter, lights);
    return soonestTasks(db, ROW, [{ ...among, sql: `${sql} AND ${SHOWN_TO_ALL}` }], LIGHT_STATES[filter.light], cut);
  }

  /** Those about a topic, soonest due first. */
  aboutTopic(db: EntityManager, topicId: string): Promise<LedgerRow[]> {
    return db.query(
      `SELECT ${ROW} FROM session_topics t JOIN tasks k ON k.session_id = t.session_id ${TASK_JOIN}
       WHERE t.topic_id = ? AND ${SHOWN_TO_ALL} ORDER BY k.due_at, k.id`,
      [topicId],
    );
  }

  /** The one of this id, where everybody sees it. */
  async find(db: EntityManager, id: string): Promise<LedgerRow[]> {
    return db.query(`SELECT ${ROW} FROM tasks k ${TASK_JOIN} WHERE k.id = ? AND ${SHOWN_TO_ALL}`, [id]);
  }

  /** How many of those that are not done yet there are of each light and reply class. */
  async openCounts(db: EntityManager, filter: LedgerFilter, lights: LightsAt): Promise<LedgerCell[]> {
    const { sql, params } = condition(filter, lights);
    return db.query(
      `SELECT ${lightOf('k', lights.now, lights.rules)} AS light, k.reply_class, COUNT(*) AS n
       FROM tasks k WHERE ${sql} AND k.listed = 1 AND k.state IN (${OPEN}) GROUP BY 1, 2`,
      params,
    );
  }

  /** The years, categories and departments that the promises of a county or a township have. */
  async choices(db: EntityManager, region: string) {
    const { sql, param, by } = regionFilter('k', region);
    // From one value to the next in the index on it: as many look-ups as there are values.
    const distinct = async <T extends string | number>(column: Asked): Promise<T[]> => {
      const index = inOrder(db, by, column);
      const values: T[] = [];
      for (let last: T | undefined; ; ) {
        const beyond = last === undefined ? '' : `AND k.${column} > ?`;
        const [row]: { value: T }[] = await db.query(
          `SELECT k.${column} AS value FROM tasks k ${index} WHERE ${sql} AND k.listed = 1 ${beyond} ORDER BY k.${column} LIMIT 1`,
          last === undefined ? [param] : [param, last],
        );
        if (row === undefined) return values;
        values.push(row.value);
        last = row.value;
      }
    };
    return {
      years: await distinct<number>('promised_year'),
      categories: await distinct<TopicCategory>('category'),
      departmentIds: await distinct<string>('lead_department_id'),
    };
  }
}

/** What the ledger is asked for beside its region. */
type Asked = 'lead_department_id' | 'category' | 'promised_year' | 'reply_class';

/**
 * The index that has the promises of a region in their order, of one value of a column or of all. Without it MariaDB weighs
 * all that begin with the region, which takes longer the larger they are, and may read all promises of a county for a township's.
 */
function inOrder(db: EntityManager, by: Among['by'], column?: Asked): string {
  if (by === null) return '';
  return forceIndex(db, 'tasks', [by, 'listed', ...(column === undefined ? [] : [column]), 'id']);
}

function condition(
  { region, departmentId, category, year, light, replyClass }: LedgerFilter,
  { now, rules }: LightsAt,
): Among & { readonly asked: readonly Asked[] } {
  const within = regionFilter('k', region);
  const equal = { lead_department_id: departmentId, category, promised_year: year, reply_class: replyClass };
  const asked = (Object.keys(equal) as Asked[]).filter((column) => equal[column] !== undefined);
  return {
    sql: [
      within.sql,
      ...asked.map((column) => `k.${column} = ?`),
      ...(light === undefined ? [] : [lightIs('k', light, now, rules)]),
    ].join(' AND '),
    params: [within.param, ...asked.map((column) => equal[column])],
    by: within.by,
    ofOneYear: year !== undefined,
    asked,
  };
}
