import { programmeRows, type SessionDetail } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useEffect, useMemo } from 'react';
import { ChairCard } from '@/features/live/ChairCard';
import { LiveNotices } from '@/features/live/LiveNotices';
import { LiveStatus } from '@/features/live/LiveStatus';
import { NowCard } from '@/features/live/NowCard';
import { PointsCard } from '@/features/live/PointsCard';
import { PastPolls, PollCard } from '@/features/live/PollCard';
import { ProgrammeCard } from '@/features/live/ProgrammeCard';
import { QueueCard } from '@/features/live/QueueCard';
import { useChairing } from '@/features/live/useChairing';
import type { Live } from '@/features/live/useLive';
import { MeetingNumber } from '@/features/sessions/MeetingNumber';
import { DialIn } from '@/features/sessions/MeetingNumber/DialIn';
import { RoomLinks } from './RoomLinks';
import { Shut } from './Shut';

interface Props {
  live: Live;
  session: SessionDetail;
  /** By the server's clock, ms since 1970. */
  now: number;
  /** Reads the session again: it was started or ended. */
  onMoved(): unknown;
}

/** What happens, in two columns where there is room. */
export function Room({ live, session, now, onMoved }: Props) {
  const { picture } = live;
  const { state, me } = picture;
  const rows = useMemo(() => programmeRows(session.programme), [session.programme]);
  const chairing = useChairing(live);
  const open = state?.open ?? false;
  // What may be done to the session changes with its start and end, whoever made them.
  const stale = open !== (session.state === 'in_progress');
  useEffect(() => {
    if (stale) void onMoved();
  }, [stale, onMoved]);
  if (state === null) return null;
  const { poll } = state;
  const chairs = open && me?.canChair === true;
  return (
    <View className="room">
      <View className="room__head">
        <Text className="room__title">{session.title}</Text>
        <LiveStatus picture={picture} />
        {session.meetingNumber && <MeetingNumber number={session.meetingNumber} />}
        {session.dialIn && <DialIn number={session.dialIn} />}
        <LiveNotices notices={state.notices} now={now} />
      </View>
      <View className="room__columns">
        <View>
          {open ? (
            <NowCard state={state} rows={rows} ahead={picture.clockAhead} />
          ) : (
            <Shut state={state} sessionId={session.id} />
          )}
          {chairs && <ChairCard session={session} rows={rows} chairing={chairing} />}
          {poll && (
            <PollCard
              live={live}
              poll={poll}
              onClose={chairs ? () => chairing.act(`polls/${poll.pollId}/close`, {}) : undefined}
            />
          )}
          {open && (
            <QueueCard
              state={state}
              mine={me?.participantId ?? null}
              onCall={chairs ? chairing.call : undefined}
              onOrder={chairs ? () => chairing.openSheet('order') : undefined}
            />
          )}
        </View>
        <View>
          <PointsCard live={live} rows={rows} />
          <ProgrammeCard
            rows={rows}
            state={state}
            now={now}
            onGo={chairs ? ({ item }) => chairing.act('item', { itemId: item.id }) : undefined}
          />
          <PastPolls polls={state.polls} />
          <RoomLinks session={session} now={now} onMoved={onMoved} />
        </View>
      </View>
    </View>
  );
}
