import { fullMoment, MINUTES_LIMITS, type MinutesDetail, type MinutesHeld, SESSION_LIMITS } from '@consult/shared';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { DateTimeField } from '@/components/DateTimeField';
import { FormSheet } from '@/components/FormSheet';
import { KeyValue } from '@/components/KeyValue';
import { TextField } from '@/components/TextField';
import { setHeld } from '@/features/minutes/minutes.api';
import { useSheetForm } from '@/hooks/useSheetForm';

const REQUIRED = { heldAt: '请选择实际开会的时间', place: '请写明实际在哪里开', chair: '请写明实际由谁主持' };

/** When, where and under whom it was held, as the notice had it, and the way to say that it was otherwise. */
export function HeldCard({ minutes }: { minutes: MinutesDetail }) {
  const { id, sessionTitle, number, heldAt, place, chair } = minutes;
  const [held, setShown] = useState<MinutesHeld>({ heldAt, place, chair });
  const [mending, setMending] = useState(false);
  return (
    <Card>
      <KeyValue
        rows={[
          { label: '协商', value: <Text>{sessionTitle}</Text> },
          { label: '编号', value: <Text>{number}</Text> },
          { label: '时间', value: <Text>{fullMoment(held.heldAt)}</Text> },
          { label: '地点', value: <Text>{held.place}</Text> },
          { label: '主持', value: <Text>{held.chair}</Text> },
        ]}
      />
      <Button kind="text" icon="edit" text="实际情况不一样" onPress={() => setMending(true)} />
      {mending && (
        <HeldSheet
          id={id}
          held={held}
          onDone={(saved) => {
            setMending(false);
            if (saved !== null) setShown(saved);
          }}
        />
      )}
    </Card>
  );
}

interface SheetProps {
  id: string;
  held: MinutesHeld;
  /** @param saved null: nothing was changed */
  onDone(saved: MinutesHeld | null): void;
}

function HeldSheet({ id, held, onDone }: SheetProps) {
  const form = useSheetForm({ ...held, heldAt: held.heldAt as number | null }, REQUIRED);
  const { heldAt, place, chair } = form.value;
  const body = { heldAt: heldAt ?? 0, place: place.trim(), chair: chair.trim() };
  return (
    <FormSheet
      title="开会的实际情况"
      text="和会议通知不一样的，在这里改；纪要和文件都按这里写。"
      confirmLabel="保存"
      body={body}
      problems={form.problems}
      send={(sent, key) => setHeld(id, sent, key)}
      onDone={(changed) => onDone(changed ? body : null)}
    >
      {(errors) => (
        <>
          <DateTimeField label="开始时间" required mode="datetime" {...form.field('heldAt', errors)} />
          <TextField label="地点" required max={SESSION_LIMITS.placeMax} {...form.field('place', errors)} />
          <TextField label="主持人" required max={MINUTES_LIMITS.speakerMax} {...form.field('chair', errors)} />
        </>
      )}
    </FormSheet>
  );
}
