import {
  allowedActions,
  holds,
  isByVerdict,
  isEvaluating,
  isMoveOf,
  isShown,
  maySendOn,
  mustDesignate,
  type PersonName,
  PROGRESS_STATES,
  publicRatings,
  type TaskAction,
  type TaskDetail,
  type TaskProgressView,
  type TaskSummary,
  taskMachine,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { AttachmentReader } from '../attachments/attachment-reader.js';
import type { RequestContext } from '../common/context/request-context.js';
import { DepartmentsRepository } from '../regions/departments.repository.js';
import { Settings } from '../regions/settings.service.js';
import { ProofViews } from './proof/proof-view.js';
import { isReviewEarly } from './proof/task-reviews.service.js';
import { RatingEntity, type TaskEntity, TaskProgressEntity } from './task.entity.js';
import { TaskAccess } from './task-access.js';
import { TaskClocks } from './task-clocks.service.js';
import { TaskStructureReader } from './task-structure-reader.js';
import { TaskSummaries } from './task-summaries.js';
import { TaskTimeline } from './task-timeline.js';

/** More than any promise takes, a year of weekly reports; a bound for the page. */
const PROGRESS_MOST = 60;
const COMMENTS_MOST = 20;

/** Everything about one task that its page shows, as far as this viewer may see it. */
@Injectable()
export class TaskDetails {
  constructor(
    private readonly access: TaskAccess,
    private readonly summaries: TaskSummaries,
    private readonly departments: DepartmentsRepository,
    private readonly attachments: AttachmentReader,
    private readonly settings: Settings,
    private readonly timeline: TaskTimeline,
    private readonly structure: TaskStructureReader,
    private readonly clocks: TaskClocks,
    private readonly proof: ProofViews,
  ) {}

  /** @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, id: string): Promise<TaskDetail> {
    const view = await this.access.get(ctx, id);
    const { task, topics, held, inside, hasPart } = view;
    const { leadDepartmentId, coDepartmentIds, state } = task;
    const mayCall = inside && state !== 'refused' && holds('phone.reveal', held);
    const callable = mayCall ? await this.raisers(ctx, task.sessionId) : [];
    const [department, { thresholds }, reports, photos, rating, timeline, clock] = await Promise.all([
      this.departments.names(ctx.db, [leadDepartmentId, ...coDepartmentIds]),
      this.settings.of(ctx.db, task.township),
      this.reports(ctx, task, inside),
      this.attachments.of(ctx.db, 'task_reply', [id], inside),
      this.myRating(ctx, id),
      this.timeline.of(ctx, id, inside),
      this.clocks.of(ctx, view),
    ]);
    const [summary] = await this.summaries.of(ctx, [rowOf(task, department(leadDepartmentId))]);
    if (summary === undefined) throw new Error(`task ${id} has no summary`);
    const { satisfied, fair, dissatisfied, replyClass, replyText, repliedAt } = task;
    const isRunning = isEvaluating(task, ctx.now);
    const proof = await this.proof.of(ctx, view);
    const ratings = publicRatings({ satisfied, fair, dissatisfied }, { minimum: thresholds.minimumRatings, isRunning });
    return {
      ...summary,
      ...(await this.structure.of(ctx, view)),
      ...proof,
      code: task.code,
      listed: task.listed,
      carriedOver: task.carriedOver,
      outcomeId: task.outcomeId,
      topics: topics.filter((topic) => inside || topic.is_public).map(({ id, code, title }) => ({ id, code, title })),
      leadDepartmentId,
      coDepartments: coDepartmentIds.map(department),
      funds: task.funds,
      callable,
      refusals: task.refusals,
      reports,
      reply:
        replyClass === null || replyText === null || repliedAt === null
          ? null
          : { replyClass, text: replyText, reason: task.replyReason, at: repliedAt, photos: photos.get(id) ?? [] },
      evaluationEndsAt: task.evaluationEndsAt,
      ratings,
      ratingCount: satisfied + fair + dissatisfied,
      myRating: rating,
      comments: ratings === null ? [] : await this.comments(ctx, id),
      canRate: (hasPart || proof.isSampled) && isRunning,
      canReportProgress: holds('task.progress', held) && PROGRESS_STATES.includes(state),
      canConclude: holds('task.conclude', held) && state === 'evaluating' && !isRunning,
      currentDueAt: task.currentDueAt,
      clock,
      actions: allowedActions(taskMachine, state, held).filter(
        (action) =>
          isMoveOf(task, action) &&
          !isByVerdict(state, action) &&
          isOffered({ ...summary, ...task }, action, ctx.now) &&
          isReady(task, action, proof, ctx.now),
      ),
      timeline,
    };
  }

  /** Who raised its topics and has an account. */
  private raisers(ctx: RequestContext, sessionId: string): Promise<PersonName[]> {
    return ctx.db.query(
      `SELECT DISTINCT p.id, p.name FROM session_topics st JOIN topics t ON t.id = st.topic_id
       JOIN people p ON p.id = t.raiser_id WHERE st.session_id = ? AND t.on_behalf_of IS NULL ORDER BY p.id`,
      [sessionId],
    );
  }

  /** Latest first. */
  private async reports(ctx: RequestContext, task: TaskEntity, inside: boolean): Promise<TaskProgressView[]> {
    const taskId = task.id;
    const rows = await ctx.db.find(TaskProgressEntity, {
      where: { taskId, ...(!inside && { content: 'passed' }) },
      order: { id: 'DESC' },
      take: PROGRESS_MOST,
    });
    const photos = await this.attachments.of(
      ctx.db,
      'task_progress',
      rows.map((row) => row.id),
      inside,
    );
    const by = await this.departments.names(
      ctx.db,
      rows.map((row) => row.departmentId ?? task.leadDepartmentId),
    );
    return rows.map(({ id, text, departmentId, percent, reason, at, content }) => ({
      id,
      text,
      by: by(departmentId ?? task.leadDepartmentId),
      percent,
      reason,
      at,
      photos: photos.get(id) ?? [],
      ...(!isShown(content) && { content }),
    }));
  }

  private async comments(ctx: RequestContext, taskId: string): Promise<string[]> {
    const rows = await ctx.db.find(RatingEntity, {
      where: { taskId, content: 'passed', comment: Not(IsNull()) },
      order: { updatedAt: 'DESC', personId: 'DESC' },
      take: COMMENTS_MOST,
    });
    return rows.flatMap(({ comment }) => comment ?? []);
  }

  private async myRating(ctx: RequestContext, taskId: string): Promise<TaskDetail['myRating']> {
    const personId = ctx.actor?.id;
    const row = personId === undefined ? null : await ctx.db.findOneBy(RatingEntity, { taskId, personId });
    if (row === null) return null;
    const { process, result, handling, comment } = row;
    return { process, result, handling, ...(comment !== null && { comment }) };
  }
}

/** Another department is asked for by a request, and which of two assigns is a matter of how often it was refused. */
function isOffered(task: TaskEntity & Pick<TaskSummary, 'light'>, action: TaskAction, now: number): boolean {
  if (action === 'hand_over') return false;
  if (action !== 'reassign' && action !== 'designate') return true;
  return mustDesignate(task) === (action === 'designate') && maySendOn(task, now);
}

/** Whether what a move waits for has come: somebody has been to see it, or the date on which it is looked at again. */
function isReady(
  { state, reviewAt, closedAt }: TaskEntity,
  action: TaskAction,
  { visitMissing }: Pick<TaskDetail, 'visitMissing'>,
  now: number,
): boolean {
  if (action === 'open_evaluation') return !visitMissing;
  if (action === 'reopen') return closedAt !== null;
  return !(action === 'close' && state === 'deferred' && isReviewEarly(reviewAt, now));
}

function rowOf(task: TaskEntity, leadDepartment: string) {
  const { id, what, state, county, township, dueAt, lastWordAt, replyClass, parentId, progress } = task;
  return {
    id,
    what,
    state,
    county,
    township,
    lead_department: leadDepartment,
    due_at: dueAt,
    last_word_at: lastWordAt,
    reply_class: replyClass,
    parent_id: parentId,
    progress,
  };
}
