import {
  holds,
  OWING_TASK_STATES,
  type PersonName,
  type PhotoPairView,
  PROGRESS_STATES,
  progressSource,
  SPLIT_STATES,
  type SupervisionView,
  TASK_LIMITS,
  type TaskDetail,
  type TaskPartView,
  type TaskPowers,
  type TaskSummary,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { AttachmentReader } from '../attachments/attachment-reader.js';
import type { RequestContext } from '../common/context/request-context.js';
import { PersonEntity } from '../people/person.entity.js';
import { aboutPublicTopic } from '../topics/about-public.js';
import type { TaskInView } from './task-access.js';
import { MilestoneEntity, PhotoPairEntity, SpendingEntity, SupervisionEntity } from './task-structure.entity.js';
import { TASK_JOIN, TASK_ROW, type TaskRow, TaskSummaries } from './task-summaries.js';

/** More than a promise is ever looked at; a bound for the page. */
const SUPERVISIONS_MOST = 50;

interface PartRow extends TaskRow {
  weight: number;
  funds_planned: string | number | null;
  funds_spent: string | number | null;
}

export type TaskStructure = Pick<
  TaskDetail,
  | 'parent'
  | 'parts'
  | 'milestones'
  | 'progressFrom'
  | 'fundsPlanned'
  | 'fundsSpent'
  | 'spendings'
  | 'waitsFor'
  | 'awaitedBy'
  | 'photoPairs'
  | 'supervisor'
  | 'supervisions'
  | 'may'
>;

/** What a promise is made of, as its page shows it. */
@Injectable()
export class TaskStructureReader {
  constructor(
    private readonly summaries: TaskSummaries,
    private readonly attachments: AttachmentReader,
  ) {}

  async of(ctx: RequestContext, view: TaskInView): Promise<TaskStructure> {
    const { task, parent, inside } = view;
    const { id, fundsPlanned, fundsSpent } = task;
    const whole = parent ?? task;
    const [parts, milestones, spendings] = await Promise.all([
      this.parts(ctx, id, inside),
      ctx.db.find(MilestoneEntity, { where: { taskId: id }, order: { plannedAt: 'ASC', id: 'ASC' } }),
      ctx.db.find(SpendingEntity, { where: { taskId: id }, order: { spentAt: 'DESC', id: 'DESC' } }),
    ]);
    return {
      parent: parent && ((await this.linked(ctx, view, 'k.id = ?', [parent.id]))[0] ?? null),
      parts,
      milestones: milestones.map(({ id, name, plannedAt, doneAt }) => ({ id, name, plannedAt, doneAt })),
      progressFrom: progressSource({ parts, milestones }),
      fundsPlanned,
      fundsSpent,
      spendings: spendings.map(({ id, amount, spentAt, what, reason }) => ({ id, amount, spentAt, what, reason })),
      waitsFor: await this.linked(
        ctx,
        view,
        'k.id IN (SELECT d.waits_for_id FROM task_dependencies d WHERE d.task_id = ?)',
        [id],
      ),
      awaitedBy: await this.linked(
        ctx,
        view,
        'k.id IN (SELECT d.task_id FROM task_dependencies d WHERE d.waits_for_id = ?)',
        [id],
        TASK_LIMITS.awaitedByMax,
      ),
      photoPairs: await this.photoPairs(ctx, id, inside),
      supervisor: inside ? await this.person(ctx, whole.supervisorId) : null,
      supervisions: await this.supervisions(ctx, whole.id, inside),
      may: powers(view),
    };
  }

  private async parts(ctx: RequestContext, id: string, inside: boolean): Promise<TaskPartView[]> {
    const rows: PartRow[] = await ctx.db.query(
      `SELECT ${TASK_ROW}, k.weight, k.funds_planned, k.funds_spent FROM tasks k ${TASK_JOIN} WHERE k.parent_id = ?
       ${inside ? '' : "AND k.content = 'passed'"} ORDER BY k.due_at, k.id`,
      [id],
    );
    const summaries = await this.summaries.of(ctx, rows);
    const yuan = (value: string | number | null | undefined) => (value == null ? null : Number(value));
    return summaries.map((summary, i) => {
      const row = rows[i];
      const funds = { planned: yuan(row?.funds_planned), spent: yuan(row?.funds_spent) };
      return { ...summary, weight: Number(row?.weight), funds };
    });
  }

  /** Other promises that this one's page names: those that everybody sees, and those of the same session. */
  private async linked(
    ctx: RequestContext,
    { task, inside }: TaskInView,
    which: string,
    params: unknown[],
    most: number = TASK_LIMITS.dependenciesMax,
  ): Promise<TaskSummary[]> {
    return this.summaries.of(
      ctx,
      await ctx.db.query(
        `SELECT ${TASK_ROW} FROM tasks k ${TASK_JOIN}
         WHERE ${which} AND (${aboutPublicTopic('k.session_id')} OR k.session_id = ?)
         ${inside ? '' : "AND k.content = 'passed'"} ORDER BY k.due_at, k.id LIMIT ?`,
        [...params, task.sessionId, most],
      ),
    );
  }

  private async photoPairs(ctx: RequestContext, taskId: string, inside: boolean): Promise<PhotoPairView[]> {
    const pairs = await ctx.db.find(PhotoPairEntity, { where: { taskId }, order: { id: 'ASC' } });
    if (pairs.length === 0) return [];
    const photos = (await this.attachments.of(ctx.db, 'task_photo', [taskId], inside)).get(taskId) ?? [];
    const photo = (id: string | null) => photos.find((one) => one.id === id) ?? null;
    return pairs
      .map(({ id, label, beforeId, afterId }) => ({ id, label, before: photo(beforeId), after: photo(afterId) }))
      .filter(({ before, after }) => before !== null || after !== null);
  }

  private async person(ctx: RequestContext, id: string | null): Promise<PersonName | null> {
    const person = id === null ? null : await ctx.db.findOneBy(PersonEntity, { id });
    return person && { id: person.id, name: person.name };
  }

  private async supervisions(ctx: RequestContext, taskId: string, inside: boolean): Promise<SupervisionView[]> {
    const rows = await ctx.db.find(SupervisionEntity, {
      where: { taskId },
      order: { id: 'DESC' },
      take: SUPERVISIONS_MOST,
    });
    return rows.map(({ id, at, text }) => ({ id, at, text: inside ? text : null }));
  }
}

function powers({ task, held }: TaskInView): TaskPowers {
  const { state, parentId } = task;
  const isOpen = state !== 'closed';
  return {
    split: parentId === null && holds('task.split', held) && SPLIT_STATES.includes(state),
    plan: holds('task.plan', held) && PROGRESS_STATES.includes(state),
    wait: holds('task.wait', held) && OWING_TASK_STATES.includes(state),
    appoint: parentId === null && holds('task.appoint', held) && isOpen,
    supervise: holds('task.supervise', held) && isOpen,
  };
}
