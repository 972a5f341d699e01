import { PARTICIPANT_CATEGORIES, PARTICIPANT_CATEGORY_LABELS, type ParticipantCategory } from '@consult/shared';
import { useState } from 'react';
import { ChoiceField } from '@/components/ChoiceField';
import { FormSheet } from '@/components/FormSheet';
import { currentSession } from '@/services/session';
import { signUp } from '../session.api';

interface Props {
  sessionId: string;
  /** There is only a place in the queue left. */
  full: boolean;
  onDone(changed: boolean): void;
}

const CHOICES = PARTICIPANT_CATEGORIES.map((value) => ({ value, label: PARTICIPANT_CATEGORY_LABELS[value] }));

/** Asks as what somebody takes part, and signs them up. */
export function SignUpSheet({ sessionId, full, onDone }: Props) {
  const [category, setCategory] = useState<ParticipantCategory>(
    currentSession().hasRole('member') ? 'member' : 'resident',
  );
  return (
    <FormSheet
      title={full ? '报名候补' : '报名参会'}
      text={full ? '席位已满。有人让出时，按报名先后递补。' : undefined}
      confirmLabel="确定报名"
      body={{ category }}
      problems={{}}
      send={(body, key) => signUp(sessionId, body, key)}
      onDone={onDone}
    >
      {(errors) => (
        <ChoiceField
          label="您以什么身份参加"
          required
          choices={CHOICES}
          value={[category]}
          error={errors.category}
          onChange={([chosen]) => chosen && setCategory(chosen)}
        />
      )}
    </FormSheet>
  );
}
