import type { Capacity, Role } from '../auth/roles.js';
import { bareText } from '../moderation/blocked-words.js';
import type { ParticipantCategory, SessionFormat } from '../sessions/session.rules.js';
import type { SessionState } from '../sessions/session.states.js';
import { DAY_MS, MINUTE_MS } from '../time/china-time.js';
import type { TopicState } from '../topics/topic.states.js';
import { OPINION_LIMITS } from './opinion.limits.js';
import type { RoundState } from './opinion.states.js';

export const OPINION_VOTES = ['agree', 'disagree', 'pass'] as const;
export type OpinionVote = (typeof OPINION_VOTES)[number];
export type OpinionCounts = Record<OpinionVote, number>;
export const OPINION_VOTE_LABELS: Readonly<Record<OpinionVote, string>> = {
  agree: '赞成',
  disagree: '反对',
  pass: '略过',
};

/** As the mathematics takes a vote and as it is stored. */
export const VOTE_NUMBERS: Readonly<Record<OpinionVote, -1 | 0 | 1>> = { agree: 1, disagree: -1, pass: 0 };

/** The vote that a stored number stands for. */
export function voteOf(number: number): OpinionVote {
  if (number === 0) return 'pass';
  return number > 0 ? 'agree' : 'disagree';
}

/** The states of a topic in which a round about it may be started and opened: public, and not yet settled. */
export const ROUND_TOPIC_STATES: readonly TopicState[] = [
  'accepted',
  'shortlisted',
  'party_review',
  'county_review',
  'planned',
  'deliberating',
];

/** The states of a session in which a round may be started for it. */
export const ROUND_SESSION_STATES: readonly SessionState[] = ['preparing', 'announced', 'postponed', 'in_progress'];
/** Those in which it may be opened: a session that nobody has heard of yet cannot ask anybody. */
export const ROUND_OPEN_SESSION_STATES: readonly SessionState[] = ['announced', 'postponed', 'in_progress'];

/** What a round is to be about. */
export interface RoundSubject {
  readonly kind: 'topic' | 'session';
  readonly state: string;
  /** Null of a topic. */
  readonly format: SessionFormat | null;
}

/** Whether its subject is far enough for a round to be started, and not too far. */
export function isReadyForRound({ kind, state }: Pick<RoundSubject, 'kind' | 'state'>): boolean {
  const states: readonly string[] = kind === 'topic' ? ROUND_TOPIC_STATES : ROUND_SESSION_STATES;
  return states.includes(state);
}

/** As what somebody starts a round: as its convener, or as the member who called a 微协商; null: they may not. */
export function roundStarter(
  { format }: Pick<RoundSubject, 'format'>,
  held: ReadonlySet<Capacity>,
): 'convener' | 'initiator' | null {
  if (held.has('convener')) return 'convener';
  return format === 'micro' && held.has('member') && held.has('initiator') ? 'initiator' : null;
}

/** Whether somebody can start a round about it now. @param held what they are to its subject */
export function canStart(subject: RoundSubject, held: ReadonlySet<Capacity>): boolean {
  return isReadyForRound(subject) && roundStarter(subject, held) !== null;
}

/** Whether a round has been opened, ever. */
export function isRoundPublic({ openedAt }: { openedAt: number | null }): boolean {
  return openedAt !== null;
}

export type RoundTimeProblem = 'OPINION.PAST_DATE' | 'OPINION.TOO_FAR_AHEAD' | 'OPINION.BAD_TIME';

/** What is wrong with when a round is to open and to close, or null; all in ms since 1970. */
export function roundTimeProblem(times: { opensAt: number; closesAt: number; now: number }): RoundTimeProblem | null {
  const { opensAt, closesAt, now } = times;
  const open = closesAt - opensAt;
  if (open < OPINION_LIMITS.shortestHours * 60 * MINUTE_MS || open > OPINION_LIMITS.longestDays * DAY_MS)
    return 'OPINION.BAD_TIME';
  if (closesAt <= now) return 'OPINION.PAST_DATE';
  return opensAt > now + OPINION_LIMITS.horizonDays * DAY_MS ? 'OPINION.TOO_FAR_AHEAD' : null;
}

/** Whether votes and statements are taken now; the moment counts also before the state has followed it. */
export function takesVotes({ state, closesAt }: { state: RoundState; closesAt: number }, now: number): boolean {
  return state === 'open' && now < closesAt;
}

/** What of two statements makes them one: the same words, whatever stands between them. */
export function statementKey(text: string): string {
  return bareText(text);
}

/** As whom somebody is counted in the report: as on the list of the session, else by their role. */
export function voterCategory(roles: ReadonlySet<Role>, listed: ParticipantCategory | null): ParticipantCategory {
  if (listed !== null) return listed;
  return roles.has('member') ? 'member' : 'resident';
}
