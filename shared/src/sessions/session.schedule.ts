import type { ErrorCode } from '../errors/errors.js';
import type { Thresholds } from '../regions/settings.js';
import { addDays, chinaDate, chinaMoment, DAY_MS, daysBetween } from '../time/china-time.js';
import {
  DOOR_OPENS_BEFORE_MS,
  ROLL_STATES,
  SESSION_LIMITS,
  type SessionFormat,
  SIGN_UP_STATES,
} from './session.rules.js';
import type { SessionState } from './session.states.js';

const HOUR_MS = 60 * 60 * 1000;

interface Scheduled {
  readonly state: SessionState;
  /** ms since 1970 */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** What is wrong with a session's times, or null. All in ms since 1970. */
export function scheduleProblem({
  startsAt,
  endsAt,
  now,
}: {
  startsAt: number;
  endsAt: number;
  now: number;
}): ErrorCode | null {
  if (startsAt <= now) return 'SESSION.PAST_DATE';
  if (startsAt > now + SESSION_LIMITS.horizonDays * DAY_MS) return 'SESSION.TOO_FAR_AHEAD';
  if (endsAt <= startsAt || endsAt - startsAt > SESSION_LIMITS.longestHours * HOUR_MS) return 'SESSION.BAD_TIME';
  return null;
}

/** Days between the notice of a session and its start; neighbours who settle a small thing need one. */
export function noticeDaysFor(format: SessionFormat, { sessionNoticeDays }: Thresholds): number {
  return format === 'micro' ? Math.min(1, sessionNoticeDays) : sessionNoticeDays;
}

/** Whether a notice given now is early enough; the day it is given on does not count. */
export function isNoticeInTime({ startsAt, now, days }: { startsAt: number; now: number; days: number }): boolean {
  return daysBetween(now, startsAt) >= days;
}

/** The last moment that is still `days` dates before another one. All in ms since 1970. */
export function lastMomentBefore(at: number, days: number): number {
  return chinaMoment(addDays(chinaDate(at), -days), '23:59');
}

/** By when the notice of a session is to be given, ms since 1970. */
export function noticeDueAt({ startsAt, days }: { startsAt: number; days: number }): number {
  return lastMomentBefore(startsAt, days);
}

/** Whether a session may be opened: from two hours before its time. */
export function mayStartNow({ startsAt }: { startsAt: number }, now: number): boolean {
  return now >= startsAt - DOOR_OPENS_BEFORE_MS;
}

/** Whether people may put themselves on the list. */
export function isSignUpOpen({ state, startsAt }: Scheduled, now: number): boolean {
  return SIGN_UP_STATES.includes(state) && now < startsAt;
}

/** Whether the roll can be taken: from two hours before the start until the minutes are out. */
export function isRollOpen({ state, startsAt }: Scheduled, now: number): boolean {
  return ROLL_STATES.includes(state) && mayStartNow({ startsAt }, now);
}

/** Whether the code at the door is good: from two hours before the start until two hours after the end. */
export function isDoorOpen(session: Scheduled, now: number): boolean {
  return isRollOpen(session, now) && now <= session.endsAt + DOOR_OPENS_BEFORE_MS;
}
