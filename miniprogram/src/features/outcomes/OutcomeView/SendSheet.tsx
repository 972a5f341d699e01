import { actionLabel, OUTCOME_LIMITS, type OutcomeDetail, outcomeMachine } from '@consult/shared';
import { useState } from 'react';
import { FormSheet } from '@/components/FormSheet';
import { TextField } from '@/components/TextField';
import { sendOutcome } from '../outcome.api';

const LABEL = actionLabel(outcomeMachine, 'send');

/** 送交: under which document number, if it has one. */
export function SendSheet({ outcome, onDone }: { outcome: OutcomeDetail; onDone(changed: boolean): void }) {
  const [number, setNumber] = useState('');
  const documentNumber = number.trim();
  return (
    <FormSheet
      title={LABEL}
      text="送交后由县政协呈批、登记批示并交办。"
      confirmLabel={LABEL}
      body={documentNumber === '' ? {} : { documentNumber }}
      problems={{}}
      send={(body, key) => sendOutcome(outcome.id, body, key)}
      onDone={onDone}
    >
      {(errors) => (
        <TextField
          label="文号"
          placeholder="如：青协〔2026〕3 号"
          max={OUTCOME_LIMITS.documentNumberMax}
          value={number}
          error={errors.documentNumber}
          onChange={setNumber}
        />
      )}
    </FormSheet>
  );
}
