import {
  chinaDate,
  DAY_MS,
  endOfChinaDay,
  REASON_LIMITS,
  sayDate,
  startOfChinaDay,
  TASK_TIME_LIMITS,
  type TaskDetail,
} from '@consult/shared';
import { DateTimeField } from '@/components/DateTimeField';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { useSheetForm } from '@/hooks/useSheetForm';
import { askExtension } from './time.api';

interface Props {
  task: TaskDetail;
  onDone(changed: boolean): void;
}

const EMPTY = { day: null as number | null, reason: '' };

/** Asks for another date; the one that stands holds until somebody has decided. */
export function ExtensionSheet({ task, onDone }: Props) {
  const now = Date.now();
  const form = useSheetForm(EMPTY, { day: '请选择新的日期', reason: '请写明理由' }, `task-extension:${task.id}`);
  const { day, reason } = form.value;
  const earliest = startOfChinaDay(chinaDate(Math.max(task.dueAt, now) + DAY_MS));
  return (
    <FormSheet
      title="申请延期"
      text={`现在承诺${sayDate(task.dueAt, now)}前办好。新的日期和理由向所有人公开，同意后才生效，原来的日期一直保留。`}
      confirmLabel="提交申请"
      body={{ dueAt: endOfChinaDay(chinaDate(day ?? now)), reason: reason.trim() }}
      problems={form.problems}
      send={async (body, key) => {
        await askExtension(task.id, body, key);
        form.clear();
      }}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <DateTimeField
            label="延到哪天"
            required
            mode="date"
            min={earliest}
            max={now + TASK_TIME_LIMITS.extensionDaysMax * DAY_MS}
            {...form.field('day', { ...errors, ...(errors.dueAt ? { day: errors.dueAt } : {}) })}
          />
          <TextArea
            label="为什么要延期"
            hint="所有人可见"
            required
            max={REASON_LIMITS.max}
            {...form.field('reason', errors)}
          />
        </>
      )}
    </FormSheet>
  );
}
