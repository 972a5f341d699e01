import {
  type AttachmentView,
  chinaDate,
  endOfChinaDay,
  lastReviewDate,
  mayReplyAs,
  REASON_LIMITS,
  REPLY_CLASS_LABELS,
  REPLY_CLASSES,
  type ReplyClass,
  replyNeedsReason,
  replyNeedsReview,
  sayHeldUp,
  TASK_LIMITS,
  type TaskDetail,
} from '@consult/shared';
import { useState } from 'react';
import { ChoiceField } from '@/components/ChoiceField';
import { DateTimeField } from '@/components/DateTimeField';
import { FormSheet } from '@/components/FormSheet';
import { PhotoField } from '@/components/PhotoField';
import { NO_PHOTOS_ON_THEIR_WAY, photoProblems } from '@/components/PhotoField/on-their-way';
import { TextArea } from '@/components/TextArea';
import { useSheetForm } from '@/hooks/useSheetForm';
import { tomorrow } from '../proof/ReviewSheet';
import { replyToTask } from '../task.api';

interface Props {
  task: TaskDetail;
  onDone(changed: boolean): void;
}

const choicesOf = ({ waitsFor }: TaskDetail) =>
  REPLY_CLASSES.filter((value) => mayReplyAs(value, waitsFor)).map((value) => ({
    value,
    label: REPLY_CLASS_LABELS[value],
  }));
const EMPTY = {
  replyClass: null as ReplyClass | null,
  text: '',
  reason: '',
  day: null as number | null,
  photos: [] as AttachmentView[],
};
const REQUIRED = { replyClass: '请选择结果类别', text: '请填写答复' };

/** The department's answer: of which class, what was done, and for C and D why not. */
export function ReplySheet({ task, onDone }: Props) {
  const form = useSheetForm(EMPTY, REQUIRED, `task-reply:${task.id}`);
  const [onTheirWay, setOnTheirWay] = useState(NO_PHOTOS_ON_THEIR_WAY);
  const { replyClass, text, reason, day, photos } = form.value;
  const heldUp = sayHeldUp(task.waitsFor);
  const needsReason = replyClass !== null && replyNeedsReason(replyClass);
  const needsReview = replyClass !== null && replyNeedsReview(task, replyClass);
  const hasPair = task.photoPairs.some(({ before, after }) => before !== null && after !== null);
  const needsPhoto = replyClass === 'A' && !hasPair;
  return (
    <FormSheet
      title="答复"
      text="答复向所有人公开。答复“已解决”的，先请人到现场看过，再由居民评议。"
      confirmLabel="答复"
      body={{
        replyClass: replyClass ?? 'A',
        text,
        ...(needsReason ? { reason } : {}),
        ...(needsReview && day !== null ? { reviewAt: endOfChinaDay(chinaDate(day)) } : {}),
        photos: photos.map(({ id }) => id),
      }}
      problems={{
        ...form.problems,
        ...photoProblems(onTheirWay),
        ...(needsReason && reason.trim() === '' ? { reason: '请写明原因' } : {}),
        ...(needsReview && day === null ? { day: '请定一个复核日期' } : {}),
        ...(needsPhoto && photos.length === 0 ? { photos: '答复“已解决”，请至少附一张现场照片' } : {}),
      }}
      send={async (body, key) => {
        await replyToTask(task.id, body, key);
        form.clear();
      }}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <ChoiceField
            label="结果类别"
            required
            choices={choicesOf(task)}
            {...(heldUp && { hint: `正在${heldUp}，还不能答复 A 类（已解决）` })}
            {...form.choice<ReplyClass>('replyClass', errors)}
          />
          <TextArea label="办理情况" required max={TASK_LIMITS.replyMax} {...form.field('text', errors)} />
          {needsReason && (
            <TextArea
              label="原因"
              hint="所有人可见"
              required
              max={REASON_LIMITS.max}
              {...form.field('reason', errors)}
            />
          )}
          {needsReview && (
            <DateTimeField
              label="复核日期"
              hint="到那天会再提醒您和召集人，最晚一年之内"
              required
              mode="date"
              min={tomorrow()}
              max={lastReviewDate(Date.now())}
              {...form.field('day', errors)}
            />
          )}
          <PhotoField
            label="照片"
            required={needsPhoto}
            max={TASK_LIMITS.photosMax}
            draftKey={form.key}
            onPhotos={setOnTheirWay}
            {...form.field('photos', errors)}
          />
        </>
      )}
    </FormSheet>
  );
}
