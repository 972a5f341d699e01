import type { CaseState } from '@consult/shared';
import type { Tone } from '@/components/Tag';

const TONES: Readonly<Record<CaseState, Tone>> = {
  draft: 'neutral',
  submitted: 'info',
  returned: 'primary',
  featured: 'success',
  withdrawn: 'neutral',
};

/** The colour of a case's state. */
export const caseTone = (state: CaseState): Tone => TONES[state];
