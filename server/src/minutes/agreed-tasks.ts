import { type AgreedTask, type AgreedTaskView, chinaDate, endOfChinaDay, regionAt } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { DepartmentsRepository } from '../regions/departments.repository.js';
import type { AgreedTaskDto, DraftedTaskDto } from './minutes.dto.js';

/** What was agreed that somebody does: first in the minutes, then in the outcome made of them. */
@Injectable()
export class AgreedTasks {
  constructor(private readonly departments: DepartmentsRepository) {}

  /** The tasks as they are kept. @throws MINUTES.UNKNOWN_DEPARTMENT */
  async of(ctx: RequestContext, township: string, input: readonly AgreedTaskDto[]): Promise<AgreedTask[]> {
    const tasks = input.map(agreedTask);
    await this.checkTasks(ctx, township, tasks);
    return tasks;
  }

  /** The same of a draft, whose tasks may lack a department (''), a day (0) or what is to be done (''). */
  drafted(input: readonly DraftedTaskDto[]): AgreedTask[] {
    return input.map(agreedTask);
  }

  /** @throws MINUTES.UNKNOWN_DEPARTMENT */
  async checkTasks(ctx: RequestContext, township: string, tasks: readonly AgreedTask[]): Promise<void> {
    await this.checkDepartments(ctx, township, departmentsOf(tasks));
  }

  /** @throws MINUTES.UNKNOWN_DEPARTMENT for one that is neither the township's nor its county's */
  async checkDepartments(ctx: RequestContext, township: string, ids: readonly string[]): Promise<void> {
    const regions = [township, regionAt(township, 'county')].filter((code) => code !== undefined);
    const known = await this.departments.known(ctx.db, ids, regions);
    if (ids.some((id) => !known.has(id))) throw new CodedError('MINUTES.UNKNOWN_DEPARTMENT');
  }

  /** The tasks as they are shown, with the departments' names. */
  async views(ctx: RequestContext, tasks: readonly AgreedTask[]): Promise<AgreedTaskView[]> {
    const name = await this.departments.names(ctx.db, departmentsOf(tasks));
    return tasks.map((task) => ({
      ...task,
      leadDepartment: name(task.leadDepartmentId),
      coDepartments: task.coDepartmentIds.map(name),
    }));
  }
}

const departmentsOf = (tasks: readonly AgreedTask[]) =>
  tasks.flatMap((task) => [task.leadDepartmentId, ...task.coDepartmentIds]).filter((id) => id !== '');

/** A task is promised for a day, so it is due at that day's end. */
function agreedTask({
  what,
  leadDepartmentId,
  coDepartmentIds,
  dueAt,
  funds,
}: AgreedTaskDto | DraftedTaskDto): AgreedTask {
  return {
    what,
    leadDepartmentId,
    coDepartmentIds: coDepartmentIds.filter((id) => id !== leadDepartmentId),
    dueAt: dueAt === 0 ? 0 : endOfChinaDay(chinaDate(dueAt)),
    funds: funds ?? null,
  };
}
