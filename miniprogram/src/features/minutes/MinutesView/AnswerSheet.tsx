import { MINUTES_LIMITS, type ObjectionView } from '@consult/shared';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { ChoiceField } from '@/components/ChoiceField';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
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

/** Answers one objection. */
export function AnswerSheet({ minutesId, objection, onDone }: Props) {
  const [answer, setAnswer] = useState('');
  const [verdict, setVerdict] = useState<(typeof CHOICES)[number]['value'] | null>(null);
  const problems = {
    ...(verdict === null ? { upheld: '请选择是否采纳' } : {}),
    ...(answer.trim() === '' ? { answer: '请填写答复' } : {}),
  };
  return (
    <FormSheet
      title="答复异议"
      confirmLabel="答复"
      body={{ answer: answer.trim(), upheld: verdict === 'upheld' }}
      problems={problems}
      send={(body, key) => answerObjection(minutesId, objection.id, body, key)}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <Text className="minutes-view__quote">
            {objection.name}：{objection.text}
          </Text>
          <ChoiceField
            label="是否采纳"
            required
            choices={CHOICES}
            value={verdict === null ? [] : [verdict]}
            error={errors.upheld}
            onChange={([chosen]) => chosen && setVerdict(chosen)}
          />
          <TextArea
            label="答复"
            required
            max={MINUTES_LIMITS.objectionMax}
            value={answer}
            error={errors.answer}
            onChange={setAnswer}
          />
        </>
      )}
    </FormSheet>
  );
}
