import {
  actionLabel,
  holds,
  isByVerdict,
  type MoveResult,
  stateLabel,
  type TaskAction,
  taskMachine,
} from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { Settings } from '../regions/settings.service.js';
import { TaskAccess, type TaskInView } from './task-access.js';
import { TaskMoves } from './task-moves.js';

/** What a department does with a promise that it has taken, and what its overseers do when it does not. */
@Injectable()
export class TaskHandling {
  constructor(
    private readonly access: TaskAccess,
    private readonly moves: TaskMoves,
    private readonly settings: Settings,
    private readonly words: BlockedWords,
  ) {}

  /** Done once more, after a low rating or when long-term watch shows that it is needed. @throws CONTENT.BLOCKED_WORD, and what TaskMoves.move throws */
  async restart(ctx: RequestContext, id: string, reason?: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { deadlines } = await this.settings.of(ctx.db, view.task.township);
    const ownDueAt = deadlineAfter(ctx.now, deadlines.redo);
    const result = await this.moves.move(ctx, view, 'restart', { reason, ownDueAt });
    await this.words.refuse(ctx, view.task.township, [reason]);
    return result;
  }

  /** A move that takes nothing but a reason. @throws MOVE.NOT_POSSIBLE for one that only an evaluation makes, CONTENT.BLOCKED_WORD */
  async move(ctx: RequestContext, id: string, action: TaskAction, reason: string): Promise<MoveResult> {
    return this.moveIn(ctx, await this.access.lock(ctx, id), action, reason);
  }

  /** The same of a task that is held already. @throws as move */
  async moveIn(ctx: RequestContext, view: TaskInView, action: TaskAction, reason: string): Promise<MoveResult> {
    const { state } = view.task;
    if (isByVerdict(state, action) && holds(`task.${action}`, view.held)) {
      throw new CodedError('MOVE.NOT_POSSIBLE', {
        state: stateLabel('task', state),
        stateCode: state,
        action: actionLabel(taskMachine, action),
      });
    }
    const result = await this.moves.move(ctx, view, action, { reason });
    await this.words.refuse(ctx, view.task.township, [reason]);
    return result;
  }
}
