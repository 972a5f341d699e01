import { actionLabel, isRollOpen, type SessionDetail, sessionMachine } from '@consult/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { LIVE_PAGES } from '@/features/live/live.pages';
import { MoveButtons } from '@/features/moves/MoveButtons';
import { sessionMoves } from '@/features/sessions/SessionView/session-moves';
import { SESSION_PAGES } from '@/features/sessions/session.pages';
import { openPage } from '@/services/navigation';

interface Props {
  session: SessionDetail;
  /** By the server's clock, ms since 1970. */
  now: number;
  onMoved(): unknown;
}

const START_AND_END = (['start', 'end'] as const).map((action) => actionLabel(sessionMachine, action));

/** Starts and ends the session, for who may, and leads to its other pages. */
export function RoomLinks({ session, now, onMoved }: Props) {
  const { id, canTakeRoll } = session;
  const moves = sessionMoves(session, now).filter(({ label }) => START_AND_END.includes(label));
  return (
    <>
      <View className="room__links">
        <Button kind="text" icon="calendar" text="会议安排" onPress={() => openPage(SESSION_PAGES.detail, { id })} />
        {canTakeRoll && isRollOpen(session, now) && (
          <Button kind="text" icon="people" text="名单与点名" onPress={() => openPage(SESSION_PAGES.roll, { id })} />
        )}
        {canTakeRoll && (
          <Button kind="text" icon="share" text="投到大屏" onPress={() => openPage(LIVE_PAGES.wall, { id })} />
        )}
      </View>
      <MoveButtons of={`session:${id}`} moves={moves} onMoved={onMoved} />
    </>
  );
}
