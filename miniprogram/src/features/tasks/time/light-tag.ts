import { sayDeadline, TASK_LIGHT_LABELS, type TaskLight } from '@consult/shared';
import type { Tone } from '@/components/Tag';

/** A shape of its own for each light, so that nobody has to tell colours apart. */
export const LIGHT_MARKS: Readonly<Record<TaskLight, string>> = {
  on_time: '●',
  due_soon: '◐',
  overdue: '▲',
  stalled: '■',
  paused: '‖',
  done: '✓',
};

/** The colour of each light; what it means is always said in words beside it. */
export const LIGHT_TONES: Readonly<Record<TaskLight, Tone>> = {
  on_time: 'success',
  due_soon: 'warn',
  overdue: 'danger',
  stalled: 'warn',
  paused: 'neutral',
  done: 'info',
};

/** The light of a promise in a shape, words and a colour. */
export function lightTag(
  { light, dueAt }: { light: TaskLight; dueAt: number },
  now: number,
): { text: string; tone: Tone } {
  const word = light === 'overdue' ? sayDeadline(dueAt, now) : TASK_LIGHT_LABELS[light];
  return { text: `${LIGHT_MARKS[light]} ${word}`, tone: LIGHT_TONES[light] };
}
