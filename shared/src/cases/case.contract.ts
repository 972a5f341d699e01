import type { AttachmentView } from '../attachments/attachment.contract.js';
import type { TimelineEntry } from '../events/event.contract.js';
import type { TopicCategory } from '../topics/topic.rules.js';
import type { CaseAction, CaseState } from './case.states.js';

/** POST /cases */
export interface CaseBegin {
  topicId: string;
}

/** PUT /cases/:id */
export interface CaseInput {
  title: string;
  background: string;
  process: string;
  turningPoints: string[];
  result: string;
  lessons: string;
  /** Attachment ids, in the order shown. */
  photos: string[];
  /** Of what was read. */
  revision: number;
}

/** POST /cases/:id/return, /withdraw: {reason}; /submit, /feature take nothing. */

/** GET /cases: the featured ones, latest first. */
export interface CaseQuery {
  region: string;
  category?: TopicCategory;
  /** In which it was featured. */
  year?: number;
  after?: string;
  limit?: number;
}

/** GET /cases/work */
export interface CaseWorkQuery {
  region: string;
  state: CaseState;
  after?: string;
  limit?: number;
}

export interface CaseSummary {
  id: string;
  title: string;
  state: CaseState;
  category: TopicCategory;
  township: string;
  townshipName: string;
  /** The beginning of its background. */
  lead: string;
  /** ms since 1970; null until it is */
  featuredAt: number | null;
}

export interface CaseDetail extends Omit<CaseSummary, 'lead'> {
  topic: { id: string; code: string; title: string };
  background: string;
  process: string;
  turningPoints: string[];
  result: string;
  lessons: string;
  photos: AttachmentView[];
  revision: number;
  canEdit: boolean;
  actions: CaseAction[];
  /** Why it came back; for those who handle it. */
  lastReason: string | null;
  timeline: TimelineEntry[];
}

/** GET /topics/:id/case */
export interface CaseOfTopic {
  /** The one that this viewer may see. */
  item: CaseSummary | null;
  canBegin: boolean;
}
