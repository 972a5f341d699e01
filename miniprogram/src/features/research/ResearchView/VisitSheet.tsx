import { type AttachmentView, RESEARCH_LIMITS } from '@consult/shared';
import { useState } from 'react';
import { DateTimeField } from '@/components/DateTimeField';
import { FormSheet } from '@/components/FormSheet';
import { PhotoField } from '@/components/PhotoField';
import { NO_PHOTOS_ON_THEIR_WAY, photoProblems } from '@/components/PhotoField/on-their-way';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { useSheetForm } from '@/hooks/useSheetForm';
import { addVisit } from '../research.api';

interface Props {
  researchId: string;
  onDone(changed: boolean): void;
}

const REQUIRED = { place: '请写去了哪里', who: '请写见了谁', found: '请写了解到什么' };

/** One visit: when, where, whom, what, with photos. */
export function VisitSheet({ researchId, onDone }: Props) {
  const [now] = useState(() => Date.now());
  const initial = { visitedAt: now, place: '', who: '', found: '', photos: [] as AttachmentView[] };
  const form = useSheetForm(initial, REQUIRED, `visit:${researchId}`);
  const [onTheirWay, setOnTheirWay] = useState(NO_PHOTOS_ON_THEIR_WAY);
  const { photos, ...words } = form.value;
  return (
    <FormSheet
      title="记一次走访"
      text="只给调研组和工作人员看。"
      confirmLabel="保存"
      body={{ ...words, photos: photos.map(({ id }) => id) }}
      problems={{ ...form.problems, ...photoProblems(onTheirWay) }}
      send={async (body, key) => {
        await addVisit(researchId, body, key);
        form.clear();
      }}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <DateTimeField label="哪一天" required mode="date" max={now} {...form.field('visitedAt', errors)} />
          <TextField label="去了哪里" required max={RESEARCH_LIMITS.placeMax} {...form.field('place', errors)} />
          <TextField
            label="见了谁"
            required
            placeholder="如：一号楼住户 6 人、物业经理"
            max={RESEARCH_LIMITS.whoMax}
            {...form.field('who', errors)}
          />
          <TextArea label="了解到什么" required max={RESEARCH_LIMITS.foundMax} {...form.field('found', errors)} />
          <PhotoField
            label="照片"
            max={RESEARCH_LIMITS.photosMax}
            draftKey={form.key}
            onPhotos={setOnTheirWay}
            {...form.field('photos', errors)}
          />
        </>
      )}
    </FormSheet>
  );
}
