import { type AttachmentView, isStepBack, REASON_LIMITS, TASK_LIMITS, type TaskDetail } from '@consult/shared';
import { useState } from 'react';
import { FormSheet } from '@/components/FormSheet';
import { NumberField } from '@/components/NumberField';
import { PhotoField } from '@/components/PhotoField';
import { NO_PHOTOS_ON_THEIR_WAY, photoProblems } from '@/components/PhotoField/on-their-way';
import { TextArea } from '@/components/TextArea';
import { reasonBody } from '@/features/moves/moves';
import { useSheetForm } from '@/hooks/useSheetForm';
import { reportProgress } from '../task.api';

interface Props {
  task: TaskDetail;
  onDone(changed: boolean): void;
}

/** Word of how it goes, with photos; the lead also says how far it is, where nothing else does. */
export function ProgressSheet({ task, onDone }: Props) {
  // Left undefined until it is changed, so that what is kept on the device never hides a later report.
  const initial = {
    text: '',
    percent: undefined as number | null | undefined,
    reason: '',
    photos: [] as AttachmentView[],
  };
  const form = useSheetForm(initial, { text: '请写一写办到哪一步了' }, `task-progress:${task.id}`);
  const [onTheirWay, setOnTheirWay] = useState(NO_PHOTOS_ON_THEIR_WAY);
  const { text, percent = task.progress, reason, photos } = form.value;
  const asksPercent = task.may.plan && task.progressFrom === 'reports';
  const back = asksPercent && percent !== null && isStepBack(task.progress, percent);
  return (
    <FormSheet
      title="报告进展"
      text="进展向所有人公开。"
      confirmLabel="发布"
      body={{
        text,
        photos: photos.map(({ id }) => id),
        ...(asksPercent && percent !== null ? { percent } : {}),
        ...(back ? reasonBody(reason.trim()) : {}),
      }}
      problems={{
        ...form.problems,
        ...photoProblems(onTheirWay),
        ...(back && reason.trim() === '' ? { reason: '请写明为什么退回' } : {}),
      }}
      send={async (body, key) => {
        await reportProgress(task.id, body, key);
        form.clear();
      }}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <TextArea label="办到哪一步了" required max={TASK_LIMITS.progressMax} {...form.field('text', errors)} />
          {asksPercent && (
            <NumberField
              label="进度"
              hint={`上次是 ${task.progress}%，办好是 100%`}
              max={100}
              step={5}
              unit="%"
              {...form.field('percent', errors)}
              value={percent}
              caution={back ? `比上次的 ${task.progress}% 低，确实退了的，请在下面写明为什么` : null}
            />
          )}
          {back && (
            <TextArea
              label="原因"
              hint="进度为什么比上次低，所有人可见"
              required
              max={REASON_LIMITS.max}
              {...form.field('reason', errors)}
            />
          )}
          <PhotoField
            label="照片"
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
