import {
  actionLabel,
  REASON_LIMITS,
  REDIRECT_LABELS,
  REDIRECTS,
  type Redirect,
  TOPIC_LIMITS,
  type TopicDecline,
  type TopicDetail,
  topicMachine,
} from '@consult/shared';
import { useState } from 'react';
import { ChoiceField } from '@/components/ChoiceField';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { declineTopic } from '../work.api';

const REDIRECT_CHOICES = REDIRECTS.map((value) => ({ value, label: REDIRECT_LABELS[value] }));
const LABEL = actionLabel(topicMachine, 'decline');

/** 不予受理: why, and where the person can go instead. */
export function DeclineSheet({ topic, onDone }: { topic: TopicDetail; onDone(changed: boolean): void }) {
  const [reason, setReason] = useState('');
  const [redirect, setRedirect] = useState<Redirect | null>(null);
  const [note, setNote] = useState('');
  const problems: Record<string, string> = {
    ...(redirect === null ? { redirect: '请选择可以去哪里办' } : {}),
    ...(reason.trim() === '' ? { reason: '请填写理由' } : {}),
  };

  return (
    <FormSheet
      title={LABEL}
      text="提出人会看到理由，以及可以改走哪条路。"
      confirmLabel={LABEL}
      danger
      body={{ reason: reason.trim(), redirect, ...(note.trim() !== '' && { redirectNote: note.trim() }) }}
      problems={problems}
      send={(body, key) => declineTopic(topic.id, body as TopicDecline, key)}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <ChoiceField
            label="可以改走"
            required
            choices={REDIRECT_CHOICES}
            value={redirect === null ? [] : [redirect]}
            error={errors.redirect}
            onChange={([chosen]) => setRedirect(chosen ?? null)}
          />
          <TextArea
            label="理由"
            required
            max={REASON_LIMITS.max}
            value={reason}
            error={errors.reason}
            onChange={setReason}
          />
          <TextArea
            label="怎么去办"
            placeholder="如：拨打 12345，说明是某某路口的路灯"
            max={TOPIC_LIMITS.redirectNoteMax}
            value={note}
            error={errors.redirectNote}
            onChange={setNote}
          />
        </>
      )}
    </FormSheet>
  );
}
