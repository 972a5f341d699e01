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
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Page } from '@/components/Page';
import { PhotoField } from '@/components/PhotoField';
import { NO_PHOTOS_ON_THEIR_WAY, photoProblems } from '@/components/PhotoField/on-their-way';
import { RestoredNotice } from '@/components/RestoredNotice';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { filledLines, TextListField } from '@/components/TextListField';
import { writeCase } from '@/features/cases/case.api';
import { CASE_PAGES } from '@/features/cases/case.pages';
import { useSubmission } from '@/hooks/useSubmission';
import { useDraft } from '@/services/drafts';
import { leaveFor } from '@/services/navigation';

type Form = Omit<CaseInput, 'photos'> & { photos: AttachmentView[] };

function formOf({ title, background, process, turningPoints, result, lessons, photos, revision }: CaseDetail): Form {
  return { title, background, process, turningPoints, result, lessons, photos, revision };
}

/** Brings into view what kept the form from being saved, once it is drawn. */
function showProblem(): void {
  Taro.nextTick(() => void Taro.pageScrollTo({ selector: '.error-notice, .field--wrong', offsetTop: -80 }));
}

/** The form of a case: its parts in the order in which they are read. Saving it sends nothing in. */
export function CaseEditor({ item }: { item: CaseDetail }) {
  const draft = useDraft<Form>(`case:${item.id}`, formOf(item));
  const { value, update, clear } = draft;
  const [onTheirWay, setOnTheirWay] = useState(NO_PHOTOS_ON_THEIR_WAY);
  const [tried, setTried] = useState(false);
  const saving = useSubmission((body: CaseInput, key: string) => writeCase(item.id, body, key).then(() => true));
  const problems: Record<string, string> = {
    ...(lengthOf(value.title.trim()) < CASE_LIMITS.titleMin && { title: `标题至少写 ${CASE_LIMITS.titleMin} 个字` }),
    ...photoProblems(onTheirWay),
  };

  const save = async () => {
    setTried(true);
    const body: CaseInput = {
      ...value,
      title: value.title.trim(),
      turningPoints: filledLines(value.turningPoints),
      photos: value.photos.map(({ id }) => id),
    };
    if (Object.keys(problems).length > 0 || !(await saving.submit(body))) {
      showProblem();
      return;
    }
    clear();
    await leaveFor(CASE_PAGES.detail, { id: item.id });
  };
  const errors: Record<string, string | undefined> = { ...saving.error?.fields, ...(tried ? problems : {}) };
  return (
    <Page title="编写案例" footer={<Button block text="保存" onPress={save} />}>
      <RestoredNotice draft={draft} />
      <ErrorNotice error={saving.error} />
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
    </Page>
  );
}
