import { OPINION_LIMITS, type RoundEdit } from '@consult/shared';
import { Text } from '@tarojs/components';
import { Card } from '@/components/Card';
import { DateTimeField } from '@/components/DateTimeField';
import { EditorPage } from '@/components/EditorPage';
import { KeyValue } from '@/components/KeyValue';
import { Section } from '@/components/Section';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { TextListField } from '@/components/TextListField';
import { type EditorProps, useEditor } from '@/hooks/useEditor';
import { GoodStatements } from './GoodStatements';
import { inputOf, problemsOf, type RoundForm } from './round-form';
import './index.scss';

interface Props extends EditorProps<RoundForm, RoundEdit> {
  /** The topic or session that it is about. */
  subject: string;
}

/** The form of a round: what is asked, until when, and the first statements. */
export function RoundEditor({ pageTitle, draft, subject, initial, save, onSaved }: Props) {
  const editor = useEditor({
    keepAs: `opinion-round:${draft}`,
    initial,
    problemsOf: (filled) => problemsOf(filled, Date.now()),
    bodyOf: inputOf,
    save,
    onSaved,
  });
  const { value: form, update } = editor.draft;
  const { errors } = editor;
  const now = Date.now();

  return (
    <EditorPage title={pageTitle} editor={editor}>
      <Card>
        <KeyValue rows={[{ label: '围绕', value: <Text>{subject}</Text> }]} />
        <TextField
          label="题目"
          hint="一句话问清楚要大家谈什么"
          required
          max={OPINION_LIMITS.titleMax}
          value={form.title}
          error={errors.title}
          onChange={(title) => update({ title })}
        />
        <TextArea
          label="背景"
          hint="为什么问、问了以后怎么用"
          required
          max={OPINION_LIMITS.introMax}
          value={form.intro}
          error={errors.intro}
          onChange={(intro) => update({ intro })}
        />
        <DateTimeField
          label="开始时间"
          required
          mode="datetime"
          value={form.opensAt}
          error={errors.opensAt}
          onChange={(opensAt) => update({ opensAt })}
        />
        <DateTimeField
          label="截止时间"
          required
          mode="datetime"
          min={form.opensAt ?? now}
          value={form.closesAt}
          error={errors.closesAt}
          onChange={(closesAt) => update({ closesAt })}
        />
      </Card>
      <Section title="先放几条看法">
        <Card>
          <GoodStatements />
          <TextListField
            label="看法"
            hint={`${OPINION_LIMITS.seedsMin} 到 ${OPINION_LIMITS.seedsMax} 条，正反两面都要有`}
            required
            itemName="看法"
            max={OPINION_LIMITS.seedsMax}
            itemMax={OPINION_LIMITS.statementMax}
            value={form.seeds}
            error={errors.seeds}
            onChange={(seeds) => update({ seeds })}
          />
        </Card>
      </Section>
    </EditorPage>
  );
}
