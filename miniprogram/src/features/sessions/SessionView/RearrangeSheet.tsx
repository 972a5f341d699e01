import {
  eventLabel,
  hasMeetingNumber,
  type PersonName,
  REASON_LIMITS,
  SESSION_LIMITS,
  type SessionDetail,
} from '@consult/shared';
import { useState } from 'react';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { useSheetForm } from '@/hooks/useSheetForm';
import { dialInProblem, MeetingFields } from '../MeetingFields';
import { PersonField } from '../PersonField';
import { rearrangeSession } from '../session.api';

interface Props {
  session: SessionDetail;
  onDone(changed: boolean): void;
}

const REQUIRED = {
  place: '请写明在哪里开',
  chairId: '请选择主持人',
  recorderId: '请选择记录人',
  reason: '请写明为什么变更',
};

/** Moves an announced session elsewhere, or has others run it. */
export function RearrangeSheet({ session, onDone }: Props) {
  // What is read again meanwhile must not pass for what this form was filled in on.
  const [read] = useState(session);
  const form = useSheetForm(
    {
      place: read.place,
      meetingNumber: read.meetingNumber ?? '',
      dialIn: read.dialIn ?? '',
      chairId: [read.chair] as readonly PersonName[],
      recorderId: [read.recorder] as readonly PersonName[],
      reason: '',
    },
    REQUIRED,
  );
  const { place, meetingNumber, dialIn, chairId, recorderId, reason } = form.value;
  const wrongDialIn = dialInProblem(dialIn);
  return (
    <FormSheet
      title={eventLabel('session', 'rearrange')}
      text="时间、议题要变，请用“延期”。变更会马上通知参会的人。"
      confirmLabel="确认变更"
      body={{
        place: place.trim(),
        // A point on the map belongs to the place that it was chosen for.
        ...(read.location && place.trim() === read.place && { location: read.location }),
        ...(meetingNumber.trim() !== '' && { meetingNumber: meetingNumber.trim() }),
        ...(dialIn.trim() !== '' && { dialIn: dialIn.trim() }),
        chairId: chairId[0]?.id ?? '',
        recorderId: recorderId[0]?.id ?? '',
        reason: reason.trim(),
        revision: read.revision,
      }}
      problems={{ ...form.problems, ...(wrongDialIn !== null && { dialIn: wrongDialIn }) }}
      send={(body, key) => rearrangeSession(read.id, body, key)}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <TextField label="地点" required max={SESSION_LIMITS.placeMax} {...form.field('place', errors)} />
          {hasMeetingNumber(read.format) && <MeetingFields field={(name) => form.field(name, errors)} />}
          <PersonField label="主持人" required region={read.township} {...form.field('chairId', errors)} />
          <PersonField label="记录人" required region={read.township} {...form.field('recorderId', errors)} />
          <TextArea
            label="变更原因"
            hint="所有人可见"
            required
            max={REASON_LIMITS.max}
            {...form.field('reason', errors)}
          />
        </>
      )}
    </FormSheet>
  );
}
