import type { AttachmentView } from '../attachments/attachment.contract.js';
import type { TimelineEntry } from '../events/event.contract.js';
import type { Saved } from '../machine/move.contract.js';
import type { ContentState } from '../moderation/content.states.js';
import type { PersonName } from '../people/person.contract.js';
import type { CategoryCount } from '../sessions/session.contract.js';
import type { SessionFormat } from '../sessions/session.rules.js';
import type { Conclusion } from './minutes.rules.js';
import type { MinutesAction, MinutesState } from './minutes.states.js';

/** One point made in the discussion (发言要点). */
export interface SpeechPoint {
  /** A name, or a role such as 居民代表 for somebody who wants no name. */
  speaker: string;
  text: string;
}

/** What was agreed that somebody does (任务): becomes a promise with the outcome. */
export interface AgreedTask {
  what: string;
  leadDepartmentId: string;
  coDepartmentIds: string[];
  /** ms since 1970; the end of that day */
  dueAt: number;
  /** Source of funds in words. */
  funds: string | null;
}

/** The part that the recorder writes. */
export interface MinutesContent {
  /** 情况说明 */
  situation: string;
  points: SpeechPoint[];
  /** 部门回应 */
  departmentAnswers: SpeechPoint[];
  consensus: string[];
  /** 未达成共识、保留意见 */
  dissent: string[];
  /** 本次会议无保留意见: confirmed by the recorder, never assumed; false as soon as there is one. */
  noDissent: boolean;
  tasks: AgreedTask[];
  photos: string[];
}

/** The body of PUT /minutes/:id; a draft may be unfinished in every part. */
export interface MinutesInput extends MinutesContent {
  /** The one that it was made of: what others have written since is joined with it (mergeMinutes). */
  revision: number;
}

/** The answer to PUT /minutes/:id. */
export interface MinutesSaved extends Saved {
  /** True: what is kept now also has the words of others; read them with GET /minutes/:id/draft. */
  merged: boolean;
}

/** GET /minutes/:id/draft: what is kept at the moment, for those who write it; asked again and again while it is open. */
export interface MinutesDraft {
  revision: number;
  /** ms since 1970 */
  savedAt: number;
  /** Who else has written in the last minutes, the latest first. */
  writers: { name: string; at: number }[];
  /** Null where nothing changed since the revision that was named in the request. */
  content: (Omit<MinutesContent, 'photos'> & { photos: AttachmentView[] }) | null;
}

/** GET /minutes/:id/draft */
export interface MinutesDraftQuery {
  /** The revision that is known already. */
  revision?: number;
}

/** POST /minutes/:id/correct takes {reason} and answers with the new version's id. */

/** PUT /minutes/:id/signatories: until the minutes are countersigned; MINUTES.NOT_EDITABLE afterwards. */
export interface SignatoriesChange {
  /** All who are to sign from now on; who stays and has signed need not sign again. */
  signatoryIds: string[];
  reason: string;
}

/** POST /minutes/:id/objections */
export interface MinutesObject {
  text: string;
}

/** POST /minutes/:id/objections/:objectionId/answer */
export interface ObjectionAnswer {
  answer: string;
  /** True: the minutes are changed accordingly. */
  upheld: boolean;
}

export interface ObjectionView {
  id: string;
  name: string;
  text: string;
  createdAt: number;
  answer: string | null;
  upheld: boolean | null;
  answeredAt: number | null;
  /** Others than its author and those who answer read it only once it has passed. */
  content: ContentState;
}

export interface MinutesSummary {
  id: string;
  sessionId: string;
  sessionTitle: string;
  /** e.g. 410402001-2026-003 */
  number: string;
  version: number;
  state: MinutesState;
  conclusion: Conclusion;
  township: string;
  townshipName: string;
  publishedAt: number | null;
}

/** A task as shown, with the departments' names. */
export interface AgreedTaskView extends AgreedTask {
  leadDepartment: string;
  coDepartments: string[];
}

export interface MinutesDetail extends MinutesSummary {
  /** Counts the times it was written; sent back with the next writing. */
  revision: number;
  heldAt: number;
  place: string;
  format: SessionFormat;
  chair: string;
  recorder: string;
  counts: CategoryCount[];
  /** The titles with their numbers: 一、 and （一）. */
  programme: string[];
  questions: string[];
  topics: { id: string; title: string }[];
  situation: string;
  points: SpeechPoint[];
  departmentAnswers: SpeechPoint[];
  consensus: string[];
  dissent: string[];
  tasks: AgreedTaskView[];
  photos: AttachmentView[];
  signatories: (PersonName & { signedAt: number | null })[];
  /** ms since 1970; null before it was circulated */
  objectionEndsAt: number | null;
  /** Only for participants and staff. */
  objections: ObjectionView[];
  /** Every readable version, newest first. */
  versions: { id: string; version: number; state: MinutesState; publishedAt: number | null }[];
  /** Null: this is the current version. */
  supersededBy: string | null;
  canEdit: boolean;
  canObject: boolean;
  canSign: boolean;
  /** Says why a signatory cannot sign yet. */
  signingBlockedBy: 'objection_period' | 'open_objections' | null;
  canChangeSignatories: boolean;
  canCorrect: boolean;
  dueAt: number | null;
  actions: MinutesAction[];
  timeline: TimelineEntry[];
}
