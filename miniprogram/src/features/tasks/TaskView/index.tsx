import { awaitedByTask, rolesIn, type TaskDetail } from '@consult/shared';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Card } from '@/components/Card';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Section } from '@/components/Section';
import { ErrorBlock } from '@/components/StateBlock';
import { Timeline } from '@/components/Timeline';
import { PhoneReveal } from '@/features/account/PhoneReveal';
import { PublicItemBar } from '@/features/moderation/PublicItemBar';
import { MoveButtons } from '@/features/moves/MoveButtons';
import { Waiting } from '@/features/moves/Waiting';
import { useAsync } from '@/hooks/useAsync';
import { useShownAgain } from '@/hooks/useShownAgain';
import { useSession } from '@/services/session';
import { LookBacks } from '../proof/LookBacks';
import { ReviewSheet } from '../proof/ReviewSheet';
import { Visits } from '../proof/Visits';
import { Dependencies } from '../structure/Dependencies';
import { Funds } from '../structure/Funds';
import { Milestones } from '../structure/Milestones';
import { Parts } from '../structure/Parts';
import { PhotoPairs } from '../structure/PhotoPairs';
import { Supervision } from '../structure/Supervision';
import { getTask } from '../task.api';
import { TaskTime } from '../time/TaskTime';
import { AskVisitorSheet } from './AskVisitorSheet';
import { ConcludeSheet } from './ConcludeSheet';
import { Evaluation } from './Evaluation';
import { ProgressSheet } from './ProgressSheet';
import { ReassignSheet } from './ReassignSheet';
import { ReplySheet } from './ReplySheet';
import { TaskHead } from './TaskHead';
import { TaskReports } from './TaskReports';
import { type TaskForm, taskMoves } from './task-moves';
import { taskParts } from './task-parts';
import './index.scss';

interface Props {
  id: string;
  /** Called with each version read, as for a page's title or a list beside it. */
  onLoaded?: (task: TaskDetail) => void;
  /** Called after a move, as for a list beside it. */
  onMoved?: () => void;
}

const SHEETS = {
  reply: ReplySheet,
  progress: ProgressSheet,
  reassign: ReassignSheet,
  review: ReviewSheet,
  conclude: ConcludeSheet,
  ask_visitor: AskVisitorSheet,
} as const;

/** One promise: who keeps it by when, how it goes, what was answered, and what residents think of it. */
export function TaskView({ id, onLoaded, onMoved }: Props) {
  const { me, grants } = useSession();
  const { data: task, error, reload } = useAsync(() => getTask(id), [id, me?.id]);
  const [form, setForm] = useState<TaskForm | null>(null);
  useShownAgain(reload);

  useEffect(() => {
    if (task) onLoaded?.(task);
  }, [task, onLoaded]);

  if (!task) return error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />;
  const now = Date.now();
  const moves = taskMoves(task, rolesIn(grants, task.township), setForm);
  const moved = async () => {
    await reload();
    onMoved?.();
  };
  const Sheet = form && SHEETS[form];
  return (
    <View className="task-view">
      <TaskHead task={task} now={now} />
      <Waiting kind="task" state={task.state} dueAt={task.currentDueAt} now={now} awaited={awaitedByTask(task, now)}>
        {moves.length > 0 && <MoveButtons of={`task:${id}`} moves={moves} onMoved={moved} />}
      </Waiting>
      {task.callable.map((person) => (
        <PhoneReveal key={person.id} person={person} />
      ))}
      <LookBacks task={task} now={now} onChanged={moved} />
      <TaskTime task={task} now={now} onChanged={moved} />
      <Evaluation task={task} now={now} onChanged={moved} />
      <Visits task={task} now={now} onChanged={moved} />
      <Parts task={task} now={now} onChanged={moved} />
      <Milestones task={task} now={now} onChanged={moved} />
      <PhotoPairs task={task} now={now} onChanged={moved} />
      <TaskReports task={task} now={now} />
      <Funds task={task} now={now} onChanged={moved} />
      <Dependencies task={task} now={now} onChanged={moved} />
      <Supervision task={task} now={now} onChanged={moved} />
      <Section title="办理进程">
        <Card>
          <Timeline entries={[...task.timeline].reverse()} now={now} />
        </Card>
      </Section>
      <PublicItemBar kind="task" id={task.id} parts={taskParts(task, now)} onMoved={moved} />
      {Sheet && (
        <Sheet
          task={task}
          onDone={(changed) => {
            setForm(null);
            if (changed) void moved();
          }}
        />
      )}
    </View>
  );
}
