import { type Capacity, type MoveResult, type TaskAction, taskMachine, taskTitle } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { Mover } from '../moves/mover.js';
import { WaitingTasks } from '../sessions/waiting-tasks.js';
import { TopicNextSteps } from '../topics/topic-next-step.js';
import type { TaskEntity } from './task.entity.js';
import type { TaskInView } from './task-access.js';

export interface TaskMoveOptions {
  readonly held?: ReadonlySet<Capacity>;
  readonly reason?: string | undefined;
  readonly patch?: Partial<TaskEntity>;
  readonly data?: Record<string, unknown>;
  /** The deadline of a state whose deadline is the task's own, ms since 1970. */
  readonly ownDueAt?: number;
}

/** Every move of a task, with what follows for its topics when it closes. */
@Injectable()
export class TaskMoves {
  constructor(
    private readonly mover: Mover,
    private readonly nextSteps: TopicNextSteps,
    private readonly waitingTasks: WaitingTasks,
  ) {}

  /** Moves the task and brings `task` up to date. @throws what Mover.move throws */
  async move(
    ctx: RequestContext,
    view: Pick<TaskInView, 'task' | 'topics' | 'held'>,
    action: TaskAction,
    { held = view.held, reason, patch: more = {}, data, ownDueAt }: TaskMoveOptions = {},
  ): Promise<MoveResult> {
    const patch: Partial<TaskEntity> = { lastWordAt: ctx.now, ...more };
    const { task, topics } = view;
    const state = await this.mover.move(ctx, {
      machine: taskMachine,
      item: task,
      action,
      held,
      title: taskTitle(task),
      topicIds: topics.map((topic) => topic.id),
      reason,
      patch,
      related: { lead: patch.leadDepartmentId ?? task.leadDepartmentId },
      ...(data && { data }),
      ...(ownDueAt !== undefined && { ownDueAt }),
    });
    Object.assign(task, patch, { state });
    // A session may be on its way already, called for another promise about the same topic.
    if (action === 'reconsult')
      await this.waitingTasks.settle(
        ctx,
        view.topics.map(({ id }) => id),
      );
    if (action === 'close') for (const { id } of topics) await this.nextSteps.closeIfDone(ctx, id);
    return { id: task.id, state };
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
