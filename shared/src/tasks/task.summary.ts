import type { TaskLight } from './task.lights.js';
import type { ReplyClass } from './task.rules.js';
import type { TaskState } from './task.states.js';

/** A promise as lists show it. */
export interface TaskSummary {
  id: string;
  what: string;
  state: TaskState;
  /** The promise that this is a part of (子任务). */
  parentId: string | null;
  /** 0 to 100 */
  progress: number;
  leadDepartment: string;
  dueAt: number;
  overdue: boolean;
  light: TaskLight;
  replyClass: ReplyClass | null;
  township: string;
  townshipName: string;
}
