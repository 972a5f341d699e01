import type { SessionState } from '@consult/shared';
import type { Tone } from '@/components/Tag';

const TONES: Readonly<Record<SessionState, Tone>> = {
  preparing: 'neutral',
  announced: 'primary',
  in_progress: 'warn',
  ended: 'info',
  recorded: 'success',
  postponed: 'danger',
  cancelled: 'neutral',
};

/** The colour of a session's state. */
export const sessionTone = (state: SessionState): Tone => TONES[state];
