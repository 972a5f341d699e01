import {
  chinaDate,
  endOfChinaDay,
  plainDate,
  RESEARCH_LIMITS,
  RESEARCH_METHOD_LABELS,
  RESEARCH_METHODS,
  type ResearchEdit,
} from '@consult/shared';
import { Card } from '@/components/Card';
import { ChoiceField } from '@/components/ChoiceField';
import { DateTimeField } from '@/components/DateTimeField';
import { EditorPage } from '@/components/EditorPage';
import { TextField } from '@/components/TextField';
import { PersonField } from '@/features/sessions/PersonField';
import { type EditorProps, useEditor } from '@/hooks/useEditor';
import { planOf, problemsOf, type ResearchForm } from './research-form';

interface Props extends EditorProps<ResearchForm, ResearchEdit> {
  /** Township code. */
  township: string;
  /** The last moment for the report, ms since 1970; null where no session is set. */
  latest: number | null;
}

const METHODS = RESEARCH_METHODS.map((value) => ({ value, label: RESEARCH_METHOD_LABELS[value] }));

/** The form of a research: what, how, who, by when. */
export function ResearchEditor({ pageTitle, draft, initial, township, latest, save, onSaved }: Props) {
  const editor = useEditor({
    keepAs: `research:${draft}`,
    initial,
    problemsOf: (filled) => problemsOf(filled, Date.now()),
    bodyOf: (filled) => ({ ...planOf(filled), revision: filled.revision }),
    save,
    onSaved,
  });
  const { value: form, update } = editor.draft;
  const { errors } = editor;
  const now = Date.now();

  return (
    <EditorPage title={pageTitle} editor={editor}>
      <Card>
        <TextField
          label="名称"
          required
          max={RESEARCH_LIMITS.titleMax}
          value={form.title}
          error={errors.title}
          onChange={(title) => update({ title })}
        />
        <ChoiceField
          label="怎么调研"
          required
          multiple
          choices={METHODS}
          value={form.methods}
          error={errors.methods}
          onChange={(methods) => update({ methods })}
        />
        <PersonField
          label="负责人"
          hint="由他写调研报告"
          required
          region={township}
          value={form.lead}
          error={errors.leadId}
          onChange={(lead) => update({ lead })}
        />
        <PersonField
          label="调研组"
          hint="开始后会通知他们，都能记走访、写报告"
          multiple
          region={township}
          value={form.members}
          error={errors.memberIds}
          onChange={(members) => update({ members: members.slice(0, RESEARCH_LIMITS.membersMax) })}
        />
        <DateTimeField
          label="报告时限"
          hint={latest === null ? '要赶在开会前，留出时间看材料' : `会前要留出时间，最晚${plainDate(latest)}`}
          required
          mode="date"
          min={now}
          max={latest ?? undefined}
          value={form.dueAt}
          error={errors.dueAt}
          onChange={(day) => update({ dueAt: endOf(day, latest) })}
        />
      </Card>
    </EditorPage>
  );
}

/** The end of a chosen day, or the last moment there is on it. */
function endOf(day: number, latest: number | null): number {
  const end = endOfChinaDay(chinaDate(day));
  return latest === null ? end : Math.min(end, latest);
}
