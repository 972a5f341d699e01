import {
  actionLabel,
  holds,
  isByVerdict,
  type MoveResult,
  replyNeedsReason,
  stateLabel,
  type TaskAction,
  taskMachine,
} from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { Injectable } from '@nestjs/common';
import { AttachmentBinder } from '../attachments/attachment-binder.js';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { Settings } from '../regions/settings.service.js';
import { TaskAccess } from './task-access.js';
import { TaskMoves } from './task-moves.js';
import { checkPartsAnswered } from './task-parts.service.js';
import type { TaskReplyDto } from './tasks.dto.js';

/** What a department does with a promise that it has taken, and what its overseers do when it does not. */
@Injectable()
export class TaskHandling {
  constructor(
    private readonly access: TaskAccess,
    private readonly moves: TaskMoves,
    private readonly attachments: AttachmentBinder,
    private readonly settings: Settings,
    private readonly words: BlockedWords,
  ) {}

  /** @throws TASK.PARTS_OPEN, TASK.REASON_REQUIRED with C and D, ATTACHMENT.NOT_FOUND */
  async reply(ctx: RequestContext, id: string, input: TaskReplyDto): Promise<MoveResult> {
    const { replyClass, text, reason, photos } = input;
    const view = await this.access.lock(ctx, id);
    const result = await this.moves.move(ctx, view, 'reply', {
      reason,
      patch: { replyClass, replyText: text, replyReason: reason ?? null, repliedAt: ctx.now },
      data: { replyClass, text },
    });
    await checkPartsAnswered(ctx.db, id);
    await this.words.refuse(ctx, view.task.township, [text, reason]);
    if (replyNeedsReason(replyClass) && !reason) throw new CodedError('TASK.REASON_REQUIRED');
    await this.attachments.bind(ctx, 'task_reply', id, photos);
    return result;
  }

  /** Done once more, after a low rating or when long-term watch shows that it is needed. */
  async restart(ctx: RequestContext, id: string, reason?: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { deadlines } = await this.settings.of(ctx.db, view.task.township);
    return this.moves.move(ctx, view, 'restart', { reason, ownDueAt: deadlineAfter(ctx.now, deadlines.redo) });
  }

  /** A move that takes nothing but a reason. @throws MOVE.NOT_POSSIBLE for one that only an evaluation makes */
  async move(ctx: RequestContext, id: string, action: TaskAction, reason: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { state } = view.task;
    if (isByVerdict(state, action) && holds(`task.${action}`, view.held)) {
      throw new CodedError('MOVE.NOT_POSSIBLE', {
        state: stateLabel('task', state),
        stateCode: state,
        action: actionLabel(taskMachine, action),
      });
    }
    return this.moves.move(ctx, view, action, { reason });
  }
}
