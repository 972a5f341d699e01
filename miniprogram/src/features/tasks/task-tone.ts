import type { ReplyClass, TaskState } from '@consult/shared';
import type { Tone } from '@/components/Tag';

const TONES: Readonly<Record<TaskState, Tone>> = {
  assigned: 'neutral',
  refused: 'warn',
  in_progress: 'primary',
  paused: 'warn',
  replied: 'info',
  evaluating: 'info',
  redo: 'danger',
  reconsult_advised: 'danger',
  reconsulting: 'warn',
  long_term: 'warn',
  deferred: 'warn',
  closed: 'success',
};

const REPLY_TONES: Readonly<Record<ReplyClass, Tone>> = { A: 'success', B: 'info', C: 'warn', D: 'neutral' };

/** The colour of a task's state. */
export const taskTone = (state: TaskState): Tone => TONES[state];

/** The colour of a class of reply. */
export const replyTone = (replyClass: ReplyClass): Tone => REPLY_TONES[replyClass];
