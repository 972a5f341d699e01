import { REASON_LIMITS, type TaskDetail } from '@consult/shared';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { DepartmentField } from '@/features/departments/DepartmentField';
import { useSheetForm } from '@/hooks/useSheetForm';
import { askHandover } from './time.api';

interface Props {
  task: TaskDetail;
  onDone(changed: boolean): void;
}

const EMPTY = { departmentId: null as string | null, reason: '' };

/** Asks that another department have it; the county office decides. */
export function HandoverSheet({ task, onDone }: Props) {
  const form = useSheetForm(EMPTY, { departmentId: '请选择部门', reason: '请写明理由' }, `task-handover:${task.id}`);
  const { departmentId, reason } = form.value;
  return (
    <FormSheet
      title="申请移交"
      text="由县政协决定。同意前仍由您部门办理，承诺的日期不变。"
      confirmLabel="提交申请"
      // Sent only once one is chosen, see `problems`.
      body={{ departmentId: departmentId ?? '', reason: reason.trim() }}
      problems={form.problems}
      send={async (body, key) => {
        await askHandover(task.id, body, key);
        form.clear();
      }}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <DepartmentField
            label="移交给"
            required
            region={task.township}
            except={[task.leadDepartmentId]}
            {...form.choice('departmentId', errors)}
          />
          <TextArea label="为什么要移交" required max={REASON_LIMITS.max} {...form.field('reason', errors)} />
        </>
      )}
    </FormSheet>
  );
}
