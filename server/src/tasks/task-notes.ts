import {
  type Capacity,
  departmentsOf,
  holds,
  type NoteAction,
  PERMISSIONS,
  type Permission,
  PROGRESS_STATES,
  stateLabel,
  type TaskState,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { EventLog, type NewEvent } from '../moves/event-log.js';
import type { TaskInView } from './task-access.js';

/** As what somebody acts on a task. */
export interface Acting {
  readonly capacity: Capacity;
  readonly departmentId: string | null;
}

/**
 * As what the person asking acts on a task.
 * @param states in which it can be done
 * @throws AUTH.FORBIDDEN, TASK.NOT_UNDER_WAY
 */
export function actingOn(
  ctx: RequestContext,
  { task, held }: TaskInView,
  permission: Permission,
  states: readonly TaskState[] = PROGRESS_STATES,
): Acting {
  const capacity = PERMISSIONS.get(permission)?.find((one) => held.has(one));
  if (capacity === undefined || !holds(permission, held)) throw new CodedError('AUTH.FORBIDDEN');
  const { state, leadDepartmentId, coDepartmentIds } = task;
  if (!states.includes(state))
    throw new CodedError('TASK.NOT_UNDER_WAY', { state: stateLabel('task', state), stateCode: state });
  const own = departmentsOf(ctx.actor?.grants ?? []);
  const departmentId =
    capacity === 'lead'
      ? leadDepartmentId
      : capacity === 'co_lead'
        ? coDepartmentIds.find((id) => own.includes(id))
        : null;
  return { capacity, departmentId: departmentId ?? null };
}

/** Writes down, for everyone, what was changed about a task without moving it. */
@Injectable()
export class TaskNotes {
  constructor(private readonly events: EventLog) {}

  /** @param words what happened, for everyone to read */
  async write(
    ctx: RequestContext,
    { task }: Pick<TaskInView, 'task'>,
    acting: Acting,
    action: NoteAction,
    words: string | null = null,
    { topicIds = [], data = null }: Partial<Pick<NewEvent, 'topicIds' | 'data'>> = {},
  ): Promise<void> {
    await this.events.note(ctx, task, {
      kind: 'task',
      action,
      ...acting,
      reason: words,
      reasonPublic: true,
      isPublic: true,
      data,
      topicIds,
    });
  }
}
