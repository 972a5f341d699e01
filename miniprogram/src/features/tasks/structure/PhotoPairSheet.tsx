import { type AttachmentView, type PhotoPairView, TASK_LIMITS } from '@consult/shared';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { FormSheet } from '@/components/FormSheet';
import { PhotoField } from '@/components/PhotoField';
import { NO_PHOTOS_ON_THEIR_WAY, photoProblems } from '@/components/PhotoField/on-their-way';
import { TextField } from '@/components/TextField';
import { useMoves } from '@/hooks/useMoves';
import { useSheetForm } from '@/hooks/useSheetForm';
import { removePhotoPair, savePhotoPair } from '../task-structure.api';
import type { SheetProps } from './section';

const REQUIRED = { label: '请写拍的是什么' };
const listOf = (photo: AttachmentView | null | undefined): AttachmentView[] => (photo ? [photo] : []);

/** The photos of one place before and after; the second may come later. */
export function PhotoPairSheet({ task, pair, onDone }: SheetProps & { pair: PhotoPairView | null }) {
  const form = useSheetForm(
    { label: pair?.label ?? '', before: listOf(pair?.before), after: listOf(pair?.after) },
    REQUIRED,
  );
  const [beforeOnItsWay, setBeforeOnItsWay] = useState(NO_PHOTOS_ON_THEIR_WAY);
  const [afterOnItsWay, setAfterOnItsWay] = useState(NO_PHOTOS_ON_THEIR_WAY);
  const { ask, sheet } = useMoves(() => onDone(true));
  const { label, before, after } = form.value;
  const drop = () =>
    pair &&
    ask({
      title: `撤下“${pair.label}”的照片`,
      confirmLabel: '撤下',
      danger: true,
      onConfirm: (_, key) => removePhotoPair(task.id, pair.id, key),
    });
  const none = before.length === 0 && after.length === 0;
  return (
    <FormSheet
      title="整改前后照片"
      text="照片向所有人公开，答复时一并作为佐证。整改后的可以以后再补。"
      confirmLabel="保存"
      body={{
        label: label.trim(),
        ...(before[0] ? { before: before[0].id } : {}),
        ...(after[0] ? { after: after[0].id } : {}),
      }}
      problems={{
        ...form.problems,
        ...(none ? { before: '请添加整改前或整改后的照片' } : {}),
        ...photoProblems(beforeOnItsWay),
        ...photoProblems(afterOnItsWay),
      }}
      send={(body, key) => savePhotoPair(task.id, pair?.id ?? null, body, key)}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <TextField
            label="拍的是什么"
            placeholder="如：东入口坡道"
            required
            max={TASK_LIMITS.labelMax}
            {...form.field('label', errors)}
          />
          <PhotoField
            label="整改前"
            max={1}
            onPhotos={setBeforeOnItsWay}
            {...form.field('before', errors)}
            error={errors.before ?? errors.photos}
          />
          <PhotoField label="整改后" max={1} onPhotos={setAfterOnItsWay} {...form.field('after', errors)} />
          {pair && <Button kind="text" icon="trash" text="撤下这组照片" onPress={drop} />}
          {sheet}
        </>
      )}
    </FormSheet>
  );
}
