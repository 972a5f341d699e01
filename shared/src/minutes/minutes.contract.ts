import type { AttachmentView } from '../attachments/attachment.contract.js';
import type { TimelineEntry } from '../events/event.contract.js';
import type { Saved } from '../machine/move.contract.js';
import type { ContentState } from '../moderation/content.states.js';
import type { PersonName } from '../people/person.contract.js';
import type { CategoryCount, SessionFormat } from '../sessions/session.rules.js';
import type { TopicOnPaper } from '../topics/topic.on-paper.js';
import type { AgreedTask, MinutesContent, MinutesRecord } from './minutes.content.js';
import type { Conclusion } from './minutes.rules.js';
import type { MinutesAction, MinutesState } from './minutes.states.js';

/** The body of PUT /minutes/:id; a draft may be unfinished in every part. */
export interface MinutesInput extends MinutesContent {
  /** The one that it was made of: what others have written since is joined with it (mergeMinutes). */
  revision: number;
}

/** PUT /minutes/:id/held: how it was really held, where the notice said otherwise. */
export interface MinutesHeld {
  /** When it began, ms since 1970; see isHeldAt. */
  heldAt: number;
  place: string;
  chair: string;
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

/** How published minutes can be told from forged ones. */
export interface MinutesSeal {
  /** SHA-256 over all that is published and over the digest of the version before: 64 hexadecimal digits. */
  digest: string;
  /** Null for the first version. */
  previousDigest: string | null;
  /** What is printed and asked for: the digest's first digits. */
  code: string;
}

/** GET /minutes/verify/:code; ITEM.NOT_FOUND where no minutes have this code. */
export interface MinutesVerification extends MinutesSummary {
  /** False: what is kept is no longer what was published. */
  genuine: boolean;
  seal: MinutesSeal;
  heldAt: number;
  /** Null: this is the current version. */
  supersededBy: { id: string; version: number; publishedAt: number | null; code: string | null } | null;
}

/** GET /minutes/:id/compare/:otherId: what the later of two versions of the same minutes says differently. */
export interface MinutesComparison {
  older: { id: string; version: number; state: MinutesState };
  newer: { id: string; version: number; state: MinutesState };
  /** Every part of the minutes, in their order; one that is alike in both has a single `same`, or nothing. */
  sections: ComparedSection[];
}

export interface ComparedSection {
  title: string;
  changed: boolean;
  parts: TextChange[];
}

export interface TextChange {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** What can follow where nothing was agreed. */
export type AfterNoConsensus =
  /** 再协商: another session about these topics. */
  | { step: 'session'; topicIds: string[] }
  /** 网络议政: ask everyone. */
  | { step: 'opinion_round'; topicId: string }
  /** 提请上级: the outcome, which goes to the county. */
  | { step: 'send_up'; outcomeId: string }
  /** 说明理由，结束: the topic, which is closed there. */
  | { step: 'close'; topicId: string };

/** What was written, with names for ids. */
export interface MinutesDetail extends MinutesSummary, MinutesRecord, Omit<MinutesContent, 'tasks' | 'photos'> {
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
  topics: TopicOnPaper[];
  tasks: AgreedTaskView[];
  photos: AttachmentView[];
  /** Null until it is published. */
  seal: MinutesSeal | null;
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
  /** Where nothing was agreed: what this viewer may begin now. */
  afterNoConsensus: AfterNoConsensus[];
  dueAt: number | null;
  actions: MinutesAction[];
  timeline: TimelineEntry[];
}
