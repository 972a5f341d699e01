import type { ResearchState } from '@consult/shared';
import type { Tone } from '@/components/Tag';

const TONES: Readonly<Record<ResearchState, Tone>> = {
  draft: 'neutral',
  open: 'primary',
  reported: 'warn',
  finished: 'success',
  withdrawn: 'neutral',
};

/** The colour of a research's state. */
export const researchTone = (state: ResearchState): Tone => TONES[state];
