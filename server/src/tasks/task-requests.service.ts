import {
  ASKING_STATES,
  type Capacity,
  chinaDate,
  endOfChinaDay,
  fullDate,
  holds,
  isExtension,
  type MoveResult,
  mayAssignDirectly,
  requestDeciders,
  stateLabel,
  TASK_REQUEST_DOES,
  type TaskDecision,
  type TaskExtensionInput,
  type TaskHandoverInput,
  type TaskRequestKind,
  taskTitle,
} from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { AgreedTasks } from '../minutes/agreed-tasks.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { EventLog } from '../moves/event-log.js';
import { TodoList } from '../moves/todo-list.js';
import { Settings } from '../regions/settings.service.js';
import { SessionEntity } from '../sessions/session.entity.js';
import { TaskEntity } from './task.entity.js';
import { TaskAccess, type TaskInView, topicsInView } from './task-access.js';
import { TaskGranting } from './task-granting.js';
import { TaskRequestEntity } from './task-time.entity.js';
import { hearWord } from './task-word.js';

/** What the department that leads a promise asks for: another date (延期), another department (移交). */
@Injectable()
export class TaskRequests {
  constructor(
    private readonly access: TaskAccess,
    private readonly agreed: AgreedTasks,
    private readonly events: EventLog,
    private readonly todos: TodoList,
    private readonly settings: Settings,
    private readonly words: BlockedWords,
    private readonly granting: TaskGranting,
  ) {}

  /** Before or after the date, which stays as it is until somebody has decided. @throws TASK.EXTENSION_DATE, TASK.PART_TOO_LATE of a part past its promise's date, and as ask */
  async askExtension(ctx: RequestContext, id: string, { dueAt, reason }: TaskExtensionInput): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const dueFrom = view.task.dueAt;
    const dueTo = endOfChinaDay(chinaDate(dueAt));
    const result = await this.ask(ctx, view, 'extension', { reason, dueFrom, dueTo });
    if (!isExtension(dueFrom, dueTo, ctx.now)) throw new CodedError('TASK.EXTENSION_DATE');
    await this.checkWithinWhole(ctx, view.task, dueTo);
    return result;
  }

  /** A part is done within its promise's date: where that does not do, more time is asked for the promise first. */
  private async checkWithinWhole(ctx: RequestContext, { parentId }: TaskEntity, dueTo: number): Promise<void> {
    if (parentId === null) return;
    const whole = await ctx.db.findOneByOrFail(TaskEntity, { id: parentId });
    if (dueTo > whole.dueAt) throw new CodedError('TASK.PART_TOO_LATE', { due: fullDate(whole.dueAt) });
  }

  /** @throws TASK.SAME_DEPARTMENT, MINUTES.UNKNOWN_DEPARTMENT, and as ask */
  async askHandover(ctx: RequestContext, id: string, input: TaskHandoverInput): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { departmentId: toDepartmentId, reason } = input;
    const result = await this.ask(ctx, view, 'handover', { reason, toDepartmentId });
    if (toDepartmentId === view.task.leadDepartmentId) throw new CodedError('TASK.SAME_DEPARTMENT');
    await this.agreed.checkDepartments(ctx, view.task.township, [toDepartmentId]);
    return result;
  }

  /** @throws AUTH.FORBIDDEN, TASK.NO_ASKING, TASK.REQUEST_OPEN, CONTENT.BLOCKED_WORD */
  private async ask(
    ctx: RequestContext,
    view: TaskInView,
    kind: TaskRequestKind,
    what: Pick<TaskRequestEntity, 'reason'> & Partial<TaskRequestEntity>,
  ): Promise<MoveResult> {
    const { task, held } = view;
    const { id, state, leadDepartmentId: departmentId } = task;
    if (!holds('task.ask', held)) throw new CodedError('AUTH.FORBIDDEN');
    if (!ASKING_STATES.includes(state)) {
      throw new CodedError('TASK.NO_ASKING', { state: stateLabel('task', state), stateCode: state });
    }
    if (await ctx.db.existsBy(TaskRequestEntity, { waitingFor: id })) throw new CodedError('TASK.REQUEST_OPEN');
    await this.words.refuse(ctx, task.township, [what.reason]);
    const requestId = newId(ctx.now);
    const asked = { id: requestId, taskId: id, waitingFor: id, kind, state: 'open', departmentId, ...what } as const;
    await ctx.db.insert(TaskRequestEntity, { ...asked, personId: actorOf(ctx).id, askedAt: ctx.now });
    await hearWord(ctx, task);
    const [by] = await this.deciders(ctx, task, kind);
    const { deadlines } = await this.settings.of(ctx.db, task.township);
    const dueAt = deadlineAfter(ctx.now, deadlines.taskRequest);
    const todo = { kind: 'task', item: task, does: TASK_REQUEST_DOES[kind], title: taskTitle(task), dueAt } as const;
    if (by) await this.todos.add(ctx, { ...todo, by });
    await this.events.note(ctx, task, {
      kind: 'task',
      action: `ask_${kind}`,
      capacity: 'lead',
      departmentId,
      reason: what.reason,
      isPublic: true,
      reasonPublic: kind === 'extension',
      data: { requestId },
      topicIds: topicsInView(view),
    });
    return { id, state };
  }

  /**
   * Grants a request or refuses it, once.
   * @throws ITEM.NOT_FOUND, AUTH.FORBIDDEN, TASK.REQUEST_DECIDED when somebody else was faster or the promise has moved
   *   on, CONTENT.BLOCKED_WORD, and what TaskGranting throws
   */
  async decide(ctx: RequestContext, id: string, requestId: string, decision: TaskDecision): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { task, held } = view;
    const request = await ctx.db.findOneBy(TaskRequestEntity, { id: requestId, taskId: id });
    if (request === null) throw notFound();
    const capacity = (await this.deciders(ctx, task, request.kind)).find((one) => held.has(one));
    if (capacity === undefined) throw new CodedError('AUTH.FORBIDDEN');
    const { grant, reason } = decision;
    const decided = { decidedAt: ctx.now, decidedAs: capacity, deciderId: actorOf(ctx).id, decision: reason };
    const { affected } = await ctx.db.update(
      TaskRequestEntity,
      { id: requestId, state: 'open' },
      { ...decided, state: grant ? 'granted' : 'refused', waitingFor: null },
    );
    if (affected !== 1) throw new CodedError('TASK.REQUEST_DECIDED');
    await this.words.refuse(ctx, task.township, [reason]);
    await this.todos.clearOne(ctx, 'task', id, TASK_REQUEST_DOES[request.kind]);
    if (grant) return this.granting.grant(ctx, view, request, decision, capacity);
    await this.events.note(ctx, task, {
      kind: 'task',
      action: `refuse_${request.kind}`,
      capacity,
      reason,
      isPublic: true,
      reasonPublic: request.kind === 'extension',
      data: { requestId },
      topicIds: topicsInView(view),
    });
    return { id, state: task.state };
  }

  /** Who decides, in the order in which they are asked. */
  async deciders(
    ctx: RequestContext,
    { sessionId }: Pick<TaskEntity, 'sessionId'>,
    kind: TaskRequestKind,
  ): Promise<readonly Capacity[]> {
    const session = await ctx.db.findOneBy(SessionEntity, { id: sessionId });
    return requestDeciders(kind, session !== null && mayAssignDirectly(session.format));
  }
}
