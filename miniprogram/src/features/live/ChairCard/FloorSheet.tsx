import { PARTICIPANT_CATEGORY_LABELS, type SessionDetail, takesPart } from '@consult/shared';
import { useState } from 'react';
import { ChoiceField } from '@/components/ChoiceField';
import { FormSheet } from '@/components/FormSheet';
import { Skeleton } from '@/components/ListView/Skeleton';
import { ErrorBlock } from '@/components/StateBlock';
import { allParticipants } from '@/features/sessions/all-participants';
import { useAsync } from '@/hooks/useAsync';
import { doLive } from '../live.api';
import type { Live } from '../useLive';

interface Props {
  session: SessionDetail;
  live: Live;
  seconds: number | null;
  onDone(): void;
}

/** Gives the floor to anybody on the list, also to who has not raised a hand. */
export function FloorSheet({ session, live, seconds, onDone }: Props) {
  const { data: people, error, reload } = useAsync(() => allParticipants(session.id), [session.id]);
  const [chosen, setChosen] = useState<string[]>([]);
  const [participantId = ''] = chosen;
  return (
    <FormSheet
      title="请别人发言"
      confirmLabel="请发言"
      body={{ participantId, seconds }}
      problems={participantId === '' ? { participantId: '请选择发言的人' } : {}}
      send={(body, key) => doLive(session.id, 'floor', body, key)}
      onDone={() => {
        live.lookAgain();
        onDone();
      }}
    >
      {(errors) =>
        people ? (
          <ChoiceField
            label="发言的人"
            required
            look="sheet"
            choices={people.filter(takesPart).map(({ id, name, unit, category }) => ({
              value: id,
              label: name,
              // Where a guest comes from, who has no account that says so.
              hint: [PARTICIPANT_CATEGORY_LABELS[category], unit].filter(Boolean).join(' · '),
            }))}
            value={chosen}
            error={errors.participantId}
            onChange={setChosen}
          />
        ) : error ? (
          <ErrorBlock error={error} onRetry={reload} />
        ) : (
          <Skeleton rows={1} />
        )
      }
    </FormSheet>
  );
}
