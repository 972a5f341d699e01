import { type AttachmentView, LOOK_BACK_LIMITS, personalNumberHint } from '@consult/shared';
import { useState } from 'react';
import { FormSheet } from '@/components/FormSheet';
import { PhotoField } from '@/components/PhotoField';
import { NO_PHOTOS_ON_THEIR_WAY, photoProblems } from '@/components/PhotoField/on-their-way';
import { TextArea } from '@/components/TextArea';
import { useSheetForm } from '@/hooks/useSheetForm';
import type { SheetProps } from '../structure/section';
import { answerLookBack } from '../task-proof.api';

const EMPTY = { reason: '', photos: [] as AttachmentView[] };

/** What is not good any more, with photos. */
export function NotWorkingSheet({ task, lookBackId, onDone }: SheetProps & { lookBackId: string }) {
  const form = useSheetForm(EMPTY, { reason: '请写一写哪里不好用' }, `look-back:${lookBackId}`);
  const [onTheirWay, setOnTheirWay] = useState(NO_PHOTOS_ON_THEIR_WAY);
  const { reason, photos } = form.value;
  return (
    <FormSheet
      title="哪里不好用了"
      text="召集人会看到并处理：重新办理，或者公开答复。不公布您的姓名。"
      confirmLabel="告诉召集人"
      body={{ lookBackId, works: false, reason: reason.trim(), photos: photos.map(({ id }) => id) }}
      problems={{ ...form.problems, ...photoProblems(onTheirWay) }}
      send={async (body, key) => {
        await answerLookBack(task, body, key);
        form.clear();
      }}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <TextArea
            label="怎么不好用"
            required
            max={LOOK_BACK_LIMITS.reasonMax}
            caution={personalNumberHint(reason)}
            {...form.field('reason', errors)}
          />
          <PhotoField
            label="照片"
            max={LOOK_BACK_LIMITS.photosMax}
            draftKey={form.key}
            onPhotos={setOnTheirWay}
            {...form.field('photos', errors)}
          />
        </>
      )}
    </FormSheet>
  );
}
