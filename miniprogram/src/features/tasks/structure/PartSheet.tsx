import { chinaDate, endOfChinaDay, fullDate, lengthOf, startOfChinaDay, TASK_LIMITS } from '@consult/shared';
import { DateTimeField } from '@/components/DateTimeField';
import { FormSheet } from '@/components/FormSheet';
import { NumberField } from '@/components/NumberField';
import { TextArea } from '@/components/TextArea';
import { DepartmentField } from '@/features/departments/DepartmentField';
import { useSheetForm } from '@/hooks/useSheetForm';
import { splitTask } from '../task-structure.api';
import type { SheetProps } from './section';

const REQUIRED = {
  what: '请写清楚做什么',
  leadDepartmentIds: '请选择牵头部门',
  day: '请选择办结时限',
  weight: '请填写占几份',
};

/** One part of a promise: what, who, by when, and how much it counts. */
export function PartSheet({ task, onDone }: SheetProps) {
  const initial = {
    what: '',
    leadDepartmentIds: [] as string[],
    coDepartmentIds: [] as string[],
    day: null as number | null,
    weight: 1 as number | null,
  };
  const form = useSheetForm(initial, REQUIRED, `task-part:${task.id}`);
  const { what, leadDepartmentIds, coDepartmentIds, day, weight } = form.value;
  const [leadDepartmentId = ''] = leadDepartmentIds;
  return (
    <FormSheet
      title="拆出一项子任务"
      text="子任务会交给它的牵头部门接收，所有人都能看到。子任务都答复后，再总答复。"
      confirmLabel="交办"
      body={{
        what: what.trim(),
        leadDepartmentId,
        coDepartmentIds: coDepartmentIds.filter((id) => id !== leadDepartmentId),
        dueAt: day === null ? 0 : endOfChinaDay(chinaDate(day)),
        weight: weight ?? 1,
      }}
      problems={{
        ...form.problems,
        ...(lengthOf(what.trim()) < TASK_LIMITS.whatMin ? { what: REQUIRED.what } : {}),
      }}
      send={async (body, key) => {
        await splitTask(task.id, body, key);
        form.clear();
      }}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <TextArea label="做什么" required max={TASK_LIMITS.whatMax} {...form.field('what', errors)} />
          <DepartmentField
            label="牵头部门"
            required
            region={task.township}
            {...form.field('leadDepartmentIds', errors)}
            error={errors.leadDepartmentIds ?? errors.leadDepartmentId}
          />
          <DepartmentField
            label="协办部门"
            multiple
            region={task.township}
            except={[leadDepartmentId]}
            {...form.field('coDepartmentIds', errors)}
          />
          <DateTimeField
            label="办结时限"
            hint={`不晚于总事项的 ${fullDate(task.dueAt)}`}
            required
            mode="date"
            min={startOfChinaDay(chinaDate(Date.now()))}
            max={task.dueAt}
            {...form.field('day', errors)}
            error={errors.day ?? errors.dueAt}
          />
          <NumberField
            label="占几份"
            hint="总进度按份数算，份数多的分量重"
            required
            min={1}
            max={TASK_LIMITS.weightMax}
            unit="份"
            {...form.field('weight', errors)}
          />
        </>
      )}
    </FormSheet>
  );
}
