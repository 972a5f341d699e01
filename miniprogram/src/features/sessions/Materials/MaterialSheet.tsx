import {
  MATERIAL_AUDIENCE_LABELS,
  MATERIAL_AUDIENCES,
  MATERIAL_LIMITS,
  type MaterialAudience,
  programmeRows,
  type SessionDetail,
  truncate,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ChoiceField } from '@/components/ChoiceField';
import { Field } from '@/components/Field';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { useSheetForm } from '@/hooks/useSheetForm';
import { chooseDocument } from '@/services/documents';
import { type LocalPhoto, uploadMaterial } from '@/services/upload';
import { addMaterial } from './material.api';
import { sayBytes } from './say-bytes';

interface Props {
  session: SessionDetail;
  onDone(changed: boolean): void;
}

const AUDIENCES = MATERIAL_AUDIENCES.map((value) => ({ value, label: MATERIAL_AUDIENCE_LABELS[value] }));
const WHOLE = 'whole';
type MaterialForm = 'file' | 'text';
const EMPTY = {
  form: 'file' as MaterialForm,
  text: '',
  title: '',
  audience: 'public' as MaterialAudience,
  itemId: WHOLE,
};

/** Adds a paper: a file, or a text written here. */
export function MaterialSheet({ session, onDone }: Props) {
  const sheet = useSheetForm(EMPTY, { title: '请写明是什么材料' }, `material:${session.id}`);
  const { form, text, title, audience, itemId } = sheet.value;
  const [file, setFile] = useState<LocalPhoto | null>(null);

  const choose = async () => {
    const chosen = await chooseDocument();
    if (chosen === null) return;
    setFile(chosen);
    const name = truncate(chosen.name.replace(/\.[^.]+$/, ''), MATERIAL_LIMITS.titleMax);
    if (title === '') sheet.field('title', {}).onChange(name);
  };
  const problems: Record<string, string> = { ...sheet.problems };
  if (form === 'file' && file === null) problems.fileId = '请选择文件';
  if (form === 'text' && text.trim() === '') problems.text = '请填写内容';

  const send = async (body: { title: string; audience: MaterialAudience; itemId?: string }, key: string) => {
    if (form === 'text') return addMaterial(session.id, { ...body, text }, key);
    if (file === null) return null;
    const { id: fileId } = await uploadMaterial(file, `${key}:file`);
    return addMaterial(session.id, { ...body, fileId }, key);
  };
  const about = [
    { value: WHOLE, label: '整场会议' },
    ...programmeRows(session.programme).map(({ item, number }) => ({
      value: item.id,
      label: `${number}${item.title}`,
    })),
  ];
  return (
    <FormSheet
      title="加一份材料"
      confirmLabel="发布材料"
      body={{ title, audience, ...(itemId !== WHOLE && { itemId }), form, file: file?.path, text }}
      problems={problems}
      send={async ({ title: name, audience: readers, itemId: item }, key) => {
        await send({ title: name, audience: readers, ...(item !== undefined && { itemId: item }) }, key);
        sheet.clear();
      }}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <ChoiceField
            label="形式"
            required
            choices={[
              { value: 'file', label: '文件' },
              { value: 'text', label: '直接写文字' },
            ]}
            {...sheet.choice<MaterialForm>('form', errors)}
          />
          {form === 'file' && (
            <Field
              label="文件"
              required
              hint={`PDF、Word、Excel、PPT 或图片，${MATERIAL_LIMITS.bytesMax / 1024 / 1024} MB 以内`}
              error={errors.fileId}
            >
              <View className="materials__file">
                {file && <Text>{`${file.name || '已选文件'}（${sayBytes(file.size)}）`}</Text>}
                <Button kind="secondary" text={file ? '换一个' : '选择文件'} onPress={() => void choose()} />
              </View>
            </Field>
          )}
          {form === 'text' && (
            <TextArea label="内容" required max={MATERIAL_LIMITS.textMax} {...sheet.field('text', errors)} />
          )}
          <TextField label="材料名称" required max={MATERIAL_LIMITS.titleMax} {...sheet.field('title', errors)} />
          <ChoiceField
            label="谁能看"
            required
            choices={AUDIENCES}
            {...sheet.choice<MaterialAudience>('audience', errors)}
          />
          <ChoiceField
            label="用于哪项议程"
            required
            look="sheet"
            choices={about}
            {...sheet.choice<string>('itemId', errors)}
          />
        </>
      )}
    </FormSheet>
  );
}
