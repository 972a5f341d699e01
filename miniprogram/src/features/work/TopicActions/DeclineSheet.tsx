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
import { ChoiceField } from '@/components/ChoiceField';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { useSheetForm } from '@/hooks/useSheetForm';
import { declineTopic } from '../work.api';

const REDIRECT_CHOICES = REDIRECTS.map((value) => ({ value, label: REDIRECT_LABELS[value] }));
const EMPTY = { redirect: null as Redirect | null, reason: '', redirectNote: '' };
const REQUIRED = { redirect: '请选择可以去哪里办', reason: '请填写理由' };
const LABEL = actionLabel(topicMachine, 'decline');

/** 不予受理: why, and where the person can go instead. */
export function DeclineSheet({ topic, onDone }: { topic: TopicDetail; onDone(changed: boolean): void }) {
  const form = useSheetForm(EMPTY, REQUIRED, `topic-decline:${topic.id}`);
  const { redirect, reason, redirectNote } = form.value;
  return (
    <FormSheet
      title={LABEL}
      text="提出人会看到理由，以及可以改走哪条路。"
      confirmLabel={LABEL}
      danger
      body={{
        reason: reason.trim(),
        redirect,
        ...(redirectNote.trim() !== '' && { redirectNote: redirectNote.trim() }),
      }}
      problems={form.problems}
      send={async (body, key) => {
        await declineTopic(topic.id, body as TopicDecline, key);
        form.clear();
      }}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <ChoiceField
            label="可以改走"
            required
            choices={REDIRECT_CHOICES}
            {...form.choice<Redirect>('redirect', errors)}
          />
          <TextArea label="理由" required max={REASON_LIMITS.max} {...form.field('reason', errors)} />
          <TextArea
            label="怎么去办"
            placeholder="如：拨打 12345，说明是某某路口的路灯"
            max={TOPIC_LIMITS.redirectNoteMax}
            {...form.field('redirectNote', errors)}
          />
        </>
      )}
    </FormSheet>
  );
}
