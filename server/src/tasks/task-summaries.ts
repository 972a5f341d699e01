import {
  isTaskOverdue,
  type LightRules,
  OWING_TASK_STATES,
  type ReplyClass,
  type TaskState,
  type TaskSummary,
  taskLight,
  UNTAKEN_STATES,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { CountyLights } from './county-lights.js';
import type { CountyLightRules } from './task-light.sql.js';

/** A row of a list, as the database gives it. */
export interface TaskRow {
  id: string;
  what: string;
  state: TaskState;
  lead_department: string;
  due_at: number;
  last_word_at: number;
  reply_class: ReplyClass | null;
  county: string;
  township: string;
  parent_id: string | null;
  progress: number;
}

export const TASK_ROW = `k.id, k.what, k.state, d.name AS lead_department, k.due_at, k.last_word_at, k.reply_class, k.county, k.township,
   k.parent_id, k.progress`;
/** LEFT, so that MariaDB keeps the order of the tasks' own index. */
export const TASK_JOIN = 'LEFT JOIN departments d ON d.id = k.lead_department_id';

/** Promises of their own, without the parts of others: what is listed to everyone and counted. */
export const OWN_PROMISE = 'k.parent_id IS NULL';

/** The states of promises not kept yet, for a statement. */
export const OWING = OWING_TASK_STATES.map((state) => `'${state}'`).join(', ');

const UNTAKEN = UNTAKEN_STATES.map((state) => `'${state}'`).join(', ');

/** Of parts that nobody has taken: their promise is paused. */
export const STANDS_STILL = `(k.state IN (${UNTAKEN}) AND EXISTS
  (SELECT 1 FROM tasks w WHERE w.id = k.parent_id AND w.state = 'paused'))`;

/** Rows of tasks as lists show them. */
@Injectable()
export class TaskSummaries {
  constructor(
    private readonly regions: RegionDirectory,
    private readonly lights: CountyLights,
  ) {}

  async of(ctx: RequestContext, rows: readonly TaskRow[]): Promise<TaskSummary[]> {
    const name = await this.regions.names();
    const rules = await this.lights.of(
      ctx,
      rows.map(({ county }) => county),
    );
    const still = await standingStill(ctx, rows);
    return rows.map((row) => {
      const dueAt = Number(row.due_at);
      const lit = {
        state: still.has(row.id) ? ('paused' as const) : row.state,
        dueAt,
        lastWordAt: Number(row.last_word_at),
      };
      return {
        id: row.id,
        what: row.what,
        state: row.state,
        parentId: row.parent_id,
        progress: Number(row.progress),
        leadDepartment: row.lead_department,
        dueAt,
        overdue: isTaskOverdue(lit, ctx.now),
        light: taskLight(lit, ctx.now, ruleOf(rules, row.county)),
        replyClass: row.reply_class,
        township: row.township,
        townshipName: name(row.township),
      };
    });
  }

  /** What was promised about a topic, soonest due first. */
  async ofTopic(ctx: RequestContext, topicId: string): Promise<TaskSummary[]> {
    return this.of(
      ctx,
      await ctx.db.query(
        `SELECT ${TASK_ROW} FROM session_topics t JOIN tasks k ON k.session_id = t.session_id ${TASK_JOIN}
         WHERE t.topic_id = ? AND ${OWN_PROMISE} AND k.content = 'passed' ORDER BY k.due_at, k.id`,
        [topicId],
      ),
    );
  }

  async ofOutcome(ctx: RequestContext, outcomeId: string): Promise<TaskSummary[]> {
    return this.of(
      ctx,
      await ctx.db.query(
        `SELECT ${TASK_ROW} FROM tasks k ${TASK_JOIN}
         WHERE k.outcome_id = ? AND ${OWN_PROMISE} AND k.content = 'passed' ORDER BY k.due_at, k.id`,
        [outcomeId],
      ),
    );
  }
}

/** The parts among them whose clock stands still with their promise's. */
async function standingStill({ db }: RequestContext, rows: readonly TaskRow[]): Promise<Set<string>> {
  const ids = rows.filter((row) => row.parent_id !== null && UNTAKEN_STATES.includes(row.state)).map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const still: { id: string }[] = await db.query(
    `SELECT k.id FROM tasks k WHERE k.id IN (${ids.map(() => '?').join(', ')}) AND ${STANDS_STILL}`,
    ids,
  );
  return new Set(still.map(({ id }) => id));
}

function ruleOf(rules: CountyLightRules, county: string): LightRules {
  const found = rules.get(county);
  if (found === undefined) throw new Error(`no lights of ${county}`);
  return found;
}
