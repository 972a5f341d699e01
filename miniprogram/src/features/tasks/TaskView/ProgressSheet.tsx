import { type AttachmentView, TASK_LIMITS, type TaskDetail } from '@consult/shared';
import { useState } from 'react';
import { FormSheet } from '@/components/FormSheet';
import { PhotoField } from '@/components/PhotoField';
import { NO_PHOTOS_ON_THEIR_WAY, photoProblems } from '@/components/PhotoField/on-their-way';
import { TextArea } from '@/components/TextArea';
import { useSheetForm } from '@/hooks/useSheetForm';
import { reportProgress } from '../task.api';

interface Props {
  task: TaskDetail;
  onDone(changed: boolean): void;
}

const EMPTY = { text: '', photos: [] as AttachmentView[] };

/** Word of how it goes, with photos. */
export function ProgressSheet({ task, onDone }: Props) {
  const form = useSheetForm(EMPTY, { text: '请写一写办到哪一步了' }, `task-progress:${task.id}`);
  const [onTheirWay, setOnTheirWay] = useState(NO_PHOTOS_ON_THEIR_WAY);
  return (
    <FormSheet
      title="报告进展"
      text="进展向所有人公开。"
      confirmLabel="发布"
      body={{ text: form.value.text, photos: form.value.photos.map(({ id }) => id) }}
      problems={{ ...form.problems, ...photoProblems(onTheirWay) }}
      send={async (body, key) => {
        await reportProgress(task.id, body, key);
        form.clear();
      }}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <TextArea label="办到哪一步了" required max={TASK_LIMITS.progressMax} {...form.field('text', errors)} />
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
