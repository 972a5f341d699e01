import { mustDesignate, REASON_LIMITS, type TaskDetail } from '@consult/shared';
import { useState } from 'react';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { DepartmentField } from '@/features/departments/DepartmentField';
import { reasonBody } from '@/features/moves/moves';
import { reassignTask } from '../task.api';

interface Props {
  task: TaskDetail;
  onDone(changed: boolean): void;
}

/** Hands a task that was sent back to another department. */
export function ReassignSheet({ task, onDone }: Props) {
  const [departmentId, setDepartmentId] = useState('');
  const [reason, setReason] = useState('');
  const isFinal = mustDesignate(task);
  return (
    <FormSheet
      title={isFinal ? '指定承办' : '重新交办'}
      text={
        isFinal
          ? `已被退回 ${task.refusals} 次，由县政协指定承办。指定后直接开始办理，不能再退回。`
          : `${task.leadDepartment}退回了这件事。`
      }
      confirmLabel={isFinal ? '指定' : '交办'}
      body={{ departmentId, ...reasonBody(reason.trim()) }}
      problems={departmentId === '' ? { departmentId: '请选择牵头部门' } : {}}
      send={(body, key) => reassignTask(task.id, body, key)}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <DepartmentField
            label="牵头部门"
            required
            region={task.township}
            except={[task.leadDepartmentId]}
            value={departmentId === '' ? [] : [departmentId]}
            error={errors.departmentId}
            onChange={([chosen = '']) => setDepartmentId(chosen)}
          />
          <TextArea label="说明" max={REASON_LIMITS.max} value={reason} error={errors.reason} onChange={setReason} />
        </>
      )}
    </FormSheet>
  );
}
