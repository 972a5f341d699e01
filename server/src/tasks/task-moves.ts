import {
  actionLabel,
  type Capacity,
  chinaDate,
  endOfChinaDay,
  isMoveOf,
  type MoveResult,
  RENEWING_ACTIONS,
  stateLabel,
  type TaskAction,
  taskMachine,
  taskTitle,
} from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { followTask } from '../figures/figure-log.js';
import { BY_SYSTEM, Mover } from '../moves/mover.js';
import { Settings } from '../regions/settings.service.js';
import { WaitingTasks } from '../sessions/waiting-tasks.js';
import { TopicNextSteps } from '../topics/topic-next-step.js';
import { setCoLeads } from './co-leads.js';
import { LookBackPlan } from './proof/look-back-plan.js';
import { TaskEntity } from './task.entity.js';
import { type TaskInView, topicsInView } from './task-access.js';
import { TaskProgress } from './task-progress.js';
import { TaskRequestEntity } from './task-time.entity.js';
import { hearWord } from './task-word.js';

export interface TaskMoveOptions {
  readonly held?: ReadonlySet<Capacity>;
  readonly reason?: string | undefined;
  readonly patch?: Partial<TaskEntity>;
  readonly data?: Record<string, unknown>;
  /** The deadline of a state whose deadline is the task's own, ms since 1970. */
  readonly ownDueAt?: number;
  /** When what that state waits for can be done, ms since 1970. */
  readonly ownOpensAt?: number;
  /** Nobody is waited for after it, whatever the next state says. */
  readonly awaitsNobody?: boolean;
}

/** Every move of a task, with what follows for its parts and its topics. */
@Injectable()
export class TaskMoves {
  constructor(
    private readonly mover: Mover,
    private readonly nextSteps: TopicNextSteps,
    private readonly waitingTasks: WaitingTasks,
    private readonly progress: TaskProgress,
    private readonly settings: Settings,
    private readonly lookBacks: LookBackPlan,
  ) {}

  /** Moves the task and brings `task` up to date. @throws MOVE.NOT_POSSIBLE of a part, and what Mover.move throws */
  async move(
    ctx: RequestContext,
    view: Pick<TaskInView, 'task' | 'topics' | 'held'>,
    action: TaskAction,
    options: TaskMoveOptions = {},
  ): Promise<MoveResult> {
    const { task, topics } = view;
    const isPart = task.parentId !== null;
    if (!isMoveOf(task, action)) throw notPossible(task, action);
    const { held = view.held, reason } = options;
    const ownDueAt = notBeforeItsDate(task, action, options.ownDueAt);
    const renewed = await this.renewed(ctx, task, action, ownDueAt);
    const patch: Partial<TaskEntity> = {
      ...closing(ctx, action),
      ...(renewed !== null && { dueAt: renewed }),
      ...options.patch,
    };
    const data = renewed === null ? options.data : { ...options.data, dueFrom: task.dueAt, dueTo: renewed };
    const state = await followTask(ctx.db, task.id, () =>
      this.mover.move(ctx, {
        machine: taskMachine,
        item: task,
        action,
        held,
        title: taskTitle(task),
        topicIds: topicsInView(view),
        reason,
        patch,
        related: { lead: patch.leadDepartmentId ?? task.leadDepartmentId },
        // An answered part waits for nobody: its promise goes on.
        awaitsNobody: options.awaitsNobody ?? (isPart && action === 'reply'),
        ...(data && { data }),
        ...(ownDueAt !== undefined && { ownDueAt }),
        ownOpensAt: options.ownOpensAt,
      }),
    );
    Object.assign(task, patch, { state, lastWordAt: ctx.now });
    if (patch.coDepartmentIds !== undefined) await setCoLeads(ctx.db, task.id, patch.coDepartmentIds);
    if (state === 'closed' && !isPart) await this.closeParts(ctx, task);
    await hearWord(ctx, task);
    await this.progress.settle(ctx, task);
    // What was asked for in the state before has nothing to wait for any more.
    await ctx.db.update(
      TaskRequestEntity,
      { waitingFor: task.id },
      { waitingFor: null, state: 'lapsed', decidedAt: ctx.now },
    );
    // A session may be on its way already, called for another promise about the same topic.
    if (action === 'reconsult')
      await this.waitingTasks.settle(
        ctx,
        view.topics.map(({ id }) => id),
      );
    // A part is looked back at with the promise that it is a part of.
    if (action === 'close' && task.parentId === null) await this.lookBacks.make(ctx, task);
    if (action === 'close') for (const { id } of topics) await this.nextSteps.closeIfDone(ctx, id);
    if (action === 'reopen') {
      await this.lookBacks.drop(ctx, task.id);
      for (const { id } of topics) await this.nextSteps.reopen(ctx, id);
    }
    return { id: task.id, state };
  }

  /** A promise that ends, ends with all its parts. */
  private async closeParts(ctx: RequestContext, { id }: TaskEntity): Promise<void> {
    const parts = await ctx.db.find(TaskEntity, {
      where: { parentId: id, state: Not('closed') },
      order: { id: 'ASC' },
    });
    for (const task of parts) await this.move(ctx, { task, topics: [], held: BY_SYSTEM }, 'close_with');
  }

  /** The new date of a promise that is to be kept once more; null where its date stays. */
  private async renewed(
    ctx: RequestContext,
    task: TaskEntity,
    action: TaskAction,
    ownDueAt: number | undefined,
  ): Promise<number | null> {
    if (!RENEWING_ACTIONS.includes(action)) return null;
    const { deadlines } = await this.settings.of(ctx.db, task.township);
    const dueAt = ownDueAt ?? deadlineAfter(ctx.now, deadlines.redo);
    return dueAt > task.dueAt ? dueAt : null;
  }

  /** Puts the to-do of the state that a task is in anew, since its date has moved. */
  async again(ctx: RequestContext, task: TaskEntity, ownDueAt: number): Promise<void> {
    await this.mover.again(ctx, {
      machine: taskMachine,
      item: task,
      title: taskTitle(task),
      topicIds: [],
      related: { lead: task.leadDepartmentId },
      ownDueAt,
      since: ctx.now,
    });
  }

  /** Puts the to-do of a new task before its lead department and returns its deadline. */
  async begin(ctx: RequestContext, task: TaskEntity): Promise<number | null> {
    return this.mover.begin(ctx, {
      machine: taskMachine,
      item: task,
      title: taskTitle(task),
      topicIds: [],
      related: { lead: task.leadDepartmentId },
    });
  }
}

function notPossible({ state }: TaskEntity, action: TaskAction): CodedError {
  return new CodedError('MOVE.NOT_POSSIBLE', {
    state: stateLabel('task', state),
    stateCode: state,
    action: actionLabel(taskMachine, action),
  });
}

/** What is to be kept once more is waited for until the date that stands, where that is later. */
function notBeforeItsDate({ dueAt }: TaskEntity, action: TaskAction, ownDueAt: number | undefined): number | undefined {
  return ownDueAt !== undefined && RENEWING_ACTIONS.includes(action) ? Math.max(dueAt, ownDueAt) : ownDueAt;
}

/** When what is promised for `dueAt` is really waited for: not in the past, ms since 1970. */
export function notBeforeToday(dueAt: number, now: number): number {
  return Math.max(dueAt, endOfChinaDay(chinaDate(now)));
}

/** One that a new outcome takes over is closed too, but nobody looks back at it. */
function closing({ now }: RequestContext, action: TaskAction): Partial<TaskEntity> {
  if (action === 'close') return { closedAt: now };
  return action === 'reopen' ? { closedAt: null } : {};
}
