import type { TaskState } from '@consult/shared';
import type { EntityManager } from 'typeorm';
import type { MomentKey } from '../common/paging/page.js';
import { firstOfAll, type Part } from '../database/first-of-all.js';
import { forceIndex } from '../database/force-index.js';
import { TASK_JOIN } from './task-summaries.js';

export interface Cut {
  readonly after: MomentKey | null;
  readonly limit: number;
}

/** The indexes that have the tasks of each state in the order of their dates. */
const INDEXES = {
  county: ['county', 'state', 'due_at', 'id', 'created_at'],
  township: ['township', 'state', 'due_at', 'id', 'created_at'],
  lead_department_id: ['lead_department_id', 'state', 'due_at', 'id'],
  supervisor_id: ['supervisor_id', 'state', 'due_at', 'id'],
} as const;

/** What follows a region in the indexes that have those of one year in the order of their dates. */
const OF_A_YEAR = ['state', 'promised_year', 'due_at', 'id', 'created_at'];

/** What the tasks are among. */
export interface Among extends Part {
  /** The column that the condition sets equal to one value; null where it does not. */
  readonly by: keyof typeof INDEXES | null;
  /** Whether the condition sets the year in which they were promised, too; for regions alone. */
  readonly ofOneYear?: boolean;
}

const SOONEST = { alias: 'k', columns: ['due_at', 'id'] };

/**
 * Tasks of some states, soonest due first. Each state comes from an index that ends in the date: the many that were
 * closed long ago are never read through.
 * @param columns of `tasks k` and `departments d`, `due_at` and `id` among them
 * @param among one condition for each region, department or person
 */
export function soonestTasks<T>(
  db: EntityManager,
  columns: string,
  among: readonly Among[],
  states: readonly TaskState[],
  { after, limit }: Cut,
): Promise<T[]> {
  const beyond = after === null ? '' : 'AND k.due_at >= ? AND (k.due_at > ? OR k.id > ?)';
  const from = after === null ? [] : [after.at, after.at, after.id];
  const parts = among.flatMap(({ sql, params, by, ofOneYear }) => {
    const index = by === null ? '' : forceIndex(db, 'tasks', ofOneYear ? [by, ...OF_A_YEAR] : INDEXES[by]);
    const select = `SELECT ${columns} FROM tasks k ${index} ${TASK_JOIN} WHERE ${sql} AND k.state = ? ${beyond}`;
    return states.map((state) => ({ sql: select, params: [...params, state, ...from] }));
  });
  return firstOfAll(db, parts, SOONEST, limit);
}
