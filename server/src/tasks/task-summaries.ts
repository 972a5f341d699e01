import { isTaskOverdue, OWING_TASK_STATES, type ReplyClass, type TaskState, type TaskSummary } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { RegionDirectory } from '../regions/region-directory.js';

/** A row of a list, as the database gives it. */
export interface TaskRow {
  id: string;
  what: string;
  state: TaskState;
  lead_department: string;
  due_at: number;
  reply_class: ReplyClass | null;
  township: string;
  parent_id: string | null;
  progress: number;
}

export const TASK_ROW =
  'k.id, k.what, k.state, d.name AS lead_department, k.due_at, k.reply_class, k.township, k.parent_id, k.progress';
/** LEFT, so that MariaDB keeps the order of the tasks' own index. */
export const TASK_JOIN = 'LEFT JOIN departments d ON d.id = k.lead_department_id';

/** Promises of their own, without the parts of others: what is listed to everyone and counted. */
export const OWN_PROMISE = 'k.parent_id IS NULL';

/** The states of promises not kept yet, for a statement. */
export const OWING = OWING_TASK_STATES.map((state) => `'${state}'`).join(', ');

/** Rows of tasks as lists show them. */
@Injectable()
export class TaskSummaries {
  constructor(private readonly regions: RegionDirectory) {}

  async of(ctx: RequestContext, rows: readonly TaskRow[]): Promise<TaskSummary[]> {
    const name = await this.regions.names();
    return rows.map((row) => {
      const dueAt = Number(row.due_at);
      return {
        id: row.id,
        what: row.what,
        state: row.state,
        parentId: row.parent_id,
        progress: Number(row.progress),
        leadDepartment: row.lead_department,
        dueAt,
        overdue: isTaskOverdue({ state: row.state, dueAt }, ctx.now),
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
