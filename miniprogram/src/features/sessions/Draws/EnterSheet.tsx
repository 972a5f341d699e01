import { PARTICIPANT_CATEGORY_LABELS, type ParticipantCategory } from '@consult/shared';
import { useState } from 'react';
import { ChoiceField } from '@/components/ChoiceField';
import { FormSheet } from '@/components/FormSheet';
import { askToSubscribe } from '@/services/subscriptions';
import { enterDraw } from './draw.api';

interface Props {
  sessionId: string;
  /** As what one may take part. */
  categories: readonly ParticipantCategory[];
  onDone(changed: boolean): void;
}

/** Puts somebody who is willing into the pool. */
export function EnterSheet({ sessionId, categories, onDone }: Props) {
  const [category, setCategory] = useState<ParticipantCategory>(categories[0] ?? 'resident');
  return (
    <FormSheet
      title="愿意参加抽取"
      text="您会得到一个号码。大家看得到号码，看不到您的名字；抽中了会通知您。"
      confirmLabel="确定"
      body={{ category }}
      problems={{}}
      onTap={() => askToSubscribe('sign_up')}
      send={(body, key) => enterDraw(sessionId, body, key)}
      onDone={onDone}
    >
      {(errors) => (
        <ChoiceField
          label="您以什么身份参加"
          required
          choices={categories.map((value) => ({ value, label: PARTICIPANT_CATEGORY_LABELS[value] }))}
          value={[category]}
          error={errors.category}
          onChange={([chosen]) => chosen && setCategory(chosen)}
        />
      )}
    </FormSheet>
  );
}
