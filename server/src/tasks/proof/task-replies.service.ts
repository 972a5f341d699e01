import {
  ARRANGE_VISIT,
  isEvidence,
  isReviewDate,
  type MoveResult,
  needsProof,
  replyNeedsReason,
  replyNeedsReview,
  todoOf,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { AttachmentBinder } from '../../attachments/attachment-binder.js';
import type { RequestContext } from '../../common/context/request-context.js';
import { CodedError } from '../../common/errors/coded-error.js';
import { BlockedWords } from '../../moderation/blocked-words.service.js';
import { EventLog } from '../../moves/event-log.js';
import { TodoList } from '../../moves/todo-list.js';
import { TaskAccess, type TaskInView } from '../task-access.js';
import { checkAwaited } from '../task-dependencies.service.js';
import { TaskMoves } from '../task-moves.js';
import { checkPartsAnswered } from '../task-parts.service.js';
import type { TaskReplyDto } from '../tasks.dto.js';
import { EvaluationRounds } from './evaluation-rounds.js';

/** 答复: what a department says came of a promise, with what shows it. */
@Injectable()
export class TaskReplies {
  constructor(
    private readonly access: TaskAccess,
    private readonly moves: TaskMoves,
    private readonly attachments: AttachmentBinder,
    private readonly words: BlockedWords,
    private readonly rounds: EvaluationRounds,
    private readonly events: EventLog,
    private readonly todos: TodoList,
  ) {}

  /**
   * What is called solved comes with photos or a pair of before and after, and those concerned are asked to go and see it.
   * @throws TASK.PARTS_OPEN; TASK.WAITS_STILL, TASK.EVIDENCE_REQUIRED with A; TASK.REASON_REQUIRED, TASK.REVIEW_DATE_REQUIRED with C and D, the latter not of a part;
   *   ATTACHMENT.NOT_FOUND
   */
  async reply(ctx: RequestContext, id: string, input: TaskReplyDto): Promise<MoveResult> {
    const { replyClass, text, reason, photos } = input;
    const view = await this.access.lock(ctx, id);
    const { repliedAt } = view.task;
    const needsReview = replyNeedsReview(view.task, replyClass);
    const reviewAt = needsReview ? (input.reviewAt ?? null) : null;
    const result = await this.moves.move(ctx, view, 'reply', {
      reason,
      patch: { replyClass, replyText: text, replyReason: reason ?? null, repliedAt: ctx.now, reviewAt },
      data: { replyClass, text },
    });
    await checkPartsAnswered(ctx.db, id);
    await checkAwaited(ctx.db, id, replyClass);
    await this.words.refuse(ctx, view.task.township, [text, reason]);
    if (replyNeedsReason(replyClass) && !reason) throw new CodedError('TASK.REASON_REQUIRED');
    if (needsReview && (reviewAt === null || !isReviewDate(reviewAt, ctx.now))) {
      throw new CodedError('TASK.REVIEW_DATE_REQUIRED');
    }
    if (replyClass === 'A' && !isEvidence(photos.length, await pairsShown(ctx, id), repliedAt))
      throw new CodedError('TASK.EVIDENCE_REQUIRED');
    await this.attachments.bind(ctx, 'task_reply', id, photos);
    // A part is rated by nobody.
    if (view.task.parentId === null) await this.rounds.next(ctx, id);
    if (needsProof(view.task)) await this.askVisit(ctx, view);
    return result;
  }

  private async askVisit(ctx: RequestContext, { task, topics }: TaskInView): Promise<void> {
    await this.todos.become(ctx, 'task', task.id, todoOf('task', 'replied'), ARRANGE_VISIT);
    await this.events.note(ctx, task, {
      kind: 'task',
      action: 'ask_visit',
      capacity: 'system',
      isPublic: true,
      topicIds: topics.map((topic) => topic.id),
    });
  }
}

/** When the second photo of each whole pair of before and after was uploaded. */
async function pairsShown({ db }: RequestContext, taskId: string): Promise<number[]> {
  const rows: { shown_at: string | number }[] = await db.query(
    `SELECT a.created_at AS shown_at FROM task_photo_pairs p JOIN attachments a ON a.id = p.after_id
     WHERE p.task_id = ? AND p.before_id IS NOT NULL`,
    [taskId],
  );
  return rows.map(({ shown_at }) => Number(shown_at));
}
