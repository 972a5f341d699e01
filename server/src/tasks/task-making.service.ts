import { type AgreedTask, type Capacity, taskMachine } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { newId } from '../common/ids.js';
import { newPublicCode } from '../common/public-code.js';
import { countNewTask } from '../figures/figure-log.js';
import { EventLog } from '../moves/event-log.js';
import { setCoLeads } from './co-leads.js';
import { TaskEntity } from './task.entity.js';
import { taskAnswers } from './task-answers.js';
import { setListed } from './task-listing.js';
import { TaskMoves } from './task-moves.js';

/** Where a promise comes from. */
export type TaskOrigin = Pick<
  TaskEntity,
  'outcomeId' | 'sessionId' | 'county' | 'township' | 'parentId' | 'weight' | 'category' | 'promisedYear'
>;

export interface MadeBy {
  readonly capacity: Capacity;
  readonly departmentId?: string | null;
  /** The topics in whose timelines it shows. */
  readonly topicIds: readonly string[];
}

/** Makes promises: agreed in an outcome, or parts of one. */
@Injectable()
export class TaskMaking {
  constructor(
    private readonly moves: TaskMoves,
    private readonly events: EventLog,
  ) {}

  /** Puts a new promise before its lead department. @returns its id */
  async make(ctx: RequestContext, origin: TaskOrigin, agreed: AgreedTask, by: MadeBy): Promise<string> {
    const task = Object.assign(new TaskEntity(), {
      id: newId(ctx.now),
      code: await newPublicCode(ctx.db, 'tasks'),
      ...origin,
      ...agreed,
      fundsPlanned: null,
      fundsSpent: null,
      progress: 0,
      supervisorId: null,
      state: taskMachine.initial,
      firstDueAt: agreed.dueAt,
      currentDueAt: null,
      lastWordAt: ctx.now,
      pausedAt: null,
      carriedOver: false,
      refusals: 0,
      replyClass: null,
      replyText: null,
      replyReason: null,
      repliedAt: null,
      reviewAt: null,
      closedAt: null,
      evaluationEndsAt: null,
      ...taskAnswers(),
      createdAt: ctx.now,
      movedAt: ctx.now,
      content: 'passed',
      listed: false,
    } satisfies TaskEntity);
    const currentDueAt = await this.moves.begin(ctx, task);
    await ctx.db.insert(TaskEntity, { ...task, currentDueAt });
    await setListed(ctx.db, task.id);
    await countNewTask(ctx.db, task.id);
    await setCoLeads(ctx.db, task.id, task.coDepartmentIds);
    await this.events.note(ctx, task, {
      kind: 'task',
      action: 'create',
      capacity: by.capacity,
      departmentId: by.departmentId ?? null,
      isPublic: true,
      data: { outcomeId: task.outcomeId, leadDepartmentId: task.leadDepartmentId },
      topicIds: by.topicIds,
    });
    return task.id;
  }
}
