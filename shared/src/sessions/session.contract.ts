import type { ComingAfter } from '../awaited/awaited.js';
import type { TimelineEntry } from '../events/event.contract.js';
import type { MinutesSummary } from '../minutes/minutes.contract.js';
import type { PersonName } from '../people/person.contract.js';
import type { MapPoint } from '../regions/map-point.contract.js';
import type { TopicOnPaper } from '../topics/topic.on-paper.js';
import type { ProgrammeItem } from './session.programme.js';
import type {
  CategoryCount,
  InviteOrigin,
  ParticipantCategory,
  ParticipantOrigin,
  Seating,
  SessionFormat,
} from './session.rules.js';
import type { SessionAction, SessionState } from './session.states.js';

/** Where a session is and who runs it: what may also change once people are told of it. */
export interface SessionArrangement {
  place: string;
  /** The same on a map; left out where no point was chosen. */
  location?: MapPoint;
  /** For 远程: the number that people dial or paste. */
  meetingNumber?: string;
  /** The telephone number by which people without the app join it. */
  dialIn?: string;
  chairId: string;
  recorderId: string;
}

/** POST /sessions */
export interface SessionInput extends SessionArrangement {
  title: string;
  topicIds: string[];
  format: SessionFormat;
  /** ms since 1970 */
  startsAt: number;
  endsAt: number;
  /** 协商问题, at most three. */
  questions: string[];
  programme: ProgrammeItem[];
  seats: number;
  /** 核签人 */
  signatoryIds: string[];
}

/** PUT /sessions/:id */
export interface SessionEdit extends SessionInput {
  /** The one that was read; another one now means that somebody has changed it since (SESSION.STALE). */
  revision: number;
}

/** POST /sessions/:id/rearrange: of an announced session, without another notice period. */
export interface SessionRearrange extends SessionArrangement {
  /** For everyone to read. */
  reason: string;
  /** As in SessionEdit. */
  revision: number;
}

/** POST /sessions/:id/postpone and /cancel take only a reason; a postponed one is edited and announced again. */
export interface SessionInvite {
  personId: string;
  category: ParticipantCategory;
  /** 'invited' where left out. */
  origin?: InviteOrigin;
  /** 谁推荐的, of somebody recommended. */
  recommendedBy?: string;
}

/** POST /sessions/:id/guests: somebody without an account, who gets no messages and cannot vote. */
export interface SessionGuest {
  name: string;
  /** 单位或职务 */
  unit?: string;
  category: ParticipantCategory;
  /** 'invited' where left out. */
  origin?: InviteOrigin;
  /** 谁推荐的, of somebody recommended. */
  recommendedBy?: string;
}

/** POST /sessions/:id/sign-up */
export interface SessionSignUp {
  category: ParticipantCategory;
}

/** The answer to a sign-up or an invitation; `id` is the participant's. */
export interface SessionPlace {
  id: string;
  seating: Seating;
}

/** POST /sessions/:id/roll */
export interface SessionRoll {
  participantId: string;
  present: boolean;
}

/** POST /sessions/:id/check-in */
export interface SessionCheckIn {
  /** The token in the QR code at the door, or the digits that stand beside it (SessionDoor.code). */
  token: string;
}

/** GET /sessions/:id/door: what the QR code at the door says. */
export interface SessionDoor {
  token: string;
  /** The same to type, for whoever cannot scan: DOOR_CODE_DIGITS digits. */
  code: string;
  /** The page to open, ready for a QR code. */
  url: string;
  expiresAt: number;
}

export interface SessionSummary {
  id: string;
  title: string;
  format: SessionFormat;
  state: SessionState;
  township: string;
  townshipName: string;
  startsAt: number;
  endsAt: number;
  place: string;
  seats: number;
  seated: number;
  waiting: number;
}

/** One of GET /sessions/mine. */
export interface MySessionSummary extends SessionSummary {
  /** The asker's place on its list; null: they chair, record or called it, and are not on it. */
  mySeating: Exclude<Seating, 'cancelled'> | null;
}

/** GET /sessions: today's and later ones, soonest first; with `when=past` the others, latest first. */
export interface SessionQuery {
  region: string;
  when?: 'upcoming' | 'past';
  after?: string;
  limit?: number;
}

export interface SessionParticipant {
  id: string;
  /** Null for a guest, who has no account. */
  personId: string | null;
  name: string;
  /** 单位或职务 of a guest. */
  unit: string | null;
  category: ParticipantCategory;
  origin: ParticipantOrigin;
  /** 谁推荐的 */
  recommendedBy: string | null;
  seating: Seating;
  /** Null while the roll has not reached this person. */
  present: boolean | null;
}

export interface SessionDetail extends SessionSummary {
  topics: TopicOnPaper[];
  location: MapPoint | null;
  /** Only for participants and staff. */
  meetingNumber: string | null;
  /** The same. */
  dialIn: string | null;
  questions: string[];
  programme: ProgrammeItem[];
  chair: PersonName;
  recorder: PersonName;
  signatories: PersonName[];
  counts: CategoryCount[];
  /** The viewer's own place; null when not on the list. */
  mine: {
    participantId: string;
    category: ParticipantCategory;
    seating: Seating;
    present: boolean | null;
    /** In the queue, from 1; null for who is not waiting. */
    waitingPosition: number | null;
  } | null;
  canSignUp: boolean;
  canTakeRoll: boolean;
  canEdit: boolean;
  canRearrange: boolean;
  /** Counts the changes; sent back with the next one. */
  revision: number;
  dueAt: number | null;
  /** Its minutes while they are on their way; null before its end and once they are out. */
  coming: ComingAfter | null;
  actions: SessionAction[];
  /** Published versions, newest first; drafts too for those who work on them. */
  minutes: MinutesSummary[];
  timeline: TimelineEntry[];
}
