import { type AttachmentView, TASK_LIMITS, type TaskDetail } from '@consult/shared';
import { FormSheet } from '@/components/FormSheet';
import { PhotoField } from '@/components/PhotoField';
import { TextArea } from '@/components/TextArea';
import { useDraft } from '@/services/drafts';
import { reportProgress } from '../task.api';

interface Props {
  task: TaskDetail;
  onDone(changed: boolean): void;
}

const EMPTY = { text: '', photos: [] as AttachmentView[] };

/** Word of how it goes, with photos. */
export function ProgressSheet({ task, onDone }: Props) {
  const { value: form, update, clear } = useDraft(`task-progress:${task.id}`, EMPTY);
  return (
    <FormSheet
      title="报告进展"
      text="进展向所有人公开。"
      confirmLabel="发布"
      body={{ text: form.text, photos: form.photos.map(({ id }) => id) }}
      problems={form.text.trim() === '' ? { text: '请写一写办到哪一步了' } : {}}
      send={async (body, key) => {
        await reportProgress(task.id, body, key);
        clear();
      }}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <TextArea
            label="办到哪一步了"
            required
            max={TASK_LIMITS.progressMax}
            value={form.text}
            error={errors.text}
            onChange={(text) => update({ text })}
          />
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
