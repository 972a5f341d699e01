import { holds, LOOK_BACK_TODO, lookBackVerdict, type MoveResult, REOPENED_REASON, taskTitle } from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { actorOf, type RequestContext } from '../../common/context/request-context.js';
import { CodedError } from '../../common/errors/coded-error.js';
import { newId } from '../../common/ids.js';
import { BlockedWords } from '../../moderation/blocked-words.service.js';
import { EventLog } from '../../moves/event-log.js';
import { BY_SYSTEM } from '../../moves/mover.js';
import { TodoList } from '../../moves/todo-list.js';
import { Settings } from '../../regions/settings.service.js';
import type { TaskEntity } from '../task.entity.js';
import { TaskAccess, type TaskInView } from '../task-access.js';
import { type TaskMoveOptions, TaskMoves } from '../task-moves.js';
import type { LookBackAnswerDto, LookBackReplyDto } from './proof.dto.js';
import { LookBackAnswerEntity, LookBackEntity } from './proof.entity.js';
import { ProofContent } from './proof-content.js';
import { TaskAsked } from './task-asked.js';

/** 回头看: whether what was done is still good, by those whom it concerns. */
@Injectable()
export class LookBacks {
  constructor(
    private readonly access: TaskAccess,
    private readonly asked: TaskAsked,
    private readonly moves: TaskMoves,
    private readonly events: EventLog,
    private readonly todos: TodoList,
    private readonly settings: Settings,
    private readonly words: BlockedWords,
    private readonly content: ProofContent,
  ) {}

  /**
   * 还好用吗: one answer a person, which may be changed while it runs. A No reopens the promise or comes before its
   * convener, see lookBackVerdict.
   * @throws ITEM.NOT_FOUND, TASK.NOT_ASKED, TASK.NO_LOOK_BACK, CONTENT.BLOCKED_WORD, ATTACHMENT.NOT_FOUND,
   *   REQUEST.INVALID for a No without a reason
   */
  async answer(ctx: RequestContext, taskId: string, input: LookBackAnswerDto): Promise<MoveResult> {
    // Held, so that every answer is counted and only one of them reopens it.
    const view = await this.access.lock(ctx, taskId);
    const { task } = view;
    if (!(await this.asked.isAskedLater(ctx, view))) throw new CodedError('TASK.NOT_ASKED');
    const lookBack = await ctx.db.findOneBy(LookBackEntity, { id: input.lookBackId, taskId });
    if (lookBack === null || !isLookingBack(task, lookBack, ctx.now)) throw new CodedError('TASK.NO_LOOK_BACK');
    const { works, photos } = input;
    const reason = works ? null : (input.reason ?? null);
    if (!works && reason === null) {
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'reason', message: '请写一写哪里不好用' }] });
    }
    if (reason !== null) await this.words.refuse(ctx, task.township, [reason]);
    const id = await this.keep(ctx, lookBack.id, works, reason);
    await this.content.ask(ctx, task, { kind: 'look_back', id, text: reason, photos: works ? [] : photos });
    const counts = await this.count(ctx, lookBack.id);
    if (works) return { id: taskId, state: task.state };
    const verdict = lookBackVerdict(counts, await this.asked.isRaiser(ctx, task));
    if (verdict === 'reopen') return this.reopen(ctx, view, { held: BY_SYSTEM, reason: REOPENED_REASON }, lookBack.id);
    await this.askConvener(ctx, view, lookBack);
    return { id: taskId, state: task.state };
  }

  /**
   * The convener's answer to a No that has not reopened it, for everyone to read.
   * @throws ITEM.NOT_FOUND, AUTH.FORBIDDEN, TASK.LOOK_BACK_SETTLED, CONTENT.BLOCKED_WORD
   */
  async reply(ctx: RequestContext, taskId: string, { lookBackId, text }: LookBackReplyDto): Promise<MoveResult> {
    const view = await this.access.lock(ctx, taskId);
    const { task, held, topics } = view;
    if (!holds('task.answer_look_back', held)) throw new CodedError('AUTH.FORBIDDEN');
    const { affected } = await ctx.db.update(
      LookBackEntity,
      { id: lookBackId, taskId, waitingSince: Not(IsNull()) },
      { waitingSince: null, replyText: text, repliedAt: ctx.now },
    );
    if (affected !== 1 || task.state !== 'closed') throw new CodedError('TASK.LOOK_BACK_SETTLED');
    await this.words.refuse(ctx, task.township, [text]);
    await this.todos.clearOne(ctx, 'task', taskId, LOOK_BACK_TODO);
    await this.events.note(ctx, task, {
      kind: 'task',
      action: 'look_back_answer',
      capacity: 'convener',
      reason: text,
      isPublic: true,
      reasonPublic: true,
      data: { lookBackId },
      topicIds: topics.map((topic) => topic.id),
    });
    return { id: taskId, state: task.state };
  }

  /** By the convener, for a No or whatever else shows that it does not hold. @throws TASK.CARRIED_OVER, CONTENT.BLOCKED_WORD */
  async reopenBy(ctx: RequestContext, taskId: string, reason: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, taskId);
    const isCarriedOver = view.task.state === 'closed' && view.task.closedAt === null;
    const result = await this.reopen(ctx, view, { reason });
    await this.words.refuse(ctx, view.task.township, [reason]);
    if (isCarriedOver) throw new CodedError('TASK.CARRIED_OVER');
    return result;
  }

  private async reopen(
    ctx: RequestContext,
    view: TaskInView,
    options: Pick<TaskMoveOptions, 'held' | 'reason'>,
    lookBackId?: string,
  ): Promise<MoveResult> {
    const { id: taskId, township } = view.task;
    const { deadlines } = await this.settings.of(ctx.db, township);
    const result = await this.moves.move(ctx, view, 'reopen', {
      ...options,
      ownDueAt: deadlineAfter(ctx.now, deadlines.redo),
    });
    const led = { waitingSince: null, reopenedAt: ctx.now };
    await ctx.db.update(LookBackEntity, { taskId, waitingSince: Not(IsNull()) }, led);
    if (lookBackId !== undefined) await ctx.db.update(LookBackEntity, { id: lookBackId }, led);
    return result;
  }

  private async keep(ctx: RequestContext, lookBackId: string, works: boolean, reason: string | null): Promise<string> {
    const personId = actorOf(ctx).id;
    const before = await ctx.db.findOneBy(LookBackAnswerEntity, { lookBackId, personId });
    const answer = { works, reason, at: ctx.now };
    if (before !== null) {
      await ctx.db.update(LookBackAnswerEntity, { id: before.id }, answer);
      return before.id;
    }
    const id = newId(ctx.now);
    await ctx.db.insert(LookBackAnswerEntity, { id, lookBackId, personId, ...answer });
    return id;
  }

  private async count(ctx: RequestContext, lookBackId: string): Promise<{ yes: number; no: number }> {
    const yes = await ctx.db.countBy(LookBackAnswerEntity, { lookBackId, works: true });
    const no = await ctx.db.countBy(LookBackAnswerEntity, { lookBackId, works: false });
    await ctx.db.update(LookBackEntity, { id: lookBackId }, { yes, no });
    return { yes, no };
  }

  /** Once until it is dealt with. */
  private async askConvener(
    ctx: RequestContext,
    { task, topics }: TaskInView,
    lookBack: LookBackEntity,
  ): Promise<void> {
    if (lookBack.waitingSince !== null) return;
    await ctx.db.update(LookBackEntity, { id: lookBack.id }, { waitingSince: ctx.now });
    const { deadlines } = await this.settings.of(ctx.db, task.township);
    await this.todos.clearOne(ctx, 'task', task.id, LOOK_BACK_TODO);
    await this.todos.add(ctx, {
      kind: 'task',
      item: task,
      by: 'convener',
      does: LOOK_BACK_TODO,
      title: taskTitle(task),
      dueAt: deadlineAfter(ctx.now, deadlines.lookBackReply),
    });
    // By the system: nobody learns from the record who said so.
    await this.events.note(ctx, task, {
      kind: 'task',
      action: 'look_back_no',
      capacity: 'system',
      isPublic: false,
      data: { lookBackId: lookBack.id },
      topicIds: topics.map((topic) => topic.id),
    });
  }
}

/** Whether it takes answers. */
export function isLookingBack(task: TaskEntity, lookBack: LookBackEntity, now: number): boolean {
  const { askedAt, closesAt, closedAt } = lookBack;
  return (
    task.state === 'closed' && task.closedAt === closedAt && askedAt !== null && closesAt !== null && now <= closesAt
  );
}
