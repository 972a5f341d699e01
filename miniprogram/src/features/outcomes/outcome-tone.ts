import type { OutcomeState } from '@consult/shared';
import type { Tone } from '@/components/Tag';

const TONES: Readonly<Record<OutcomeState, Tone>> = {
  drafted: 'neutral',
  published: 'info',
  sent: 'info',
  instructed: 'primary',
  assigned: 'success',
};

/** The colour of an outcome's state. */
export const outcomeTone = (state: OutcomeState): Tone => TONES[state];
