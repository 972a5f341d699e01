import { type MinutesDetail, type PersonName, REASON_LIMITS, SESSION_LIMITS } from '@consult/shared';
import { useState } from 'react';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { PersonField } from '@/features/sessions/PersonField';
import { changeSignatories } from '../minutes.api';

interface Props {
  minutes: MinutesDetail;
  onDone(changed: boolean): void;
}

function problemOf(signatories: readonly PersonName[]): Record<string, string> {
  const max = SESSION_LIMITS.signatoriesMax;
  if (signatories.length === 0) return { signatoryIds: '请选择核签人' };
  return signatories.length > max ? { signatoryIds: `最多选择 ${max} 人` } : {};
}

/** Names others to sign, as when somebody cannot. */
export function SignatoriesSheet({ minutes, onDone }: Props) {
  const [signatories, setSignatories] = useState<readonly PersonName[]>(minutes.signatories);
  const [reason, setReason] = useState('');
  return (
    <FormSheet
      title="更换核签人"
      text="留下的人已签的字仍然有效。留下的人都签过的，核签就完成了。"
      confirmLabel="更换"
      body={{ signatoryIds: signatories.map(({ id }) => id), reason: reason.trim() }}
      problems={{ ...problemOf(signatories), ...(reason.trim() === '' ? { reason: '请写明理由' } : {}) }}
      send={(body, key) => changeSignatories(minutes.id, body, key)}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <PersonField
            label="核签人"
            required
            multiple
            region={minutes.township}
            value={signatories}
            error={errors.signatoryIds}
            onChange={setSignatories}
          />
          <TextArea
            label="理由"
            required
            max={REASON_LIMITS.max}
            value={reason}
            error={errors.reason}
            onChange={setReason}
          />
        </>
      )}
    </FormSheet>
  );
}
