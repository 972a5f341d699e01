import { type LivePoll, ROOM_HANDS_TEXT, SESSION_LIMITS } from '@consult/shared';
import { useEffect, useState } from 'react';
import { FormSheet } from '@/components/FormSheet';
import { NumberField } from '@/components/NumberField';
import { doLive, getLive } from '../live.api';
import type { Live } from '../useLive';

interface Props {
  live: Live;
  poll: LivePoll;
  onDone(): void;
}

/** Enters the hands of those who have no phone, option by option, or puts them right. */
export function RoomHandsSheet({ live, poll, onDone }: Props) {
  const { sessionId } = live;
  const [counts, setCounts] = useState<(number | null)[]>(() => poll.options.map((_, i) => poll.room?.counts[i] ?? 0));
  // Asked for as it is now: it changes with every vote and everybody who comes.
  const [max, setMax] = useState<number | null>(null);
  useEffect(() => {
    void getLive(sessionId).then(
      ({ me }) => setMax(me.roomHandsMax),
      () => undefined,
    );
  }, [sessionId]);
  const body = { counts: counts.map((count) => count ?? 0) };
  const sum = body.counts.reduce((all, count) => all + count, 0);
  const problems = {
    ...(max !== null && sum > max ? { counts: `各项合计填了 ${sum} 人，最多 ${max} 人，请核对` } : {}),
  };
  return (
    <FormSheet
      title={`${poll.room === null ? '记' : '改'}${ROOM_HANDS_TEXT}`}
      text={`没有手机的人举手，一项一项点数，填在这里，和手机上的合在一起算。${limitText(max)}`}
      confirmLabel="记入"
      body={body}
      problems={problems}
      send={(content, key) => doLive(sessionId, `polls/${poll.pollId}/room`, content, key)}
      onDone={() => {
        live.lookAgain();
        onDone();
      }}
    >
      {(errors) =>
        poll.options.map((option, i) => (
          <NumberField
            key={option}
            label={option}
            required
            unit="人"
            max={SESSION_LIMITS.seatsMax}
            value={counts[i] ?? null}
            error={i === 0 ? errors.counts : undefined}
            onChange={(count) => setCounts((before) => before.map((was, nth) => (nth === i ? count : was)))}
          />
        ))
      }
    </FormSheet>
  );
}

function limitText(max: number | null): string {
  if (max === null) return '';
  return max === 0
    ? '现在没有可以记的人：签到到会的都用手机表了态，或者还没有签到。'
    : `签到到会、没有用手机表态的有 ${max} 人，最多记 ${max} 人。`;
}
