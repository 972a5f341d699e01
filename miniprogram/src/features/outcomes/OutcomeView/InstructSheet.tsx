import { actionLabel, OUTCOME_LIMITS, type OutcomeDetail, outcomeMachine } from '@consult/shared';
import { useState } from 'react';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { instructOutcome } from '../outcome.api';

const LABEL = actionLabel(outcomeMachine, 'instruct');

/** 批示: who gave it and what it says; only staff ever read it. */
export function InstructSheet({ outcome, onDone }: { outcome: OutcomeDetail; onDone(changed: boolean): void }) {
  const [instructor, setInstructor] = useState('');
  const [instruction, setInstruction] = useState('');
  const body = { instructor: instructor.trim(), instruction: instruction.trim() };
  return (
    <FormSheet
      title={LABEL}
      text="批示内容只有工作人员能看到，公开页面只显示“已批示”。"
      confirmLabel={LABEL}
      body={body}
      problems={{
        ...(body.instructor === '' && { instructor: '请填写批示人' }),
        ...(body.instruction === '' && { instruction: '请填写批示要点' }),
      }}
      send={(content, key) => instructOutcome(outcome.id, content, key)}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <TextField
            label="批示人"
            required
            max={OUTCOME_LIMITS.instructorMax}
            value={instructor}
            error={errors.instructor}
            onChange={setInstructor}
          />
          <TextArea
            label="批示要点"
            required
            max={OUTCOME_LIMITS.instructionMax}
            value={instruction}
            error={errors.instruction}
            onChange={setInstruction}
          />
        </>
      )}
    </FormSheet>
  );
}
