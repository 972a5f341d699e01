import type { PersonName, TaskDetail } from '@consult/shared';
import { FormSheet } from '@/components/FormSheet';
import { PersonField } from '@/features/sessions/PersonField';
import { useSheetForm } from '@/hooks/useSheetForm';
import { askVisitor } from '../task.api';

interface Props {
  task: TaskDetail;
  onDone(changed: boolean): void;
}

/** 请人到现场看: a member is asked by name, where nobody has gone by themselves. */
export function AskVisitorSheet({ task, onDone }: Props) {
  const form = useSheetForm({ personId: [] as readonly PersonName[] }, { personId: '请选择一位委员' });
  return (
    <FormSheet
      title="请一位委员去看"
      text="部门答复说已经办好。有人到现场看过，才能组织评议。被请的委员会收到通知，待办里也有这一件。"
      confirmLabel="发出邀请"
      body={{ personId: form.value.personId[0]?.id ?? '' }}
      problems={form.problems}
      send={(body, key) => askVisitor(task.id, body, key)}
      onDone={onDone}
    >
      {(errors) => (
        <PersonField label="委员" required region={task.township} only="member" {...form.field('personId', errors)} />
      )}
    </FormSheet>
  );
}
