import { TASK_LIMITS } from '@consult/shared';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { useSheetForm } from '@/hooks/useSheetForm';
import { supervise } from '../task-structure.api';
import type { SheetProps } from './section';

/** One entry of the log of supervision. */
export function SupervisionSheet({ task, onDone }: SheetProps) {
  const form = useSheetForm({ text: '' }, { text: '请写督办的情况' }, `task-supervision:${task.id}`);
  return (
    <FormSheet
      title="记录督办"
      text="内容只有经办的人看得到；哪天督办过，所有人看得到。"
      confirmLabel="记录"
      body={{ text: form.value.text.trim() }}
      problems={form.problems}
      send={async (body, key) => {
        await supervise(task.id, body, key);
        form.clear();
      }}
      onDone={onDone}
    >
      {(errors) => (
        <TextArea label="督办情况" required max={TASK_LIMITS.supervisionMax} {...form.field('text', errors)} />
      )}
    </FormSheet>
  );
}
