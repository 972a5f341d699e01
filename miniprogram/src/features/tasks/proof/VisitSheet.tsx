import {
  type AttachmentView,
  chinaDate,
  personalNumberHint,
  startOfChinaDay,
  VISIT_FINDING_LABELS,
  VISIT_FINDINGS,
  VISIT_LIMITS,
  type VisitFinding,
} from '@consult/shared';
import { useState } from 'react';
import { ChoiceField } from '@/components/ChoiceField';
import { DateTimeField } from '@/components/DateTimeField';
import { FormSheet } from '@/components/FormSheet';
import { PhotoField } from '@/components/PhotoField';
import { NO_PHOTOS_ON_THEIR_WAY, photoProblems } from '@/components/PhotoField/on-their-way';
import { TextArea } from '@/components/TextArea';
import { useSheetForm } from '@/hooks/useSheetForm';
import type { SheetProps } from '../structure/section';
import { recordVisit } from '../task-proof.api';

const CHOICES = VISIT_FINDINGS.map((value) => ({ value, label: VISIT_FINDING_LABELS[value] }));
const REQUIRED = { finding: '请选一项', text: '请写一写看到了什么' };

/** 看过了: when, what was seen, in words and photos. */
export function VisitSheet({ task, onDone }: SheetProps) {
  const today = startOfChinaDay(chinaDate(Date.now()));
  const form = useSheetForm(
    { day: today, finding: null as VisitFinding | null, text: '', photos: [] as AttachmentView[] },
    REQUIRED,
    `task-visit:${task.id}`,
  );
  const [onTheirWay, setOnTheirWay] = useState(NO_PHOTOS_ON_THEIR_WAY);
  const { day, finding, text, photos } = form.value;
  const isNotDone = finding === 'not_done';
  return (
    <FormSheet
      title="我去看过了"
      text={
        isNotDone
          ? '选“没有办好”，这件事会退回承办部门重新办理，并向所有人公开。'
          : '照实记下看到的。您写的话检查后向所有人公开，不公布姓名。'
      }
      confirmLabel={isNotDone ? '退回重办' : '记下来'}
      danger={isNotDone}
      body={{ visitedAt: day, finding: finding ?? 'done', text: text.trim(), photos: photos.map(({ id }) => id) }}
      problems={{ ...form.problems, ...photoProblems(onTheirWay) }}
      send={async (body, key) => {
        await recordVisit(task, body, key);
        form.clear();
      }}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <ChoiceField
            label="看到的情况"
            required
            choices={CHOICES}
            {...form.choice<VisitFinding>('finding', errors)}
          />
          <TextArea
            label="看到了什么"
            hint="哪里办好了，哪里还差一点"
            required
            max={VISIT_LIMITS.textMax}
            caution={personalNumberHint(text)}
            {...form.field('text', errors)}
          />
          <PhotoField
            label="现场照片"
            max={VISIT_LIMITS.photosMax}
            draftKey={form.key}
            onPhotos={setOnTheirWay}
            {...form.field('photos', errors)}
          />
          <DateTimeField
            label="哪天去的"
            required
            mode="date"
            max={today}
            {...form.field('day', { ...errors, ...(errors.visitedAt ? { day: errors.visitedAt } : {}) })}
          />
        </>
      )}
    </FormSheet>
  );
}
