import {
  actionLabel,
  type Capacity,
  isMoveOf,
  type MoveResult,
  stateLabel,
  type TaskAction,
  taskMachine,
  taskTitle,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { BY_SYSTEM, Mover } from '../moves/mover.js';
import { WaitingTasks } from '../sessions/waiting-tasks.js';
import { TopicNextSteps } from '../topics/topic-next-step.js';
import { setCoLeads } from './co-leads.js';
import { TaskEntity } from './task.entity.js';
import { type TaskInView, topicsInView } from './task-access.js';
import { TaskProgress } from './task-progress.js';

export interface TaskMoveOptions {
  readonly held?: ReadonlySet<Capacity>;
  readonly reason?: string | undefined;
  readonly patch?: Partial<TaskEntity>;
  readonly data?: Record<string, unknown>;
  /** The deadline of a state whose deadline is the task's own, ms since 1970. */
  readonly ownDueAt?: number;
}

/** Every move of a task, with what follows for its parts and its topics. */
@Injectable()
export class TaskMoves {
  constructor(
    private readonly mover: Mover,
    private readonly nextSteps: TopicNextSteps,
    private readonly waitingTasks: WaitingTasks,
    private readonly progress: TaskProgress,
  ) {}

  /** Moves the task and brings `task` up to date. @throws MOVE.NOT_POSSIBLE of a part, and what Mover.move throws */
  async move(
    ctx: RequestContext,
    view: Pick<TaskInView, 'task' | 'topics' | 'held'>,
    action: TaskAction,
    { held = view.held, reason, patch: more = {}, data, ownDueAt }: TaskMoveOptions = {},
  ): Promise<MoveResult> {
    const patch: Partial<TaskEntity> = { lastWordAt: ctx.now, ...more };
    const { task, topics } = view;
    const isPart = task.parentId !== null;
    if (!isMoveOf(task, action)) throw notPossible(task, action);
    const state = await this.mover.move(ctx, {
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
      awaitsNobody: isPart && action === 'reply',
      ...(data && { data }),
      ...(ownDueAt !== undefined && { ownDueAt }),
    });
    Object.assign(task, patch, { state });
    if (patch.coDepartmentIds !== undefined) await setCoLeads(ctx.db, task.id, patch.coDepartmentIds);
    if (state === 'closed' && !isPart) await this.closeParts(ctx, task);
    await this.progress.settle(ctx, task);
    // A session may be on its way already, called for another promise about the same topic.
    if (action === 'reconsult')
      await this.waitingTasks.settle(
        ctx,
        view.topics.map(({ id }) => id),
      );
    if (action === 'close') for (const { id } of topics) await this.nextSteps.closeIfDone(ctx, id);
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
