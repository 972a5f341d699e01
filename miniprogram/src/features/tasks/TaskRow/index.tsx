import { REPLY_CLASS_LABELS, sayDate, sayDeadline, stateLabel, type TaskSummary, taskMachine } from '@consult/shared';
import { SummaryRow } from '@/components/SummaryRow';
import { replyTone, taskTone } from '../task-tone';
import { lightTag } from '../time/light-tag';

interface Props {
  task: TaskSummary;
  /** Now, ms since 1970. */
  now: number;
  onTap(): void;
  /** The one that is open beside the list. */
  selected?: boolean;
}

/** Whose promise and by when; how late it is only while an answer is still owed. */
export function TaskRow({ task, now, onTap, selected }: Props) {
  const { state, replyClass, overdue, light, dueAt } = task;
  const owed = replyClass === null && !taskMachine.states[state].final;
  return (
    <SummaryRow
      title={task.what}
      tags={[
        ...(light !== 'done' && light !== 'paused' ? [lightTag(task, now)] : []),
        { text: stateLabel('task', state), tone: taskTone(state) },
        ...(replyClass ? [{ text: REPLY_CLASS_LABELS[replyClass], tone: replyTone(replyClass) }] : []),
      ]}
      facts={[
        task.parentId !== null ? '子任务' : null,
        task.leadDepartment,
        state === 'in_progress' && task.progress > 0 ? `进度 ${task.progress}%` : null,
        `${sayDate(dueAt, now)}前办好`,
        owed && !overdue ? sayDeadline(dueAt, now) : null,
        task.townshipName,
      ]}
      selected={selected}
      onTap={onTap}
    />
  );
}
