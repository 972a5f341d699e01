import type { AgreedTask } from '../minutes/minutes.content.js';
import type { AgreedTaskView } from '../minutes/minutes.contract.js';

/** What a task says, as who fills it in reads it. */
export const AGREED_TASK_LABELS = {
  what: '做什么',
  leadDepartmentId: '牵头部门',
  coDepartmentIds: '协办部门',
  dueAt: '办结时限',
  funds: '资金来源',
} as const satisfies Record<keyof AgreedTask, string>;

const FIELDS = Object.keys(AGREED_TASK_LABELS) as (keyof AgreedTask)[];

/** A task of an outcome beside the same in its minutes. */
export interface TaskBesideMinutes {
  /** Null: the minutes have none like it. */
  agreed: AgreedTaskView | null;
  /** What is said otherwise than was agreed; what the minutes left open and was filled in since is not. */
  differs: (keyof AgreedTask)[];
}

export interface TasksBesideMinutes {
  /** One of each task, in their order. */
  tasks: TaskBesideMinutes[];
  /** What was agreed and is not among them. */
  left: AgreedTaskView[];
}

/**
 * How the tasks of an outcome stand to those of its minutes. The same words are the same task; of the others, those in
 * the same place are.
 */
export function besideMinutes(tasks: readonly AgreedTask[], minutes: readonly AgreedTaskView[]): TasksBesideMinutes {
  const words = ({ what }: AgreedTask) => what.trim();
  const left = new Set(minutes);
  const take = (found: AgreedTaskView | undefined): AgreedTaskView | null => {
    if (found === undefined || !left.has(found)) return null;
    left.delete(found);
    return found;
  };
  const alike = tasks.map((task) => take(minutes.find((one) => left.has(one) && words(one) === words(task))));
  const agreed = alike.map((found, index) => found ?? take(minutes[index]));
  return {
    tasks: tasks.map((task, index) => {
      const one = agreed[index] ?? null;
      return {
        agreed: one,
        differs: one === null ? [] : FIELDS.filter((field) => isOtherwise(one[field], task[field])),
      };
    }),
    left: minutes.filter((one) => left.has(one)),
  };
}

type FieldValue = AgreedTask[keyof AgreedTask];

const plain = (value: FieldValue): string =>
  typeof value === 'string' ? value.trim() : Array.isArray(value) ? [...value].sort().join() : String(value || '');

const isOtherwise = (agreed: FieldValue, now: FieldValue): boolean =>
  plain(agreed) !== '' && plain(agreed) !== plain(now);

/**
 * What everybody is told of a task that is not as the minutes have it; null where it is.
 * @param say a date, ms since 1970, in words
 */
export function sayBesideMinutes({ agreed, differs }: TaskBesideMinutes, say: (at: number) => string): string | null {
  if (agreed === null) return '纪要里没有这件，是写成果时加的';
  if (differs.length === 0) return null;
  const was = differs.map((field) => `${AGREED_TASK_LABELS[field]}是“${agreedWords(agreed, field, say)}”`);
  return `与纪要不同：纪要里${was.join('，')}`;
}

function agreedWords(agreed: AgreedTaskView, field: keyof AgreedTask, say: (at: number) => string): string {
  switch (field) {
    case 'what':
      return agreed.what;
    case 'leadDepartmentId':
      return agreed.leadDepartment;
    case 'coDepartmentIds':
      return agreed.coDepartments.join('、');
    case 'dueAt':
      return `${say(agreed.dueAt)}前`;
    case 'funds':
      return agreed.funds ?? '';
  }
}
