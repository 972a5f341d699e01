import type { AttachmentView } from '../attachments/attachment.contract.js';
import type { ItemKind } from '../machine/machine.js';
import type { ContentKind, PublicKind, ReviewCause } from './content.rules.js';
import type { ContentAction, ContentState } from './content.states.js';
import type { ReportAction, ReportCategory, ReportState } from './report.states.js';

/** How the check of something stands, for its author and those who handle it. */
export interface ContentView {
  checkId: string | null;
  state: ContentState;
  /** What the machine thinks, in plain words; null where it found nothing or was not asked. */
  finding: string | null;
  /** Why a person has to look; only while one has to. */
  cause: ReviewCause | null;
  /** What the person who decided wrote. */
  reason: string | null;
  actions: ContentAction[];
}

/** A row of GET /moderation/checks. */
export interface CheckView extends ContentView {
  checkId: string;
  kind: ContentKind;
  ownerId: string;
  /** The page it stands on: a photo's is its topic's. Null where it stands on none yet. */
  page: { kind: ItemKind; id: string } | null;
  title: string;
  /** What was written, in full; empty for a photo. */
  text: string;
  photo: AttachmentView | null;
  authorName: string;
  /** What the author says against the refusal. */
  appeal: string | null;
  townshipName: string;
  /** ms since 1970 */
  createdAt: number;
  movedAt: number;
}

/** One line of a check's history. */
export interface CheckEvent {
  id: string;
  action: ContentAction;
  label: string;
  /** The role, with the person's name; 系统 for the machine. */
  by: string;
  reason: string | null;
  at: number;
}

/** GET /moderation/checks/:checkId */
export interface CheckDetail extends CheckView {
  history: CheckEvent[];
}

/** GET /moderation/checks */
export interface CheckQuery {
  region: string;
  /** In_review: oldest first. Refused, taken_down: newest first. */
  state: 'in_review' | 'refused' | 'taken_down';
  after?: string;
  limit?: number;
}

/** GET /moderation/count: what waits for a person in a region. */
export interface ModerationCount {
  checks: number;
  reports: number;
  feedback: number;
}

/** GET /moderation/items/:kind/:itemId: what this person may do about something public. */
export interface PublicItemView {
  state: ContentState;
  /** Why it was taken down; only for those who handle it. */
  reason: string | null;
  canReport: boolean;
  /** Their own report about it. */
  reported: ReportState | null;
  canTakeDown: boolean;
  canRestore: boolean;
}

/** POST /reports */
export interface ReportInput {
  kind: PublicKind;
  itemId: string;
  category: ReportCategory;
  note?: string;
}

/** A row of GET /reports/mine. */
export interface MyReportView {
  id: string;
  kind: PublicKind;
  itemId: string;
  title: string;
  category: ReportCategory;
  note: string | null;
  state: ReportState;
  /** What those who handled it answer. */
  reply: string | null;
  createdAt: number;
  decidedAt: number | null;
}

/** A row of GET /reports. */
export interface ReportView extends MyReportView {
  page: CheckView['page'];
  reporterName: string;
  townshipName: string;
  /** How many others reported the same and wait too. */
  others: number;
  actions: ReportAction[];
}

/** GET /reports */
export interface ReportQuery {
  region: string;
  open: boolean;
  after?: string;
  limit?: number;
}

/** GET and PUT /moderation/blocked-words */
export interface BlockedWords {
  county: string;
  words: string[];
}
