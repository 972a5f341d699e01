import type { TimelineEntry } from '../events/event.contract.js';
import type { ContentState } from '../moderation/content.states.js';
import type { ParticipantCategory } from '../sessions/session.rules.js';
import type { OpinionCounts, OpinionVote } from './opinion.rules.js';
import type { MissingForMap, Ring } from './opinion.shown.js';
import type { RoundAction, RoundState } from './opinion.states.js';

/** POST /opinion-rounds and PUT /opinion-rounds/:id (a draft; its subject stays): exactly one of topic and session. */
export interface RoundInput {
  title: string;
  intro: string;
  topicId?: string;
  sessionId?: string;
  /** ms since 1970 */
  opensAt: number;
  closesAt: number;
  /** The first statements, in the order of their numbers. */
  seeds: string[];
}

/** PUT /opinion-rounds/:id */
export interface RoundEdit extends Omit<RoundInput, 'topicId' | 'sessionId'> {
  /** The one that was read; another one now means that somebody has changed it since (OPINION.STALE). */
  revision: number;
}

export interface RoundSummary {
  id: string;
  title: string;
  state: RoundState;
  township: string;
  townshipName: string;
  opensAt: number;
  closesAt: number;
  /** How many gave their opinion, and on how many statements; counted anew every few seconds. */
  people: number;
  statements: number;
  topicId: string | null;
  sessionId: string | null;
}

/**
 * GET /opinion-rounds: open ones first by their end, with `state=closed` the closed ones, latest first. With a topic or
 * session all of its rounds, for those who handle it drafts too.
 */
export interface RoundQuery {
  region?: string;
  state?: 'open' | 'closed';
  topicId?: string;
  sessionId?: string;
  after?: string;
  limit?: number;
}

export interface OpinionProgress {
  /** How many of the statements that stand there now this person has answered. */
  answered: number;
  total: number;
}

export interface OpinionStatement {
  id: string;
  /** From 1, in the order in which they came. */
  no: number;
  text: string;
}

export interface RoundDetail extends RoundSummary {
  intro: string;
  subject: { kind: 'topic' | 'session'; id: string; title: string };
  /** How many answers were given; who changed their mind counts once. */
  votes: number;
  /** The first statements, for those who edit a draft. */
  seeds: string[];
  /** Passed, or taken down: then only those who handle it see it. */
  content: ContentState;
  canVote: boolean;
  canSubmit: boolean;
  canEdit: boolean;
  /** Whether the report can be read: by everyone once closed, before by those who handle it. */
  canReadReport: boolean;
  /** Null for whoever has not taken part and may not. */
  mine: (OpinionProgress & { remaining: number; statements: MyStatement[] }) | null;
  revision: number;
  dueAt: number | null;
  actions: RoundAction[];
  timeline: TimelineEntry[];
}

/** What one wrote oneself; others see it once its content has passed. */
export interface MyStatement extends OpinionStatement {
  content: ContentState;
  /** Why it is not shown, where a person said so. */
  reason: string | null;
  /** For an appeal against a refusal (POST /moderation/checks/:checkId/appeal); null where there is nothing to appeal. */
  checkId: string | null;
}

/** GET /opinion-rounds/:id/next */
export interface NextQuery {
  /** What this person has before them, or answered without a network: ids with commas between, at most OPINION_LIMITS.exceptMax. */
  except?: string;
}

/** GET /opinion-rounds/:id/next, and the answer to each vote. */
export interface NextStatement {
  /** Null where this person has answered all that stand there. */
  statement: OpinionStatement | null;
  progress: OpinionProgress;
}

/** POST /opinion-rounds/:id/votes: the latest counts, so that changing one's mind is another vote. */
export interface OpinionVoteInput {
  statementId: string;
  vote: OpinionVote;
}

/** A row of GET /opinion-rounds/:id/mine: my answers, in the order of the statements. */
export interface MyAnswer extends OpinionStatement {
  vote: OpinionVote;
  at: number;
}

/** POST /opinion-rounds/:id/statements */
export interface OpinionStatementInput {
  text: string;
}

/** The answer to a new statement; one that says the same as one that stands there is answered with that one. */
export interface StatementSubmitted {
  /** Null while it is being checked: nobody votes on it yet. */
  statement: OpinionStatement | null;
  id: string;
  content: ContentState;
  /** True where these words stood there already. */
  known: boolean;
}

export interface MapStatement {
  id: string;
  no: number;
  text: string;
  /** What the group, or what all, hold of it. */
  side: 'agree' | 'disagree';
  /** 同心圆, 1 innermost; only of what unites. */
  ring?: Ring;
  /** 0 to 1: how much all groups hold it together; only of what unites. */
  consensus?: number;
  all: OpinionCounts;
  /** Only of the groups that are shown. */
  byGroup: ({ group: string } & OpinionCounts)[];
}

export interface OpinionGroup {
  /** 甲, 乙, …: the largest first. */
  name: string;
  size: number;
  /** The middle of the group and how far it reaches, in a picture from -1 to 1 each way. */
  x: number;
  y: number;
  r: number;
  /** What tells this group from the others. */
  holds: MapStatement[];
}

/** GET /opinion-rounds/:id/map before there is enough. */
export interface OpinionMapMissing extends MissingForMap {
  ready: false;
}

/** GET /opinion-rounds/:id/map */
export interface OpinionMapReady {
  ready: true;
  /** ms since 1970 */
  computedAt: number;
  people: number;
  votes: number;
  /** Only of five people and more. */
  groups: OpinionGroup[];
  /** How many groups are too small to be shown. */
  smallGroups: number;
  /** What all hold alike, innermost first. */
  unites: MapStatement[];
  /** What tells the groups apart most. */
  divides: MapStatement[];
  /** What many cannot say yet, or where opinions are even. */
  unsettled: MapStatement[];
  /** Where the person asking stands; null for whoever has no place on the map (yet). */
  me: { group: string | null; x: number; y: number } | null;
}

export type OpinionMapView = OpinionMapMissing | OpinionMapReady;

/** A statement as the report counts it. */
export interface ReportedStatement extends OpinionStatement {
  /** Null where fewer than five people answered. */
  all: OpinionCounts | null;
}

/** GET /opinion-rounds/:id/report */
export interface OpinionReport {
  roundId: string;
  title: string;
  subject: RoundDetail['subject'];
  state: RoundState;
  opensAt: number;
  closesAt: number;
  people: number;
  votes: number;
  /** Only categories of five people and more; the others are counted together as `others`. */
  categories: { category: ParticipantCategory; people: number }[];
  others: number;
  statements: ReportedStatement[];
  groups: { name: string; size: number }[];
  smallGroups: number;
  unites: MapStatement[];
  divides: MapStatement[];
  unsettled: MapStatement[];
  /** The same in plain sentences, as minutes and outcomes take it. */
  summary: string[];
}
