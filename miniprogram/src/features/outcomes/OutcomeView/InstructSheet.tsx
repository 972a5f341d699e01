import { actionLabel, OUTCOME_LIMITS, type OutcomeDetail, outcomeMachine } from '@consult/shared';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { useSheetForm } from '@/hooks/useSheetForm';
import { instructOutcome } from '../outcome.api';

const LABEL = actionLabel(outcomeMachine, 'instruct');

const EMPTY = { instructor: '', instruction: '' };
const REQUIRED = { instructor: '请填写批示人', instruction: '请填写批示要点' };

/** 批示: who gave it and what it says; only staff ever read it. */
export function InstructSheet({ outcome, onDone }: { outcome: OutcomeDetail; onDone(changed: boolean): void }) {
  const form = useSheetForm(EMPTY, REQUIRED, `outcome-instruct:${outcome.id}`);
  const { instructor, instruction } = form.value;
  return (
    <FormSheet
      title={LABEL}
      text="批示内容只有工作人员能看到，公开页面只显示“已批示”。"
      confirmLabel={LABEL}
      body={{ instructor: instructor.trim(), instruction: instruction.trim() }}
      problems={form.problems}
      send={async (body, key) => {
        await instructOutcome(outcome.id, body, key);
        form.clear();
      }}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <TextField label="批示人" required max={OUTCOME_LIMITS.instructorMax} {...form.field('instructor', errors)} />
          <TextArea
            label="批示要点"
            required
            max={OUTCOME_LIMITS.instructionMax}
            {...form.field('instruction', errors)}
          />
        </>
      )}
    </FormSheet>
  );
}
