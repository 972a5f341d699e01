import type { RoundState } from '@consult/shared';
import type { Tone } from '@/components/Tag';

const TONES: Readonly<Record<RoundState, Tone>> = {
  draft: 'neutral',
  open: 'primary',
  closed: 'success',
  withdrawn: 'neutral',
};

/** The colour of a round's state. */
export const roundTone = (state: RoundState): Tone => TONES[state];
