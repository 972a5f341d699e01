import { mustDesignate, REASON_LIMITS, type TaskDetail } from '@consult/shared';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { DepartmentField } from '@/features/departments/DepartmentField';
import { reasonBody } from '@/features/moves/moves';
import { useSheetForm } from '@/hooks/useSheetForm';
import { reassignTask } from '../task.api';

interface Props {
  task: TaskDetail;
  onDone(changed: boolean): void;
}

const EMPTY = { departmentId: null as string | null, reason: '' };

/** Hands a task that was sent back, or that its department leaves lying, to another department. */
export function ReassignSheet({ task, onDone }: Props) {
  // What was meant for one refusal is not for the next.
  const keepAs = `task-reassign:${task.id}:${task.refusals}`;
  const isRefused = task.state === 'refused';
  const required = { departmentId: '请选择牵头部门', ...(!isRefused && { reason: '请写明理由' }) };
  const form = useSheetForm(EMPTY, required, keepAs);
  const { departmentId, reason } = form.value;
  const isFinal = mustDesignate(task);
  return (
    <FormSheet
      title={isFinal ? '指定承办' : '重新交办'}
      text={
        isFinal
          ? `已被退回 ${task.refusals} 次，由县政协指定承办。指定后直接开始办理，不能再退回。`
          : isRefused
            ? `${task.leadDepartment}退回了这件事。`
            : `${task.leadDepartment}一直没有办好这件事。换部门以后，承诺的日期不变。`
      }
      confirmLabel={isFinal ? '指定' : '交办'}
      // Sent only once one is chosen, see `problems`.
      body={{ departmentId: departmentId ?? '', ...reasonBody(reason.trim()) }}
      problems={form.problems}
      send={async (body, key) => {
        await reassignTask(task.id, body, key);
        form.clear();
      }}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <DepartmentField
            label="牵头部门"
            required
            region={task.township}
            except={[task.leadDepartmentId]}
            {...form.choice('departmentId', errors)}
          />
          <TextArea
            label={isRefused ? '说明' : '为什么换部门'}
            required={!isRefused}
            {...(!isRefused && { hint: '所有人可见' })}
            max={REASON_LIMITS.max}
            {...form.field('reason', errors)}
          />
        </>
      )}
    </FormSheet>
  );
}
