import {
  type AttachmentView,
  CASE_LIMITS,
  CASE_PART_HINTS,
  CASE_PART_LABELS,
  CASE_PARTS,
  type CaseDetail,
  type CaseInput,
  lengthOf,
} from '@consult/shared';
import { useState } from 'react';
import { Card } from '@/components/Card';
import { EditorPage } from '@/components/EditorPage';
import { PhotoField } from '@/components/PhotoField';
import { NO_PHOTOS_ON_THEIR_WAY, photoProblems } from '@/components/PhotoField/on-their-way';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { filledLines, TextListField } from '@/components/TextListField';
import { writeCase } from '@/features/cases/case.api';
import { CASE_PAGES } from '@/features/cases/case.pages';
import { useEditor } from '@/hooks/useEditor';
import { leaveFor } from '@/services/navigation';

type Form = Omit<CaseInput, 'photos'> & { photos: AttachmentView[] };

function formOf({ title, background, process, turningPoints, result, lessons, photos, revision }: CaseDetail): Form {
  return { title, background, process, turningPoints, result, lessons, photos, revision };
}

function problemsOf({ title }: Form): Record<string, string> {
  return lengthOf(title.trim()) < CASE_LIMITS.titleMin ? { title: `标题至少写 ${CASE_LIMITS.titleMin} 个字` } : {};
}

const inputOf = (form: Form): CaseInput => ({
  ...form,
  title: form.title.trim(),
  turningPoints: filledLines(form.turningPoints),
  photos: form.photos.map(({ id }) => id),
});

/** The form of a case: its parts in the order in which they are read. Saving it sends nothing in. */
export function CaseEditor({ item }: { item: CaseDetail }) {
  const [onTheirWay, setOnTheirWay] = useState(NO_PHOTOS_ON_THEIR_WAY);
  const editor = useEditor({
    keepAs: `case:${item.id}`,
    initial: formOf(item),
    problemsOf: (filled) => ({ ...problemsOf(filled), ...photoProblems(onTheirWay) }),
    bodyOf: inputOf,
    save: (body, key) => writeCase(item.id, body, key),
    onSaved: () => leaveFor(CASE_PAGES.detail, { id: item.id }),
  });
  const { draft, errors } = editor;
  const { value, update } = draft;
  return (
    <EditorPage title="编写案例" editor={editor}>
      <Card>
        <TextField
          label="标题"
          hint="一句话说清做成了什么"
          required
          max={CASE_LIMITS.titleMax}
          value={value.title}
          error={errors.title}
          onChange={(title) => update({ title })}
        />
        {CASE_PARTS.map((part) =>
          part === 'turningPoints' ? (
            <TextListField
              key={part}
              label={CASE_PART_LABELS[part]}
              required
              hint={CASE_PART_HINTS[part]}
              itemName="转折点"
              max={CASE_LIMITS.turningPointsMax}
              itemMax={CASE_LIMITS.turningPointMax}
              value={value.turningPoints}
              error={errors.turningPoints}
              onChange={(turningPoints) => update({ turningPoints })}
            />
          ) : (
            <TextArea
              key={part}
              label={CASE_PART_LABELS[part]}
              required
              hint={CASE_PART_HINTS[part]}
              max={CASE_LIMITS.textMax}
              value={value[part]}
              error={errors[part]}
              onChange={(text) => update({ [part]: text })}
            />
          ),
        )}
        <PhotoField
          label="照片"
          max={CASE_LIMITS.photosMax}
          value={value.photos}
          error={errors.photos}
          draftKey={draft.key}
          onPhotos={setOnTheirWay}
          onChange={(photos) => update({ photos })}
        />
      </Card>
    </EditorPage>
  );
}
