import { type ParticipantCategory, type PersonName, type SessionDetail, type SessionInvite } from '@consult/shared';
import { useState } from 'react';
import { FormSheet } from '@/components/FormSheet';
import { PersonField } from '@/features/sessions/PersonField';
import { invite } from '@/features/sessions/session.api';
import { ApiError } from '@/services/api-error';
import { CategoryField } from './CategoryField';
import { INVITED, OriginFields, originOf } from './OriginFields';

interface Props {
  session: SessionDetail;
  onDone(changed: boolean): void;
}

/** Puts people of one category on the list. */
export function InviteSheet({ session, onDone }: Props) {
  const [category, setCategory] = useState<ParticipantCategory>('member');
  const [origin, setOrigin] = useState(INVITED);
  const [people, setPeople] = useState<PersonName[]>([]);

  const send = async ({ ids, ...as }: Omit<SessionInvite, 'personId'> & { ids: string[] }, key: string) => {
    // One after the other, each with a key of its own: a retry repeats none of those that went through.
    for (const [index, personId] of ids.entries()) {
      try {
        await invite(session.id, { personId, ...as }, `${key}:${index}`);
      } catch (thrown) {
        // Somebody who has signed up meanwhile is where they should be.
        if (!(thrown instanceof ApiError && thrown.code === 'SESSION.ALREADY_LISTED')) throw thrown;
      }
    }
  };

  return (
    <FormSheet
      title="邀请参会人"
      text={`席位 ${session.seats} 个，已有 ${session.seated} 人。受邀的人也占席位。`}
      confirmLabel="加入名单"
      body={{ category, ...originOf(origin), ids: people.map(({ id }) => id) }}
      problems={people.length === 0 ? { personId: '请选择要邀请的人' } : {}}
      send={send}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <CategoryField value={category} error={errors.category} onChange={setCategory} />
          <OriginFields value={origin} errors={errors} onChange={setOrigin} />
          <PersonField
            label="参会人"
            required
            multiple
            region={session.township}
            value={people}
            error={errors.personId}
            onChange={setPeople}
          />
        </>
      )}
    </FormSheet>
  );
}
