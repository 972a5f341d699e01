import type { AttachmentView } from '../attachments/attachment.contract.js';
import type { Capacity } from '../auth/roles.js';
import type { TimelineEntry } from '../events/event.contract.js';
import type { ContentState } from '../moderation/content.states.js';
import type { PersonName } from '../people/person.contract.js';
import type { TaskProof } from './proof.contract.js';
import type { TaskHolding, TaskPause, TaskSlip } from './task.history.js';
import type { TaskLight } from './task.lights.js';
import type { ProgressSource } from './task.progress.js';
import type { Rating, RatingCounts, ReplyClass } from './task.rules.js';
import type { TaskAction, TaskState } from './task.states.js';
import type { TaskSummary } from './task.summary.js';
import type { EscalationCause, EscalationLevel, TaskRequestKind, TaskRequestState } from './task.time.js';
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
  /** When it is looked at again, ms since 1970; required with C and D, within a year. */
  reviewAt?: number;
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

/** POST /tasks/:id/extensions: the day at whose end it would be due, as any moment of it. */
export interface TaskExtensionInput {
  dueAt: number;
  reason: string;
}

/** POST /tasks/:id/handovers: which department should have it instead. */
export interface TaskHandoverInput {
  departmentId: string;
  reason: string;
}

/** POST /tasks/:id/requests/:requestId/decide */
export interface TaskDecision {
  grant: boolean;
  reason: string;
  /** Who gets a promise that is handed over, where not whom the asker named. */
  departmentId?: string;
}

/** POST /tasks/:id/urge */
export interface TaskUrge {
  text: string;
}

/** POST /tasks/:id/pause and /keep-paused: {reason}, /resume: {reason?} */

export interface TaskRequestView {
  id: string;
  kind: TaskRequestKind;
  state: TaskRequestState;
  department: string;
  reason: string;
  dueFrom: number | null;
  dueTo: number | null;
  toDepartmentId: string | null;
  toDepartment: string | null;
  askedAt: number;
  decidedAt: number | null;
  decidedBy: Capacity | null;
  decision: string | null;
  canDecide: boolean;
}

/** The time of a promise, public but for requests to hand it over. Lists are oldest first. */
export interface TaskClock {
  firstDueAt: number;
  lastWordAt: number;
  pausedAt: number | null;
  /** Working days that it has stood still until now; null while it does not. */
  pausedDays: number | null;
  slips: TaskSlip[];
  pauses: TaskPause[];
  holdings: (TaskHolding & { department: string })[];
  escalations: { cause: EscalationCause; level: EscalationLevel; at: number }[];
  requests: TaskRequestView[];
  canAsk: boolean;
  canUrge: boolean;
}

/** POST /tasks/:id/review: from long-term watch, or on the review date, which it puts off. */
export interface TaskReview {
  reason: string;
  /** Required of what waits for its review date. */
  reviewAt?: number;
}

/** POST /tasks/:id/close or /restart from long-term watch, /reconsult: {reason} */

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

export interface TaskDetail extends TaskSummary, TaskProof {
  /** What it is called in public for good: its page without the app is plainPath('promise', code). */
  code: string;
  /** Whether it stands in the public ledger, and so has that page. */
  listed: boolean;
  /** A new session's outcome took it over. */
  carriedOver: boolean;
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
  /** The promises that it waits for, and those that wait for it, of many the soonest due. */
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
  /** Answers on handling; null while it runs and below the minimum. */
  ratings: RatingCounts | null;
  ratingCount: number;
  myRating: TaskRate | null;
  /** What was said with the answers, newest first and without names; empty where the ratings are not shown. */
  comments: string[];
  canRate: boolean;
  canReportProgress: boolean;
  /** The convener may settle the evaluation: it has run its time. */
  canConclude: boolean;
  currentDueAt: number | null;
  clock: TaskClock;
  actions: TaskAction[];
  timeline: TimelineEntry[];
}
