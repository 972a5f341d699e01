import type { Capacity } from '../auth/roles.js';
import { addDays, chinaDate, endOfChinaDay, startOfChinaDay } from '../time/china-time.js';
import { type ReplyClass, replyNeedsReason } from './task.rules.js';

/** What somebody saw who went to look. */
export const VISIT_FINDINGS = ['done', 'partly', 'not_done'] as const;
export type VisitFinding = (typeof VISIT_FINDINGS)[number];
export const VISIT_FINDING_LABELS: Readonly<Record<VisitFinding, string>> = {
  done: '办好了',
  partly: '办了一部分',
  not_done: '没有办好',
};

/** What the convener has to see to before an evaluation can open, as the inbox says it. */
export const ARRANGE_VISIT = '请人到现场看';

/** What a member (委员) who was asked by name has to do, as their inbox says it. */
export const GO_AND_SEE = '到现场看一看';

/** Whether a reply counts only with photos, and its evaluation opens only once somebody has been to look. */
export function needsProof(task: { replyClass: ReplyClass | null; parentId: string | null }): boolean {
  return task.replyClass === 'A' && task.parentId === null;
}

/**
 * Whether an answer shows what was done: by photos of its own, or by a pair of before and after whose second photo was
 * taken up since the answer before.
 * @param pairs when the second photo of each whole pair was uploaded, ms since 1970
 * @param repliedAt when it was answered before, ms since 1970; null: never
 */
export function isEvidence(photos: number, pairs: readonly number[], repliedAt: number | null): boolean {
  return photos > 0 || pairs.some((at) => repliedAt === null || at > repliedAt);
}

const HANDLING: readonly Capacity[] = ['convener', 'party_committee', 'county_office'];

/**
 * Whether somebody may say that they saw it done: raisers, co-signers, participants and the township's members, but
 * nobody who carries it out or handles it.
 * @param carries works for a department that leads it or takes part in it
 */
export function mayVisit(held: ReadonlySet<Capacity>, carries: boolean): boolean {
  if (carries || HANDLING.some((role) => held.has(role))) return false;
  return held.has('raiser') || held.has('participant') || held.has('member');
}

/** How often one person's "not done" sends the same promise back; after that it is shown, and the evaluation decides. */
export const SEND_BACKS_A_PERSON = 2;

/** What the public reads of why it was sent back; the visitor's own words stand beside the visit once checked. */
export const SENT_BACK_REASON = '有人到现场看过，还没有办好，退回承办部门重新办理';

/** Whether it can have been seen then: since the day of the reply, and not later than now. All ms since 1970. */
export function isVisitDate(visitedAt: number, repliedAt: number, now: number): boolean {
  return visitedAt >= startOfChinaDay(chinaDate(repliedAt)) && visitedAt <= now;
}

/** What cannot be done now (C, D) comes back on a date within a year; of a part, with its promise. */
export function replyNeedsReview(task: { parentId: string | null }, replyClass: ReplyClass): boolean {
  return task.parentId === null && replyNeedsReason(replyClass);
}

/** The last moment that a review can be put off to, ms since 1970. */
export function lastReviewDate(now: number): number {
  return endOfChinaDay(addDays(chinaDate(now), 365));
}

/** Whether it can be looked at again then: after today, within a year. */
export function isReviewDate(reviewAt: number, now: number): boolean {
  return reviewAt > endOfChinaDay(chinaDate(now)) && reviewAt <= lastReviewDate(now);
}

export const VISIT_LIMITS = { textMin: 2, textMax: 500, photosMax: 9 } as const;
