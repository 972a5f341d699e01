import { type AgreedTask, errorMessage, lengthOf, TASK_LIMITS } from '@consult/shared';

/** A task nobody has filled in yet; a `dueAt` of 0 means that no day was chosen. */
export const EMPTY_TASK: AgreedTask = { what: '', leadDepartmentId: '', coDepartmentIds: [], dueAt: 0, funds: null };

/** A task as it is sent, without what is only shown. */
export const plainTask = ({ what, leadDepartmentId, coDepartmentIds, dueAt, funds }: AgreedTask): AgreedTask => ({
  what,
  leadDepartmentId,
  coDepartmentIds,
  dueAt,
  funds,
});

/** What is wrong, by the field's name as the server names it: `tasks.0.dueAt`. */
export type AgreedTaskProblems = Readonly<Record<string, string | undefined>>;

/**
 * What is missing in tasks before they are sent; empty when nothing is.
 * @param now ms since 1970
 */
export function agreedTaskProblems(tasks: readonly AgreedTask[], now = Date.now()): Record<string, string> {
  const problems: Record<string, string> = {};
  tasks.forEach((task, index) => {
    if (lengthOf(task.what.trim()) < TASK_LIMITS.whatMin) problems[`tasks.${index}.what`] = '请写清楚做什么';
    if (task.leadDepartmentId === '') problems[`tasks.${index}.leadDepartmentId`] = '请选择牵头部门';
    if (task.dueAt === EMPTY_TASK.dueAt) problems[`tasks.${index}.dueAt`] = '请选择办结时限';
    else if (task.dueAt < now) problems[`tasks.${index}.dueAt`] = errorMessage('MINUTES.PAST_DUE_DATE');
  });
  return problems;
}
