import { PARTICIPANT_CATEGORY_LABELS, type ParticipantCategory, rolesIn, signUpCategories } from '@consult/shared';
import { useState } from 'react';
import { ChoiceField } from '@/components/ChoiceField';
import { FormSheet } from '@/components/FormSheet';
import { useSession } from '@/services/session';
import { askToSubscribe } from '@/services/subscriptions';
import { signUp } from '../session.api';

interface Props {
  sessionId: string;
  /** Township code. */
  township: string;
  /** There is only a place in the queue left. */
  full: boolean;
  onDone(changed: boolean): void;
}

/** Asks as what somebody takes part, and signs them up. */
export function SignUpSheet({ sessionId, township, full, onDone }: Props) {
  const { grants } = useSession();
  const roles = rolesIn(grants, township);
  const categories = signUpCategories(roles);
  const [category, setCategory] = useState<ParticipantCategory>(roles.has('member') ? 'member' : 'resident');
  return (
    <FormSheet
      title={full ? '报名候补' : '报名参会'}
      text={full ? '席位已满。有人让出时，按报名先后递补。' : undefined}
      confirmLabel="确定报名"
      body={{ category }}
      problems={{}}
      onTap={() => askToSubscribe('sign_up')}
      send={(body, key) => signUp(sessionId, body, key)}
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
