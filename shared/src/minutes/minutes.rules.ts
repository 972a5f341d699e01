import { PROGRAMME_LIMITS } from '../sessions/session.programme.js';
import { TASK_LIMITS } from '../tasks/task.rules.js';
import { lengthOf } from '../text/text.js';
import { DAY_MS } from '../time/china-time.js';
import type { MinutesContent } from './minutes.content.js';
import type { MinutesState } from './minutes.states.js';

/** Kept so that a full section, in four-byte characters, still fits MySQL's TEXT of 65,535 bytes. */
export const MINUTES_LIMITS = {
  textMax: 5000,
  itemMax: 480,
  itemsMax: 30,
  speakerMax: 40,
  /** Lines of the longest programme. */
  programmeMax: PROGRAMME_LIMITS.itemsMax * (1 + PROGRAMME_LIMITS.partsMax),
  /** Of one speech: a day. */
  secondsMax: 86_400,
  fundsMax: 60,
  objectionMax: 500,
  objectionsPerPerson: 5,
  coDepartmentsMax: 5,
  photosMax: 9,
  tasksMax: 20,
} as const;

/** How a session ended; it follows from what was agreed and what was not. */
export const CONCLUSIONS = ['consensus', 'partial', 'none'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];
export const CONCLUSION_LABELS: Readonly<Record<Conclusion, string>> = {
  consensus: '达成共识',
  partial: '部分达成共识',
  none: '未达成共识',
};

/** What the minutes' two lists say about the result: dissent never disappears behind consensus. */
export function conclusionOf(minutes: { consensus: readonly unknown[]; dissent: readonly unknown[] }): Conclusion {
  if (minutes.consensus.length === 0) return 'none';
  return minutes.dissent.length === 0 ? 'consensus' : 'partial';
}

/** A session is held so many days before or after it was called for, at most. */
const HELD_WITHIN_DAYS = 31;

/** Whether a session that was called for `startsAt` can have begun at `heldAt`; all in ms since 1970. */
export const isHeldAt = (heldAt: number, startsAt: number, now: number): boolean =>
  heldAt <= now && Math.abs(heldAt - startsAt) <= HELD_WITHIN_DAYS * DAY_MS;

/** Whether those who took part may still object. */
export function isObjectionOpen(
  minutes: { state: MinutesState; objectionEndsAt: number | null },
  now: number,
): boolean {
  return minutes.state === 'objection' && now < (minutes.objectionEndsAt ?? 0);
}

/** The states in which the list of those who sign can still be changed. */
export const SIGNATORIES_OPEN_STATES: readonly MinutesState[] = ['draft', 'objection'];

/** Why signing is not open yet, or null when it is. */
export function signingBlockedBy(minutes: {
  now: number;
  objectionEndsAt: number;
  openObjections: number;
}): 'objection_period' | 'open_objections' | null {
  if (minutes.now < minutes.objectionEndsAt) return 'objection_period';
  return minutes.openObjections > 0 ? 'open_objections' : null;
}

/**
 * Whether minutes say what was not agreed: a reserved opinion at least, or that there was none, in so many words. Silence
 * is not agreement.
 */
export function isDissentSaid(minutes: { dissent: readonly unknown[]; noDissent: boolean }): boolean {
  return minutes.dissent.length > 0 || minutes.noDissent;
}

/** 本次会议无保留意见, as minutes and outcomes say it. */
export const NO_DISSENT_TEXT = '本次会议无保留意见';
/** What minutes, sessions and outcomes say where nothing was agreed. */
export const NO_CONSENSUS_TEXT = '这次协商没有达成共识';

/** How many places of a draft are begun but not finished. */
export function unfinishedPlaces(minutes: Pick<MinutesContent, 'points' | 'departmentAnswers' | 'tasks'>): number {
  const speeches = [...minutes.points, ...minutes.departmentAnswers].filter(
    ({ speaker, text }) => speaker === '' || text === '',
  );
  const tasks = minutes.tasks.filter(
    ({ what, leadDepartmentId, dueAt }) =>
      lengthOf(what) < TASK_LIMITS.whatMin || leadDepartmentId === '' || dueAt === 0,
  );
  return speeches.length + tasks.length;
}

/** Whether minutes say enough to be shown to those who were there. */
export function isMinutesComplete(minutes: {
  points: readonly unknown[];
  consensus: readonly unknown[];
  dissent: readonly unknown[];
}): boolean {
  return minutes.points.length > 0 && minutes.consensus.length + minutes.dissent.length > 0;
}

/** The number of a session's minutes: township, year and order within them, e.g. 419902001-2026-003. */
export function minutesNumber(township: string, year: string, order: number): string {
  return `${township}-${year}-${String(order).padStart(3, '0')}`;
}

/** The first digits of a published version's digest: printed on paper and asked for at the door of GET /minutes/verify. */
export const MINUTES_CODE_DIGITS = 16;
const CODE = /^[0-9a-f]{16}$/;

/** Whether this can be the code of minutes. */
export const isMinutesCode = (text: string): boolean => CODE.test(text);

/** The code as people read it off paper: four groups of four. */
export const sayMinutesCode = (code: string): string =>
  code
    .slice(0, MINUTES_CODE_DIGITS)
    .match(/.{1,4}/g)
    ?.join(' ') ?? '';

/** The code that somebody typed, with or without gaps; null where it can be none. */
export function readMinutesCode(typed: string): string | null {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase();
  return isMinutesCode(code) ? code : null;
}
