import { REASON_LIMITS, type TaskDetail, type TaskRequestView } from '@consult/shared';
import { ChoiceField } from '@/components/ChoiceField';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { DepartmentField } from '@/features/departments/DepartmentField';
import { useSheetForm } from '@/hooks/useSheetForm';
import { saidRequest } from './say-time';
import { decideRequest } from './time.api';

interface Props {
  task: TaskDetail;
  request: TaskRequestView;
  onDone(changed: boolean): void;
}

type Answer = 'grant' | 'refuse';
const ANSWERS: readonly { value: Answer; label: string }[] = [
  { value: 'grant', label: '同意' },
  { value: 'refuse', label: '不同意' },
];

/** Grants what the department asks for, or refuses it, with the reason. */
export function DecideSheet({ task, request, onDone }: Props) {
  const isHandover = request.kind === 'handover';
  const form = useSheetForm(
    { answer: null as Answer | null, reason: '', departmentId: request.toDepartmentId ?? '' },
    { answer: '请选择同意或不同意', reason: '请写明理由' },
    `task-decide:${request.id}`,
  );
  const { answer, reason, departmentId } = form.value;
  return (
    <FormSheet
      title={isHandover ? '审核移交申请' : '审核延期申请'}
      text={`${saidRequest(request, Date.now())}。理由：${request.reason}`}
      confirmLabel="答复"
      body={{
        grant: answer === 'grant',
        reason: reason.trim(),
        ...(isHandover && departmentId !== '' ? { departmentId } : {}),
      }}
      problems={form.problems}
      send={async (body, key) => {
        await decideRequest(task.id, request.id, body, key);
        form.clear();
      }}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <ChoiceField label="答复" required choices={ANSWERS} {...form.choice<Answer>('answer', errors)} />
          {isHandover && answer === 'grant' && (
            <DepartmentField
              label="移交给"
              required
              region={task.township}
              except={[task.leadDepartmentId]}
              value={departmentId === '' ? [] : [departmentId]}
              error={errors.departmentId}
              onChange={([chosen = '']) => form.field('departmentId', errors).onChange(chosen)}
            />
          )}
          <TextArea
            label="理由"
            hint={isHandover ? '办理的人可见' : '所有人可见'}
            required
            max={REASON_LIMITS.max}
            {...form.field('reason', errors)}
          />
        </>
      )}
    </FormSheet>
  );
}
