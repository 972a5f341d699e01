import {
  ARRANGE_VISIT,
  departmentsOf,
  GO_AND_SEE,
  holds,
  isPromisedBy,
  isVisitDate,
  type MoveResult,
  mayVisit,
  needsProof,
  rolesIn,
  SEND_BACKS_A_PERSON,
  SENT_BACK_REASON,
  taskTitle,
  todoOf,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../../common/context/request-context.js';
import { CodedError } from '../../common/errors/coded-error.js';
import { newId } from '../../common/ids.js';
import { BlockedWords } from '../../moderation/blocked-words.service.js';
import { EventLog } from '../../moves/event-log.js';
import { BY_SYSTEM } from '../../moves/mover.js';
import { TodoList } from '../../moves/todo-list.js';
import { GrantEntity } from '../../people/person.entity.js';
import type { TaskEntity } from '../task.entity.js';
import { TaskAccess, type TaskInView } from '../task-access.js';
import { TaskMoves } from '../task-moves.js';
import type { TaskVisitDto } from './proof.dto.js';
import { TaskVisitEntity } from './proof.entity.js';
import { ProofContent } from './proof-content.js';

/** 实地查看: a promise is not kept because somebody says so, but because somebody saw it. */
@Injectable()
export class TaskVisits {
  constructor(
    private readonly access: TaskAccess,
    private readonly moves: TaskMoves,
    private readonly events: EventLog,
    private readonly words: BlockedWords,
    private readonly content: ProofContent,
    private readonly todos: TodoList,
  ) {}

  /**
   * 看过了. What is not done goes back to its department at once.
   * @throws ITEM.NOT_FOUND, TASK.NOT_VISITOR, TASK.NOT_VISITABLE, TASK.VISITED, CONTENT.BLOCKED_WORD,
   *   ATTACHMENT.NOT_FOUND, REQUEST.INVALID for a day before the reply or to come
   */
  async record(ctx: RequestContext, taskId: string, input: TaskVisitDto): Promise<MoveResult> {
    // Held, so that none comes once the evaluation is open, and none sends back what was sent back.
    const view = await this.access.lock(ctx, taskId);
    const { task } = view;
    if (!isVisitor(ctx, view)) throw new CodedError('TASK.NOT_VISITOR');
    if (!isVisitable(task)) throw new CodedError('TASK.NOT_VISITABLE');
    const personId = actorOf(ctx).id;
    const { repliedAt } = task;
    if (await ctx.db.existsBy(TaskVisitEntity, { taskId, personId, repliedAt })) throw new CodedError('TASK.VISITED');
    const { visitedAt, finding, text, photos } = input;
    if (!isVisitDate(visitedAt, repliedAt, ctx.now)) {
      const message = '请选答复那天以后、今天以前的日子';
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'visitedAt', message }] });
    }
    await this.words.refuse(ctx, task.township, [text]);
    const id = newId(ctx.now);
    const capacity = (['raiser', 'participant', 'member'] as const).find((one) => view.held.has(one)) ?? 'member';
    const earlier = await ctx.db.countBy(TaskVisitEntity, { taskId, personId, finding: 'not_done' });
    await ctx.db.insert(TaskVisitEntity, {
      id,
      taskId,
      personId,
      repliedAt,
      capacity,
      visitedAt,
      finding,
      text,
      createdAt: ctx.now,
    });
    await this.content.ask(ctx, task, { kind: 'visit', id, text, photos });
    await this.events.note(ctx, task, {
      kind: 'task',
      action: 'visit',
      capacity,
      isPublic: true,
      data: { visitId: id, finding },
      topicIds: view.topics.map((topic) => topic.id),
    });
    await this.todos.become(ctx, 'task', taskId, ARRANGE_VISIT, todoOf('task', 'replied'));
    await this.todos.clearOne(ctx, 'task', taskId, GO_AND_SEE);
    if (finding !== 'not_done' || earlier >= SEND_BACKS_A_PERSON) return { id: taskId, state: task.state };
    return this.moves.move(ctx, view, 'send_back', { held: BY_SYSTEM, reason: SENT_BACK_REASON });
  }

  /**
   * Asks a member by name to go and see it; who is asked again has it in their inbox already.
   * @throws AUTH.FORBIDDEN, TASK.NOT_VISITABLE, TASK.ALREADY_SEEN, TASK.UNKNOWN_VISITOR
   */
  async ask(ctx: RequestContext, taskId: string, personId: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, taskId);
    const { task, held } = view;
    if (!holds('task.ask_visit', held)) throw new CodedError('AUTH.FORBIDDEN');
    if (!isVisitable(task)) throw new CodedError('TASK.NOT_VISITABLE');
    if (await this.seen(ctx, task)) throw new CodedError('TASK.ALREADY_SEEN');
    const grants = await ctx.db.findBy(GrantEntity, { personId });
    const roles = rolesIn(grants, task.township);
    if (!roles.has('member') || !mayVisit(roles, isPromisedBy(task, departmentsOf(grants))))
      throw new CodedError('TASK.UNKNOWN_VISITOR');
    const { id, state, currentDueAt } = task;
    if (await this.todos.has(ctx, 'task', id, GO_AND_SEE, personId)) return { id, state };
    await this.todos.add(ctx, {
      kind: 'task',
      item: task,
      // By name: what they are to the promise does not matter.
      by: 'participant',
      relatedId: personId,
      does: GO_AND_SEE,
      title: taskTitle(task),
      dueAt: currentDueAt ?? ctx.now,
    });
    await this.events.note(ctx, task, {
      kind: 'task',
      action: 'ask_visitor',
      capacity: 'convener',
      isPublic: false,
      data: { personId },
      topicIds: view.topics.map((topic) => topic.id),
    });
    return { id, state };
  }

  /** Whether somebody has been to see what the reply that stands now says. */
  seen(ctx: RequestContext, { id: taskId, repliedAt }: TaskEntity): Promise<boolean> {
    return ctx.db.existsBy(TaskVisitEntity, { taskId, repliedAt: repliedAt ?? 0 });
  }
}

/** Whether it waits for a visit, or for another one. */
export function isVisitable(task: TaskEntity): task is TaskEntity & { repliedAt: number } {
  return task.state === 'replied' && needsProof(task) && task.repliedAt !== null;
}

/** Whether the person asking may say what they saw of it. */
export function isVisitor(ctx: RequestContext, { task, held }: Pick<TaskInView, 'task' | 'held'>): boolean {
  return mayVisit(held, isPromisedBy(task, departmentsOf(ctx.actor?.grants ?? [])));
}
