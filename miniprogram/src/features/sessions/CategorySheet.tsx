import { PARTICIPANT_CATEGORY_LABELS, type ParticipantCategory } from '@consult/shared';
import { useState } from 'react';
import { ChoiceField } from '@/components/ChoiceField';
import { FormSheet } from '@/components/FormSheet';
import { askToSubscribe } from '@/services/subscriptions';

interface Props {
  title: string;
  text?: string;
  confirmLabel: string;
  /** As what one may take part. */
  categories: readonly ParticipantCategory[];
  /** What is chosen at first. */
  first: ParticipantCategory;
  send(body: { category: ParticipantCategory }, idempotencyKey: string): Promise<unknown>;
  onDone(changed: boolean): void;
}

/** Asks as what somebody takes part. */
export function CategorySheet({ title, text, confirmLabel, categories, first, send, onDone }: Props) {
  const [category, setCategory] = useState(first);
  return (
    <FormSheet
      title={title}
      text={text}
      confirmLabel={confirmLabel}
      body={{ category }}
      problems={{}}
      onTap={() => askToSubscribe('sign_up')}
      send={send}
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
