import { isStepBack, type MoveResult, PROGRESS_STATES, progressSource } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { AttachmentBinder } from '../attachments/attachment-binder.js';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { TaskProgressEntity } from './task.entity.js';
import { TaskAccess, type TaskInView, topicsInView } from './task-access.js';
import { type Acting, actingOn, TaskNotes } from './task-notes.js';
import { TaskProgress } from './task-progress.js';
import { TaskUpdates } from './task-updates.js';
import { hearWord } from './task-word.js';
import type { TaskProgressDto } from './tasks.dto.js';

/** Word of how it goes, for everyone: of the department that leads a promise, and of those that take part in it. */
@Injectable()
export class TaskReporting {
  constructor(
    private readonly access: TaskAccess,
    private readonly attachments: AttachmentBinder,
    private readonly progress: TaskProgress,
    private readonly notes: TaskNotes,
    private readonly updates: TaskUpdates,
    private readonly words: BlockedWords,
  ) {}

  /** @throws TASK.NOT_UNDER_WAY, TASK.PROGRESS_DERIVED, TASK.STEP_BACK, ATTACHMENT.NOT_FOUND, CONTENT.BLOCKED_WORD */
  async report(ctx: RequestContext, id: string, input: TaskProgressDto): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { task } = view;
    const acting = actingOn(ctx, view, 'task.progress', PROGRESS_STATES);
    const { text, photos } = input;
    await this.words.refuse(ctx, task.township, [text, input.reason]);
    const said = await this.percent(ctx, view, acting, input);
    const progressId = newId(ctx.now);
    await ctx.db.insert(TaskProgressEntity, {
      id: progressId,
      taskId: id,
      personId: actorOf(ctx).id,
      departmentId: acting.departmentId,
      text,
      ...said,
      at: ctx.now,
    });
    await hearWord(ctx, task);
    await this.updates.heard(ctx, task);
    await this.attachments.bind(ctx, 'task_progress', progressId, photos);
    await this.progress.settle(ctx, task);
    if (acting.capacity === 'lead' && task.state === 'deferred') await this.updates.reviewed(ctx, task);
    if (acting.capacity === 'lead' && task.state === 'in_progress')
      await this.updates.ask(ctx, task, task.currentDueAt ?? task.dueAt);
    await this.notes.write(ctx, view, acting, 'progress', null, { topicIds: topicsInView(view) });
    return { id, state: task.state };
  }

  /** How far it is, as the lead alone says, where neither parts nor milestones do. */
  private async percent(
    ctx: RequestContext,
    { task }: TaskInView,
    { capacity }: Acting,
    { percent, reason }: TaskProgressDto,
  ): Promise<{ percent: number | null; reason: string | null }> {
    if (percent === undefined) return { percent: null, reason: null };
    if (capacity !== 'lead') throw new CodedError('AUTH.FORBIDDEN');
    if (progressSource(await this.progress.grounds(ctx.db, task.id)) !== 'reports')
      throw new CodedError('TASK.PROGRESS_DERIVED');
    const back = isStepBack(task.progress, percent);
    if (back && !reason) throw stepBack(task.progress, percent);
    return { percent, reason: back && reason ? reason : null };
  }
}

/** That progress would go down without words. */
export function stepBack(from: number, to: number): CodedError {
  return new CodedError('TASK.STEP_BACK', { from, to, fields: [{ field: 'reason', message: '请写明为什么退回' }] });
}
