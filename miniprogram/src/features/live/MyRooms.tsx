import { listMySessions } from '@/features/sessions/session.api';
import { useAsync } from '@/hooks/useAsync';
import { useShownAgain } from '@/hooks/useShownAgain';
import { EnterRoom } from './EnterRoom';

/** The ways into those of my sessions that are on. */
export function MyRooms() {
  // Only a short cut to what the list below has too.
  const { data, reload } = useAsync(() => listMySessions(null).catch(() => null), []);
  useShownAgain(reload);
  return (
    <>
      {data?.items.map((session) => (
        <EnterRoom key={session.id} named session={session} />
      ))}
    </>
  );
}
