import { type LivePoll, plainTime, ROOM_HANDS_TEXT, ROOM_OVER_TEXT } from '@consult/shared';
import { Text } from '@tarojs/components';

/** Who counted the hands in the room, and when; to those outside without a name. */
export function RoomHandsNote({ poll: { room } }: { poll: LivePoll }) {
  if (room === null) return null;
  return (
    <>
      <Text className="poll-card__room">
        {`${ROOM_HANDS_TEXT}：${plainTime(room.at)} 由${room.who.name ?? '主持人或记录人'}点数记入`}
      </Text>
      {room.over && <Text className="poll-card__over">{`${ROOM_OVER_TEXT}。`}</Text>}
    </>
  );
}
