import type { AttachmentView } from '../attachments/attachment.contract.js';
import type { TimelineEntry } from '../events/event.contract.js';
import type { PersonName } from '../people/person.contract.js';
import type { QuestionnaireSummary } from '../questionnaires/questionnaire.contract.js';
import type { Finding, ResearchMethod } from './research.rules.js';
import type { ResearchAction, ResearchState } from './research.states.js';

/** What a research is going to be. */
export interface ResearchPlan {
  title: string;
  methods: ResearchMethod[];
  /** Writes the report; one of the group without being named in it again. */
  leadId: string;
  memberIds: string[];
  /** When the report is due, ms since 1970. */
  dueAt: number;
}

/** POST /research: on a topic or a session, exactly one of the two. */
export interface ResearchInput extends ResearchPlan {
  topicId?: string;
  sessionId?: string;
}

/** PUT /research/:id */
export interface ResearchEdit extends ResearchPlan {
  revision: number;
}

/** PUT /research/:id/report */
export interface ResearchReport {
  situation: string;
  data: string;
  demands: string;
  policy: string;
  /** What everyone reads once it is finished. */
  summary: string;
  /** 待协商问题, at most three. */
  questions: string[];
  revision: number;
}

/** POST /research/:id/visits */
export interface VisitInput {
  /** ms since 1970 */
  visitedAt: number;
  place: string;
  /** Whom one spoke with, in words: 一号楼住户 6 人、物业经理. */
  who: string;
  found: string;
  /** Attachment ids, in the order shown. */
  photos: string[];
}

export interface VisitView {
  id: string;
  visitedAt: number;
  place: string;
  who: string;
  found: string;
  by: PersonName;
  photos: AttachmentView[];
  canRemove: boolean;
}

/** POST /research/:id/carry: its questions become those of the session. */
export interface ResearchCarry {
  sessionId: string;
}

/** GET /research: of a topic or of a session, exactly one of the two; those not finished only for who works on them. */
export interface ResearchQuery {
  topicId?: string;
  sessionId?: string;
}

export interface ResearchSummary {
  id: string;
  title: string;
  state: ResearchState;
  township: string;
  townshipName: string;
  methods: ResearchMethod[];
  /** When its report is due; null once there is one. */
  dueAt: number | null;
  finishedAt: number | null;
}

/** GET /research?topicId= or sessionId=: all of them, newest first. */
export interface ResearchOfSubject {
  items: ResearchSummary[];
  /** The viewer may begin another one. */
  canBegin: boolean;
  /** The date a new one is due at the latest, ms since 1970; null where no session is set. */
  latestDueAt: number | null;
}

export interface ResearchDetail extends ResearchSummary {
  subject: { kind: 'topic' | 'session'; id: string; title: string } | null;
  /** Empty while it is not finished, but for those inside. */
  summary: string;
  questions: string[];
  visitCount: number;
  /** Questionnaires that this viewer may see. */
  questionnaires: QuestionnaireSummary[];
  /** What only those see who work on it; null for everyone else. */
  inside: {
    lead: PersonName;
    members: PersonName[];
    findings: Record<Finding, string>;
    /** The newest fifty, latest first. */
    visits: VisitView[];
    /** The date it was set for. */
    reportDueAt: number;
    revision: number;
    canEdit: boolean;
    canWrite: boolean;
    canVisit: boolean;
    canAsk: boolean;
    /** Sessions into which its questions can be carried. */
    carryTo: { id: string; title: string; questions: string[] }[];
  } | null;
  actions: ResearchAction[];
  timeline: TimelineEntry[];
}
