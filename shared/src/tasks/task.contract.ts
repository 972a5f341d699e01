import type { AttachmentView } from '../attachments/attachment.contract.js';
import type { TimelineEntry } from '../events/event.contract.js';
import type { ContentState } from '../moderation/content.states.js';
import type { PersonName } from '../people/person.contract.js';
import type { TaskLight } from './task.lights.js';
import type { ProgressSource } from './task.progress.js';
import type { Rating, RatingCounts, ReplyClass } from './task.rules.js';
import type { TaskAction, TaskState } from './task.states.js';
import type {
  MilestoneView,
  PhotoPairView,
  SpendingView,
  SupervisionView,
  TaskPartView,
  TaskPowers,
} from './task-structure.contract.js';

/** POST /tasks/:id/reassign */
export interface TaskReassign {
  departmentId: string;
  reason?: string;
}

/** POST /tasks/:id/progress: no move, only word of how it goes. */
export interface TaskProgressInput {
  text: string;
  photos: string[];
  /** How far it is, 0 to 100; left out: as before. The lead's alone, and only without parts and milestones. */
  percent?: number;
  /** Required where that is less than before. */
  reason?: string;
}

/** POST /tasks/:id/reply */
export interface TaskReply {
  replyClass: ReplyClass;
  text: string;
  /** Required with C and D. */
  reason?: string;
  photos: string[];
}

/** POST /tasks/:id/rate: one answer a person, which may be changed while the evaluation runs. */
export interface TaskRate {
  /** 程序评价 */
  process: Rating;
  /** 成果评价 */
  result: Rating;
  /** 办理评价: the one that the threshold judges. */
  handling: Rating;
  comment?: string;
}

/** POST /tasks/:id/review, /close or /restart from long-term watch, /reconsult: {reason} */

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

export interface TaskQuery {
  region: string;
  overdue?: boolean;
  state?: TaskState;
  /** Only those whose light this is now. */
  light?: TaskLight;
  after?: string;
  limit?: number;
}

/** As what somebody lists their promises. */
export const TASK_LISTERS = ['lead', 'co_lead', 'supervisor', 'rater'] as const;
export type TaskLister = (typeof TASK_LISTERS)[number];

/**
 * GET /tasks/mine: as `lead` and `co_lead` what my department has not closed yet, as `supervisor` what I see to, as
 * `rater` what I can rate now.
 */
export interface MyTasksQuery {
  as: TaskLister;
  after?: string;
  limit?: number;
}

export interface TaskProgressView {
  id: string;
  text: string;
  /** The department whose word it is. */
  by: string;
  /** How far it is, as its lead says. */
  percent: number | null;
  /** Why that is less than before. */
  reason: string | null;
  at: number;
  photos: AttachmentView[];
  /** Only where others do not see it, which its own people are told. */
  content?: ContentState;
}

export interface TaskDetail extends TaskSummary {
  /** What it is called in public for good: its page without the app is plainPath('promise', code). */
  code: string;
  outcomeId: string;
  topics: { id: string; code: string; title: string }[];
  leadDepartmentId: string;
  coDepartments: string[];
  funds: string | null;
  /** Whole yuan. */
  fundsPlanned: number | null;
  fundsSpent: number | null;
  spendings: SpendingView[];
  /** The promise that this is a part of. */
  parent: TaskSummary | null;
  parts: TaskPartView[];
  milestones: MilestoneView[];
  progressFrom: ProgressSource;
  /** The promises that it waits for, and those that wait for it. */
  waitsFor: TaskSummary[];
  awaitedBy: TaskSummary[];
  photoPairs: PhotoPairView[];
  /** Who sees to it; only for those who handle it. */
  supervisor: PersonName | null;
  supervisions: SupervisionView[];
  may: TaskPowers;
  /** Who raised its topics, where this viewer may look up their phone numbers; empty otherwise. */
  callable: PersonName[];
  /** How often a department has sent it back. */
  refusals: number;
  reports: TaskProgressView[];
  reply: { replyClass: ReplyClass; text: string; reason: string | null; at: number; photos: AttachmentView[] } | null;
  evaluationEndsAt: number | null;
  /** Answers on handling; null below the minimum. */
  ratings: RatingCounts | null;
  ratingCount: number;
  myRating: TaskRate | null;
  /** What was said with the answers, newest first and without names; empty while the answers are too few. */
  comments: string[];
  canRate: boolean;
  canReportProgress: boolean;
  /** The convener may settle the evaluation: it has run its time. */
  canConclude: boolean;
  currentDueAt: number | null;
  actions: TaskAction[];
  timeline: TimelineEntry[];
}
