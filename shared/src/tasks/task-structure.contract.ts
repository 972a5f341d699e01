import type { AttachmentView } from '../attachments/attachment.contract.js';
import type { Funds } from './task.funds.js';
import type { TaskSummary } from './task.summary.js';

/** POST /tasks/:id/parts: one part of a promise (子任务) with a department and a date of its own. */
export interface TaskPartInput {
  what: string;
  leadDepartmentId: string;
  coDepartmentIds: string[];
  /** Not later than the promise's own. */
  dueAt: number;
  /** How much it counts among the parts, 1 to 10. */
  weight: number;
}

export interface TaskPartView extends TaskSummary {
  weight: number;
  /** Its own money; the promise's own and the sum over all parts stand beside each other, never in one another. */
  funds: Funds;
}

/** POST /tasks/:id/milestones, PUT /tasks/:id/milestones/:milestoneId */
export interface MilestoneInput {
  name: string;
  /** The day it is planned for, ms since 1970. */
  plannedAt: number;
  /** The day it was reached; left out: not yet. */
  doneAt?: number;
  /** Required where it makes the progress less than it was. */
  reason?: string;
}

export interface MilestoneView {
  id: string;
  name: string;
  plannedAt: number;
  doneAt: number | null;
}

/** PUT /tasks/:id/funds */
export interface FundsInput {
  /** Whole yuan; left out: not known. */
  planned?: number;
  /** Where the money comes from, in words. */
  source?: string;
  /** Required where more has been spent already. */
  reason?: string;
}

/** POST /tasks/:id/spendings */
export interface SpendingInput {
  /** Whole yuan; below zero corrects what was reported before. */
  amount: number;
  spentAt: number;
  /** What for. */
  what: string;
  /** Required over the plan, and for a correction. */
  reason?: string;
}

export interface SpendingView {
  id: string;
  amount: number;
  spentAt: number;
  what: string;
  reason: string | null;
}

/** POST /tasks/:id/dependencies; DELETE /tasks/:id/dependencies/:waitsForId */
export interface DependencyInput {
  waitsForId: string;
}

/** POST /tasks/:id/photo-pairs, PUT /tasks/:id/photo-pairs/:pairId: at least one of the two. */
export interface PhotoPairInput {
  /** What is seen: 东入口坡道 */
  label: string;
  /** 整改前: the id of an uploaded photo */
  before?: string;
  /** 整改后 */
  after?: string;
}

export interface PhotoPairView {
  id: string;
  label: string;
  before: AttachmentView | null;
  after: AttachmentView | null;
}

/** PUT /tasks/:id/supervisor: left out, nobody any more. */
export interface SupervisorInput {
  personId?: string;
}

/** POST /tasks/:id/supervisions: one entry of the log (督办记录). */
export interface SupervisionInput {
  text: string;
}

/** Everybody sees that and when; what was said, those who handle it. */
export interface SupervisionView {
  id: string;
  at: number;
  text: string | null;
}

/** What this viewer may do with the structure of a promise. */
export interface TaskPowers {
  split: boolean;
  /** Milestones, funds, photos. */
  plan: boolean;
  /** Say for which others it waits. */
  wait: boolean;
  /** Name a supervisor. */
  appoint: boolean;
  /** Write in the log of supervision. */
  supervise: boolean;
}
