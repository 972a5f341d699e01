import { CAPACITIES, type Capacity } from '../auth/roles.js';
import { chinaMoment, endOfChinaDay } from '../time/china-time.js';
import { REPLY_CLASSES } from './task.rules.js';
import {
  isEvidence,
  isReviewDate,
  isVisitDate,
  lastReviewDate,
  mayVisit,
  needsProof,
  replyNeedsReview,
} from './visit.rules.js';

describe('Proof', () => {
  it('is asked of what is called solved, of a promise of its own', () => {
    expect(REPLY_CLASSES.filter((replyClass) => needsProof({ replyClass, parentId: null }))).toEqual(['A']);
    expect(needsProof({ replyClass: 'A', parentId: 'P' })).toBe(false);
    expect(needsProof({ replyClass: null, parentId: null })).toBe(false);
  });

  it('is shown by photos, or by before and after, but not by what an earlier answer could show already', () => {
    expect(isEvidence(1, [], null)).toBe(true);
    expect(isEvidence(0, [], null)).toBe(false);
    expect(isEvidence(0, [5], null)).toBe(true);
    expect(isEvidence(0, [5], 5)).toBe(false);
    expect(isEvidence(0, [5, 6], 5)).toBe(true);
  });

  it('is a visit by somebody who has a part in it or a member, alone', () => {
    const alone = CAPACITIES.filter((capacity) => mayVisit(new Set([capacity]), false));
    expect(alone).toEqual(['member', 'raiser', 'participant']);
  });

  it('is never of somebody who handles it, whatever else they are', () => {
    const out = CAPACITIES.filter((capacity) => !mayVisit(new Set<Capacity>(['raiser', 'member', capacity]), false));
    expect(out).toEqual(['convener', 'party_committee', 'county_office']);
    expect(mayVisit(new Set(['raiser', 'member', 'participant']), true)).toBe(false);
  });

  it('is of a day since the reply, and not of one to come', () => {
    const replied = chinaMoment('2026-06-03', '15:00');
    const now = chinaMoment('2026-06-05', '09:00');
    expect(isVisitDate(chinaMoment('2026-06-03', '08:00'), replied, now)).toBe(true);
    expect(isVisitDate(now, replied, now)).toBe(true);
    expect(isVisitDate(endOfChinaDay('2026-06-02'), replied, now)).toBe(false);
    expect(isVisitDate(now + 1, replied, now)).toBe(false);
  });
});

describe('A review date', () => {
  it('belongs to what cannot be done now', () => {
    const needed = (parentId: string | null) => REPLY_CLASSES.filter((one) => replyNeedsReview({ parentId }, one));
    expect([needed(null), needed('P')]).toEqual([['C', 'D'], []]);
  });

  it('lies after today and within a year', () => {
    const now = chinaMoment('2026-06-03', '15:00');
    expect(lastReviewDate(now)).toBe(endOfChinaDay('2027-06-03'));
    expect(isReviewDate(endOfChinaDay('2026-06-03'), now)).toBe(false);
    expect(isReviewDate(endOfChinaDay('2026-06-04'), now)).toBe(true);
    expect(isReviewDate(endOfChinaDay('2027-06-03'), now)).toBe(true);
    expect(isReviewDate(endOfChinaDay('2027-06-04'), now)).toBe(false);
  });
});
