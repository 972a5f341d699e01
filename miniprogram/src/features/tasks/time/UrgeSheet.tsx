import { TASK_TIME_LIMITS, type TaskDetail } from '@consult/shared';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { useSheetForm } from '@/hooks/useSheetForm';
import { urgeTask } from './time.api';

interface Props {
  task: TaskDetail;
  onDone(changed: boolean): void;
}

/** A word to the department that owes something. */
export function UrgeSheet({ task, onDone }: Props) {
  const form = useSheetForm({ text: '' }, { text: '请写一写要办什么' }, `task-urge:${task.id}`);
  return (
    <FormSheet
      title="督促承办部门"
      text={`${task.leadDepartment}会收到这段话。所有人能看到督促过，内容只有办理的人能看。`}
      confirmLabel="发出"
      body={{ text: form.value.text.trim() }}
      problems={form.problems}
      send={async (body, key) => {
        await urgeTask(task.id, body, key);
        form.clear();
      }}
      onDone={onDone}
    >
      {(errors) => <TextArea label="要求" required max={TASK_TIME_LIMITS.urgeMax} {...form.field('text', errors)} />}
    </FormSheet>
  );
}
