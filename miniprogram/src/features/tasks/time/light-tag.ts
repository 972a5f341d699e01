import { sayDeadline, TASK_LIGHT_LABELS, type TaskLight } from '@consult/shared';
import type { Tone } from '@/components/Tag';

/** A shape of its own for each light, so that nobody has to tell colours apart. */
const MARKS: Readonly<Record<TaskLight, string>> = {
  on_time: '●',
  due_soon: '◐',
  overdue: '▲',
  stalled: '■',
  paused: '‖',
  done: '✓',
};

const TONES: Readonly<Record<TaskLight, Tone>> = {
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
  return { text: `${MARKS[light]} ${word}`, tone: TONES[light] };
}
