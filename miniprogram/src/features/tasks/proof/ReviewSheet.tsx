import { chinaDate, DAY_MS, endOfChinaDay, lastReviewDate, REASON_LIMITS, startOfChinaDay } from '@consult/shared';
import { DateTimeField } from '@/components/DateTimeField';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { useSheetForm } from '@/hooks/useSheetForm';
import type { SheetProps } from '../structure/section';
import { reviewTask } from '../task-proof.api';

/** The first day on which something can be looked at again. */
export const tomorrow = (): number => startOfChinaDay(chinaDate(Date.now() + DAY_MS));

/** Looked at again on its review date, and put off to another. */
export function ReviewSheet({ task, onDone }: SheetProps) {
  const form = useSheetForm(
    { reason: '', day: null as number | null },
    { reason: '请写明复核的情况', day: '请定下一次复核的日期' },
    `task-review:${task.id}`,
  );
  const { reason, day } = form.value;
  return (
    <FormSheet
      title="复核，继续跟踪"
      text="还办不了的，定一个日子再复核，最晚一年之内。"
      confirmLabel="记下来"
      body={{ reason: reason.trim(), ...(day === null ? {} : { reviewAt: endOfChinaDay(chinaDate(day)) }) }}
      problems={form.problems}
      send={async (body, key) => {
        await reviewTask(task.id, body, key);
        form.clear();
      }}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <TextArea
            label="复核情况"
            hint="写明看到了什么、为什么还办不了，所有人可见"
            required
            max={REASON_LIMITS.max}
            {...form.field('reason', errors)}
          />
          <DateTimeField
            label="下次复核日期"
            required
            mode="date"
            min={tomorrow()}
            max={lastReviewDate(Date.now())}
            {...form.field('day', errors)}
          />
        </>
      )}
    </FormSheet>
  );
}
