import {
  type AttachmentView,
  REASON_LIMITS,
  REPLY_CLASS_LABELS,
  REPLY_CLASSES,
  type ReplyClass,
  replyNeedsReason,
  TASK_LIMITS,
  type TaskDetail,
} from '@consult/shared';
import { useState } from 'react';
import { ChoiceField } from '@/components/ChoiceField';
import { FormSheet } from '@/components/FormSheet';
import { PhotoField } from '@/components/PhotoField';
import { TextArea } from '@/components/TextArea';
import { useDraft } from '@/services/drafts';
import { replyToTask } from '../task.api';

interface Props {
  task: TaskDetail;
  onDone(changed: boolean): void;
}

const CHOICES = REPLY_CLASSES.map((value) => ({ value, label: REPLY_CLASS_LABELS[value] }));
const EMPTY = { text: '', reason: '', photos: [] as AttachmentView[] };

/** The department's answer: of which class, what was done, and for C and D why not. */
export function ReplySheet({ task, onDone }: Props) {
  const { value: form, update, clear } = useDraft(`task-reply:${task.id}`, EMPTY);
  const [replyClass, setReplyClass] = useState<ReplyClass | null>(null);
  const needsReason = replyClass !== null && replyNeedsReason(replyClass);
  const problems = {
    ...(replyClass === null ? { replyClass: '请选择结果类别' } : {}),
    ...(form.text.trim() === '' ? { text: '请填写答复' } : {}),
    ...(needsReason && form.reason.trim() === '' ? { reason: '请写明原因' } : {}),
  };
  return (
    <FormSheet
      title="答复"
      text="答复向所有人公开，之后由居民评议。"
      confirmLabel="答复"
      body={{
        replyClass: replyClass ?? 'A',
        text: form.text,
        ...(needsReason ? { reason: form.reason } : {}),
        photos: form.photos.map(({ id }) => id),
      }}
      problems={problems}
      send={async (body, key) => {
        await replyToTask(task.id, body, key);
        clear();
      }}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <ChoiceField
            label="结果类别"
            required
            choices={CHOICES}
            value={replyClass === null ? [] : [replyClass]}
            error={errors.replyClass}
            onChange={([chosen]) => chosen && setReplyClass(chosen)}
          />
          <TextArea
            label="办理情况"
            required
            max={TASK_LIMITS.replyMax}
            value={form.text}
            error={errors.text}
            onChange={(text) => update({ text })}
          />
          {needsReason && (
            <TextArea
              label="原因"
              hint="所有人可见"
              required
              max={REASON_LIMITS.max}
              value={form.reason}
              error={errors.reason}
              onChange={(reason) => update({ reason })}
            />
          )}
          <PhotoField
            label="照片"
            max={TASK_LIMITS.photosMax}
            value={form.photos}
            error={errors.photos}
            onChange={(photos) => update({ photos })}
          />
        </>
      )}
    </FormSheet>
  );
}
