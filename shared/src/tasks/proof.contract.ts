import type { AttachmentView } from '../attachments/attachment.contract.js';
import type { Capacity } from '../auth/roles.js';
import type { ContentState } from '../moderation/content.states.js';
import type { EvaluationTally, EvaluationVerdict } from './evaluation.rules.js';
import type { TaskSummary } from './task.summary.js';
import type { VisitFinding } from './visit.rules.js';

/** POST /tasks/:id/ask-visitor: a member (委员) is asked by name to go and see it. */
export interface TaskVisitorAsk {
  personId: string;
}

/** POST /tasks/:id/visit: 看过了. */
export interface TaskVisitInput {
  /** ms since 1970: since the day of the reply, not later than now. */
  visitedAt: number;
  finding: VisitFinding;
  text: string;
  photos: string[];
}

/** One visit; who it was is told by what they are to the promise, never by name. */
export interface TaskVisitView {
  id: string;
  visitedAt: number;
  finding: VisitFinding;
  /** As what they went: raiser (also a co-signer), participant or member. */
  as: Capacity;
  /** Null until it is checked, for all but its author and those who handle the promise. */
  text: string | null;
  photos: AttachmentView[];
  at: number;
  /** Of the reply before the one that stands now. */
  isEarlier: boolean;
  mine: boolean;
  /** Only where others do not see it. */
  content?: ContentState;
}

/** The sample of an evaluation: enough to repeat the draw, nothing of who was drawn. */
export interface EvaluationSample {
  /** SHA-256 of the seed, shown from the reply on. */
  seedHash: string;
  /** Null until it is drawn. */
  seed: string | null;
  /** The tickets were 1 to this many, residents of the township in an order fixed beforehand. */
  pool: number;
  drawn: number[];
}

/** One evaluation; earlier ones stay on record as counts. */
export interface EvaluationView {
  round: number;
  openedAt: number;
  endsAt: number;
  concludedAt: number | null;
  verdict: EvaluationVerdict | null;
  /** How many answered. */
  /** Null below the minimum but for those who handle it: what comes of a single answer tells what it said. */
  answers: number | null;
  /** Null while it runs and below the minimum; of the kinds of people only those with as many. */
  tally: EvaluationTally | null;
  sample: EvaluationSample | null;
}

/** POST /tasks/:id/look-back: 还好用吗. */
export interface LookBackAnswerInput {
  lookBackId: string;
  works: boolean;
  /** Required with a No. */
  reason?: string;
  photos: string[];
}

/** POST /tasks/:id/look-back-reply: the convener's answer to a No, for everyone. */
export interface LookBackReplyInput {
  lookBackId: string;
  text: string;
}

/** What somebody said with a No; without a name. */
export interface LookBackReason {
  id: string;
  reason: string;
  photos: AttachmentView[];
  at: number;
  content?: ContentState;
}

export interface LookBackView {
  id: string;
  nth: number;
  askedAt: number;
  closesAt: number;
  /** Answers are taken. */
  isRunning: boolean;
  /** How many have answered; null below the minimum, but for those who handle it: of one answer, what comes of it tells what it said. */
  answers: number | null;
  /** Null while it runs and below the minimum. */
  counts: { yes: number; no: number } | null;
  /** Of the Noes: for those who handle it all, for others those checked, and none where the counts are not shown. */
  reasons: LookBackReason[];
  /** It led to the promise being done again. */
  reopenedAt: number | null;
  /** The convener's answer. */
  reply: { text: string; at: number } | null;
  mine: { works: boolean; reason: string | null } | null;
  canAnswer: boolean;
  /** The convener may answer a No. */
  canReply: boolean;
}

/** What somebody is asked to do about a promise, for the list of GET /tasks/mine?as=rater. */
export const TASK_ASKS = ['visit', 'rate', 'rated', 'look_back'] as const;
export type TaskAsk = (typeof TASK_ASKS)[number];
export const TASK_ASK_LABELS: Readonly<Record<TaskAsk, string>> = {
  visit: '请您去看看',
  rate: '请您评议',
  rated: '您已评过，还能改',
  look_back: '还好用吗',
};

/** A row of GET /tasks/mine; with `as=rater` it says what is asked. */
export interface MyTaskSummary extends TaskSummary {
  ask: TaskAsk | null;
}

/** What TaskDetail says of proof, evaluation and looking back. */
export interface TaskProof {
  /** It counts as answered only with a visit, which is missing still. */
  visitMissing: boolean;
  canVisit: boolean;
  visits: TaskVisitView[];
  /** When what cannot be done yet comes back, ms since 1970. */
  reviewAt: number | null;
  /** Latest first. */
  evaluations: EvaluationView[];
  /** Shown from the reply on: the digest of the seed by which residents will be drawn. */
  nextSeedHash: string | null;
  /** Drawn to rate it in the evaluation that runs. */
  isSampled: boolean;
  /** Latest first. */
  lookBacks: LookBackView[];
}
