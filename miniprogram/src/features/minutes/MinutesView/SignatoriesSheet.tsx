import { type MinutesDetail, type PersonName, REASON_LIMITS, SESSION_LIMITS } from '@consult/shared';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { PersonField } from '@/features/sessions/PersonField';
import { useSheetForm } from '@/hooks/useSheetForm';
import { changeSignatories } from '../minutes.api';

interface Props {
  minutes: MinutesDetail;
  onDone(changed: boolean): void;
}

const REQUIRED = { signatoryIds: '请选择核签人', reason: '请写明理由' };
const MAX = SESSION_LIMITS.signatoriesMax;

/** Names others to sign, as when somebody cannot. */
export function SignatoriesSheet({ minutes, onDone }: Props) {
  const form = useSheetForm({ signatoryIds: minutes.signatories as readonly PersonName[], reason: '' }, REQUIRED);
  const { signatoryIds, reason } = form.value;
  return (
    <FormSheet
      title="更换核签人"
      text="留下的人已签的字仍然有效。留下的人都签过的，核签就完成了。"
      confirmLabel="更换"
      body={{ signatoryIds: signatoryIds.map(({ id }) => id), reason: reason.trim() }}
      problems={{ ...form.problems, ...(signatoryIds.length > MAX ? { signatoryIds: `最多选择 ${MAX} 人` } : {}) }}
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
            {...form.field('signatoryIds', errors)}
          />
          <TextArea label="理由" required max={REASON_LIMITS.max} {...form.field('reason', errors)} />
        </>
      )}
    </FormSheet>
  );
}
