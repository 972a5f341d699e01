import { MINUTES_LIMITS, type ObjectionView } from '@consult/shared';
import { Text } from '@tarojs/components';
import { ChoiceField } from '@/components/ChoiceField';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { useSheetForm } from '@/hooks/useSheetForm';
import { answerObjection } from '../minutes.api';

interface Props {
  minutesId: string;
  objection: ObjectionView;
  onDone(changed: boolean): void;
}

const CHOICES = [
  { value: 'upheld', label: '采纳', hint: '纪要退回修改，重新核对' },
  { value: 'rejected', label: '不采纳', hint: '纪要不改' },
] as const;
type Verdict = (typeof CHOICES)[number]['value'];
const EMPTY = { verdict: null as Verdict | null, answer: '' };
const REQUIRED = { verdict: '请选择是否采纳', answer: '请填写答复' };

/** Answers one objection. */
export function AnswerSheet({ minutesId, objection, onDone }: Props) {
  const form = useSheetForm(EMPTY, REQUIRED, `objection-answer:${objection.id}`);
  const { verdict, answer } = form.value;
  return (
    <FormSheet
      title="答复异议"
      confirmLabel="答复"
      body={{ answer: answer.trim(), upheld: verdict === 'upheld' }}
      problems={form.problems}
      send={async (body, key) => {
        await answerObjection(minutesId, objection.id, body, key);
        form.clear();
      }}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <Text className="minutes-view__quote">
            {objection.name}：{objection.text}
          </Text>
          <ChoiceField label="是否采纳" required choices={CHOICES} {...form.choice<Verdict>('verdict', errors)} />
          <TextArea label="答复" required max={MINUTES_LIMITS.objectionMax} {...form.field('answer', errors)} />
        </>
      )}
    </FormSheet>
  );
}
