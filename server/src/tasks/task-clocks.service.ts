import {
  ASKING_STATES,
  type Capacity,
  holds,
  OWING_TASK_STATES,
  TASK_HISTORY_ACTIONS,
  type TaskClock,
  type TaskFact,
  type TaskRequestView,
  taskHistory,
} from '@consult/shared';
import { workingDaysBetween } from '@consult/shared/deadlines';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { RequestContext } from '../common/context/request-context.js';
import { EventEntity } from '../moves/event.entity.js';
import { DepartmentsRepository } from '../regions/departments.repository.js';
import type { TaskInView } from './task-access.js';
import { TaskRequests } from './task-requests.service.js';
import { TaskEscalationEntity, TaskRequestEntity } from './task-time.entity.js';

/** More than any promise goes through; a bound for the page. */
const MOST = 100;

/** The time of one promise as its page tells it: dates, pauses, who held it, who was told. */
@Injectable()
export class TaskClocks {
  constructor(
    private readonly departments: DepartmentsRepository,
    private readonly requests: TaskRequests,
  ) {}

  async of(ctx: RequestContext, view: TaskInView): Promise<TaskClock> {
    const { task, held, inside } = view;
    const { id, state, firstDueAt, lastWordAt, pausedAt } = task;
    const [events, asked, escalations] = await Promise.all([
      ctx.db.find(EventEntity, {
        where: { kind: 'task', itemId: id, action: In([...TASK_HISTORY_ACTIONS]) },
        order: { id: 'ASC' },
        take: MOST,
      }),
      ctx.db.find(TaskRequestEntity, { where: { taskId: id }, order: { id: 'ASC' }, take: MOST }),
      ctx.db.find(TaskEscalationEntity, { where: { taskId: id }, order: { at: 'ASC', level: 'ASC' }, take: MOST }),
    ]);
    const { holdings, pauses, slips } = taskHistory(events as TaskFact[]);
    const department = await this.departments.names(ctx.db, [
      ...holdings.map(({ departmentId }) => departmentId),
      ...asked.flatMap(({ departmentId, toDepartmentId }) => [departmentId, toDepartmentId ?? '']),
    ]);
    const shown = asked.filter(({ kind }) => inside || kind === 'extension');
    const waiting = asked.find((request) => request.state === 'open');
    const deciders = waiting ? await this.requests.deciders(ctx, task, waiting.kind) : [];
    return {
      firstDueAt,
      lastWordAt,
      pausedAt,
      pausedDays: pausedAt === null ? null : workingDaysBetween(pausedAt, ctx.now),
      slips: [...slips],
      pauses: [...pauses],
      holdings: holdings.map((holding) => ({ ...holding, department: department(holding.departmentId) })),
      escalations: escalations.map(({ cause, level, at }) => ({ cause, level, at })),
      requests: shown.map((request) => viewOf(request, department, deciders, held)),
      canAsk: holds('task.ask', held) && ASKING_STATES.includes(state) && waiting === undefined,
      canUrge: holds('task.urge', held) && OWING_TASK_STATES.includes(state),
    };
  }
}

function viewOf(
  request: TaskRequestEntity,
  department: (id: string) => string,
  deciders: readonly Capacity[],
  held: ReadonlySet<Capacity>,
): TaskRequestView {
  const { id, kind, state, reason, dueFrom, dueTo, toDepartmentId, askedAt, decidedAt, decidedAs, decision } = request;
  return {
    id,
    kind,
    state,
    department: department(request.departmentId),
    reason,
    dueFrom,
    dueTo,
    toDepartmentId,
    toDepartment: toDepartmentId === null ? null : department(toDepartmentId),
    askedAt,
    decidedAt,
    decidedBy: decidedAs,
    decision,
    canDecide: state === 'open' && deciders.some((one) => held.has(one)),
  };
}
