import { TASK_STATES, type TaskState } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { regionFilter } from '../regions/region-filter.js';
import { aboutPublicTopic } from '../topics/about-public.js';
import { type Cut, soonestTasks } from './soonest-tasks.js';
import { TaskEntity } from './task.entity.js';
import { OWING, OWN_PROMISE, TASK_JOIN, TASK_ROW, type TaskRow } from './task-summaries.js';

export interface TaskFilter extends Cut {
  readonly region: string;
  readonly publicOnly: boolean;
  /** Only in one of these states. */
  readonly states: readonly TaskState[];
  /** Past its date at this moment, and still owing. */
  readonly overdueAt?: number | undefined;
  /** See lightIs. */
  readonly light?: ((alias: string) => string) | undefined;
}

const NOT_CLOSED = TASK_STATES.filter((state) => state !== 'closed');

@Injectable()
export class TasksRepository {
  /** The promises of a region, soonest due first. */
  async list(db: EntityManager, filter: TaskFilter): Promise<TaskRow[]> {
    const within = regionFilter('k', filter.region);
    const where = [within.sql, OWN_PROMISE];
    const params: unknown[] = [within.param];
    if (filter.publicOnly) where.push("k.content = 'passed'", aboutPublicTopic('k.session_id'));
    if (filter.overdueAt !== undefined) {
      where.push(`k.due_at < ? AND k.state IN (${OWING})`);
      params.push(filter.overdueAt);
    }
    if (filter.light !== undefined) where.push(filter.light('k'));
    const among = { sql: where.join(' AND '), params, by: within.by };
    return soonestTasks(db, TASK_ROW, [among], filter.states, filter);
  }

  /** What departments have taken on and not closed, soonest due first. */
  async ofDepartments(db: EntityManager, departmentIds: readonly string[], cut: Cut): Promise<TaskRow[]> {
    const led = departmentIds.map((id) => ({
      sql: 'k.lead_department_id = ?',
      params: [id],
      by: 'lead_department_id' as const,
    }));
    return soonestTasks(db, TASK_ROW, led, NOT_CLOSED, cut);
  }

  /** What departments take part in keeping and is not closed, the newest first. @param after a task's id */
  async withDepartments(
    db: EntityManager,
    departmentIds: readonly string[],
    after: string | null,
    limit: number,
  ): Promise<TaskRow[]> {
    if (departmentIds.length === 0) return [];
    return db.query(
      `SELECT DISTINCT ${TASK_ROW} FROM task_co_leads c JOIN tasks k ON k.id = c.task_id ${TASK_JOIN}
       WHERE c.department_id IN (${departmentIds.map(() => '?').join(', ')}) ${after === null ? '' : 'AND c.task_id < ?'}
       AND k.state <> 'closed' ORDER BY k.id DESC LIMIT ?`,
      [...departmentIds, ...(after === null ? [] : [after]), limit],
    );
  }

  /** What somebody sees to in these regions and is not closed, soonest due first. */
  async supervisedBy(db: EntityManager, personId: string, regions: readonly string[], cut: Cut): Promise<TaskRow[]> {
    if (regions.length === 0) return [];
    const within = `(${regions.map(() => 'k.county LIKE ?').join(' OR ')})`;
    const params = [personId, ...regions.map((region) => `${region}%`)];
    const among = { sql: `k.supervisor_id = ? AND ${within}`, params, by: 'supervisor_id' as const };
    return soonestTasks(db, TASK_ROW, [among], NOT_CLOSED, cut);
  }

  /** Promises about these topics that wait for another session, oldest first. */
  async reconsultingAbout(db: EntityManager, topicIds: readonly string[]): Promise<TaskEntity[]> {
    if (topicIds.length === 0) return [];
    return db
      .createQueryBuilder(TaskEntity, 'k')
      .where("k.state = 'reconsulting' AND k.parent_id IS NULL")
      .andWhere('k.session_id IN (SELECT s.session_id FROM session_topics s WHERE s.topic_id IN (:...topicIds))', {
        topicIds: [...topicIds],
      })
      .orderBy('k.id')
      .getMany();
  }
}
