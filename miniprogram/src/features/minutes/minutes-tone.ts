import type { Conclusion, MinutesState } from '@consult/shared';
import type { Tone } from '@/components/Tag';

const STATE_TONES: Readonly<Record<MinutesState, Tone>> = {
  draft: 'neutral',
  objection: 'warn',
  countersigned: 'info',
  published: 'success',
};

const CONCLUSION_TONES: Readonly<Record<Conclusion, Tone>> = {
  consensus: 'success',
  partial: 'info',
  none: 'warn',
};

/** The colour of a state of minutes. */
export const minutesTone = (state: MinutesState): Tone => STATE_TONES[state];

/** The colour of what a session came to. */
export const conclusionTone = (conclusion: Conclusion): Tone => CONCLUSION_TONES[conclusion];
