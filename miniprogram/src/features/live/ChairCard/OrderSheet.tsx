import { LIVE_LIMITS, type LiveSpeaker } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { FormSheet } from '@/components/FormSheet';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { TextField } from '@/components/TextField';
import { doLive } from '../live.api';
import { besideName, nameOf } from '../speaking';
import type { Live } from '../useLive';

interface Props {
  live: Live;
  queue: readonly LiveSpeaker[];
  onDone(): void;
}

/** As it was put, less who has left, and who came meanwhile behind. */
function asNow(order: readonly string[], queue: readonly LiveSpeaker[]): LiveSpeaker[] {
  const known = order.flatMap((id) => queue.filter((who) => who.participantId === id));
  return [...known, ...queue.filter((who) => !order.includes(who.participantId))];
}

/** Another order of those who wait, with the reason that stays recorded. */
export function OrderSheet({ live, queue, onDone }: Props) {
  const [order, setOrder] = useState(() => queue.map(({ participantId }) => participantId));
  const [reason, setReason] = useState('');
  const rows = asNow(order, queue);
  const swap = (at: number) => {
    const ids = rows.map(({ participantId }) => participantId);
    ids.splice(at, 2, ...ids.slice(at, at + 2).reverse());
    setOrder(ids);
  };
  const body = {
    order: rows.map(({ participantId }) => participantId),
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
  };
  return (
    <FormSheet
      title="调整顺序"
      text="调整会留下记录；再有人举手时，重新按公平的顺序排。"
      confirmLabel="按这个顺序"
      body={body}
      problems={{}}
      send={(content, key) => doLive(live.sessionId, 'queue', content, key)}
      onDone={() => {
        live.lookAgain();
        onDone();
      }}
    >
      {(errors) => (
        <>
          {rows.map((who, i) => (
            <View key={who.participantId} className="order-sheet__row">
              <Text className="order-sheet__place">{i + 1}</Text>
              <Text className="order-sheet__name">{[nameOf(who), besideName(who)].filter(Boolean).join(' · ')}</Text>
              <Tappable
                className="order-sheet__move"
                label={`把${nameOf(who)}往前移`}
                disabled={i === 0}
                onTap={() => swap(i - 1)}
              >
                <Icon name="down" className="order-sheet__up" />
              </Tappable>
              <Tappable
                className="order-sheet__move"
                label={`把${nameOf(who)}往后移`}
                disabled={i === rows.length - 1}
                onTap={() => swap(i)}
              >
                <Icon name="down" />
              </Tappable>
            </View>
          ))}
          <TextField
            label="为什么调整"
            hint="会场里的人都能看到"
            placeholder="先请当事人说明情况"
            max={LIVE_LIMITS.reasonMax}
            value={reason}
            error={errors.reason}
            onChange={setReason}
          />
        </>
      )}
    </FormSheet>
  );
}
