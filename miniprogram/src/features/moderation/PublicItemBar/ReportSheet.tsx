import {
  CONTENT_KIND_LABELS,
  type PublicKind,
  REPORT_CATEGORIES,
  REPORT_CATEGORY_LABELS,
  REPORT_NOTE_MAX,
  type ReportCategory,
  type ReportInput,
} from '@consult/shared';
import { ChoiceField } from '@/components/ChoiceField';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { useSheetForm } from '@/hooks/useSheetForm';
import { reportItem } from '../moderation.api';

const CHOICES = REPORT_CATEGORIES.map((value) => ({ value, label: REPORT_CATEGORY_LABELS[value] }));
const EMPTY = { category: null as ReportCategory | null, note: '' };
const REQUIRED = { category: '请选择举报的原因' };

interface Props {
  kind: PublicKind;
  id: string;
  onDone(sent: boolean): void;
}

/** 举报: what is wrong with something that everyone sees. */
export function ReportSheet({ kind, id, onDone }: Props) {
  const form = useSheetForm(EMPTY, REQUIRED, `report:${kind}:${id}`);
  const note = form.value.note.trim();
  return (
    <FormSheet
      title={`举报这项${CONTENT_KIND_LABELS[kind]}`}
      text="工作人员会核实，结果在“我的举报”里看。别人不会知道是您举报的。"
      confirmLabel="提交举报"
      body={{ kind, itemId: id, category: form.value.category, ...(note !== '' && { note }) }}
      problems={form.problems}
      send={async (body, key) => {
        await reportItem(body as ReportInput, key);
        form.clear();
      }}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <ChoiceField label="原因" required choices={CHOICES} {...form.choice<ReportCategory>('category', errors)} />
          <TextArea
            label="具体说明"
            placeholder="如：第二段写了别人的电话"
            max={REPORT_NOTE_MAX}
            {...form.field('note', errors)}
          />
        </>
      )}
    </FormSheet>
  );
}
