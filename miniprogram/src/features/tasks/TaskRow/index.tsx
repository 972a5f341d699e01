import {
  OWING_TASK_STATES,
  REPLY_CLASS_LABELS,
  sayDate,
  sayDeadline,
  shownProgress,
  stateLabel,
  TASK_ASK_LABELS,
  type TaskAsk,
  type TaskSummary,
} from '@consult/shared';
import { SummaryRow } from '@/components/SummaryRow';
import type { Tone } from '@/components/Tag';
import { replyTone, taskTone } from '../task-tone';
import { lightTag } from '../time/light-tag';

interface Props {
  task: TaskSummary & { ask?: TaskAsk | null };
  /** Now, ms since 1970. */
  now: number;
  onTap(): void;
  /** The one that is open beside the list. */
  selected?: boolean;
}

const ASK_TONES: Readonly<Record<TaskAsk, Tone>> = {
  visit: 'primary',
  rate: 'primary',
  rated: 'neutral',
  look_back: 'primary',
};

/** Whose promise and by when; how late it is only while an answer is still owed. */
export function TaskRow({ task, now, onTap, selected }: Props) {
  const { state, replyClass, overdue, light, dueAt, ask } = task;
  const progress = shownProgress(task);
  const owed = replyClass === null && OWING_TASK_STATES.includes(state);
  return (
    <SummaryRow
      title={task.what}
      tags={[
        ...(ask ? [{ text: TASK_ASK_LABELS[ask], tone: ASK_TONES[ask] }] : []),
        ...(light !== 'done' && light !== 'paused' ? [lightTag(task, now)] : []),
        { text: stateLabel('task', state), tone: taskTone(state) },
        ...(replyClass ? [{ text: REPLY_CLASS_LABELS[replyClass], tone: replyTone(replyClass) }] : []),
      ]}
      facts={[
        task.parentId !== null ? '子任务' : null,
        task.leadDepartment,
        state === 'in_progress' && progress ? `进度 ${progress}%` : null,
        `${sayDate(dueAt, now)}前办好`,
        owed && !overdue ? sayDeadline(dueAt, now) : null,
        task.townshipName,
      ]}
      selected={selected}
      onTap={onTap}
    />
  );
}
