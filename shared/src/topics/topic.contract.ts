import type { AttachmentView } from '../attachments/attachment.contract.js';
import type { ComingAfter } from '../awaited/awaited.js';
import type { TimelineEntry } from '../events/event.contract.js';
import type { ContentView } from '../moderation/moderation.contract.js';
import type { OutcomeSummary } from '../outcomes/outcome.contract.js';
import type { PersonName } from '../people/person.contract.js';
import type { MapPoint } from '../regions/map-point.contract.js';
import type { SessionSummary } from '../sessions/session.contract.js';
import type { TaskSummary } from '../tasks/task.summary.js';
import type { TopicFate } from './topic.fate.js';
import type { Redirect, TopicCategory, TopicSource } from './topic.rules.js';
import type { TopicLikeness } from './topic.similar.js';
import type { TopicAction, TopicState } from './topic.states.js';
import type { TopicStep } from './topic.steps.js';

/** What a person writes; POST /topics and PUT /topics/:id. */
export interface TopicInput {
  title: string;
  description: string;
  category: TopicCategory;
  /** Community code (村/社区). */
  community: string;
  /** Where exactly, in words. */
  place?: string;
  /** The same on a map; left out where no point was chosen. */
  location?: MapPoint;
  suggestion?: string;
  /** Ways already tried (已尝试的途径). */
  tried?: string;
  /** Whom it concerns and how many (涉及人群与人数). */
  affected?: string;
  /** 匿名展示 */
  anonymous: boolean;
  /** Attachment ids, in the order shown. */
  photos: string[];
}

/** POST /topics: the source follows from the raiser's role. */
export interface TopicCreate extends TopicInput {
  /** False keeps it as a draft that only its raiser sees. */
  submit: boolean;
}

/** POST /topics/recorded: 代录, the convener submits it for somebody who has no phone. */
export interface RecordedTopic extends TopicInput {
  source: TopicSource;
  onBehalfOf: string;
  /** Their phone number, for the convener to call back. */
  onBehalfPhone?: string;
}

/** POST /topics/:id/decline */
export interface TopicDecline {
  reason: string;
  redirect: Redirect;
  redirectNote?: string;
}

/** POST /topics/:id/merge: this topic joins another open one of the same township. */
export interface TopicMerge {
  into: string;
  reason?: string;
}

/** POST /topics/:id/shortlist */
export interface TopicShortlist {
  planId: string;
}

/** PUT /topics/:id/sensitivity: a sensitive topic is internal only. */
export interface TopicSensitivity {
  sensitive: boolean;
  reason: string;
}

/** One row of GET /topics. */
export interface TopicSummary {
  id: string;
  /** What it is called in public for good: its page without the app is plainPath('topic', code). */
  code: string;
  title: string;
  category: TopicCategory;
  source: TopicSource;
  state: TopicState;
  /** The state before a suspension or withdrawal; with `state` it gives the step. */
  heldFrom: TopicState | null;
  township: string;
  townshipName: string;
  communityName: string;
  cosigns: number;
  /** ms since 1970 */
  createdAt: number;
  /** ms since 1970 of the last move */
  movedAt: number;
}

/** Query of GET /topics. */
export interface TopicQuery {
  region: string;
  step?: TopicStep;
  category?: TopicCategory;
  after?: string;
  limit?: number;
}

/** GET /topics/similar */
export interface SimilarTopic extends TopicSummary, TopicLikeness {
  cosignable: boolean;
}

export interface TopicDetail extends TopicSummary {
  /** What has become of it; null while it was never submitted. */
  fate: TopicFate | null;
  /** Community code (村/社区). */
  community: string;
  description: string;
  place: string | null;
  location: MapPoint | null;
  suggestion: string | null;
  tried: string | null;
  affected: string | null;
  anonymous: boolean;
  /** As shown to this viewer: the public name, or the real one for those who handle it. */
  raiserName: string;
  /** Its raiser, where this viewer may look up their phone number; null otherwise. */
  callable: PersonName | null;
  /** 代录人 recorded it; null otherwise. Only for staff and the raiser. */
  recordedBy: string | null;
  /** Whom it was recorded for left a number that whoever asks may look up. */
  hasRecordedPhone: boolean;
  sensitive: boolean;
  /** How its check stands; only for its raiser and staff. */
  content: ContentView | null;
  photos: AttachmentView[];
  redirect: Redirect | null;
  redirectNote: string | null;
  /** Why it was declined or returned; only for its raiser and staff. */
  lastReason: string | null;
  mergedInto: { id: string; code: string; title: string; state: TopicState; heldFrom: TopicState | null } | null;
  /** Topics merged into this one. */
  mergedHere: { id: string; code: string; title: string }[];
  planId: string | null;
  /** Its plan is out for everybody; false also where it is in none. */
  planPublished: boolean;
  /** ms since 1970: the deadline of what it waits for now; null when nothing is due. */
  dueAt: number | null;
  /** What comes next of its sessions that are over; null where nothing is on its way. */
  coming: ComingAfter | null;
  isRaiser: boolean;
  cosigned: boolean;
  canCosign: boolean;
  /** A session may be called about it; whether it is free for one is checked then. */
  canCallSession: boolean;
  /** The moves open to this viewer, each a route of the topic's own. */
  actions: TopicAction[];
  sessions: SessionSummary[];
  outcomes: OutcomeSummary[];
  tasks: TaskSummary[];
  timeline: TimelineEntry[];
}
