import type { PlanStage } from '@consult/shared';
import type { Tone } from '@/components/Tag';

const TONES: Readonly<Record<PlanStage, Tone>> = {
  drafting: 'neutral',
  party_review: 'warn',
  county_review: 'warn',
  approved: 'info',
  published: 'success',
};

/** The colour of how far a plan has come. */
export const planTone = (stage: PlanStage): Tone => TONES[stage];
