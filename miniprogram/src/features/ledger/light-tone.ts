import type { TaskLight } from '@consult/shared';
import type { Tone } from '@/components/Tag';

const TONES: Readonly<Record<TaskLight, Tone>> = {
  on_time: 'primary',
  due_soon: 'warn',
  overdue: 'danger',
  stalled: 'warn',
  paused: 'neutral',
  done: 'success',
};

/** The colour of a promise's light; what it means is always said in words beside it. */
export const lightTone = (light: TaskLight): Tone => TONES[light];
