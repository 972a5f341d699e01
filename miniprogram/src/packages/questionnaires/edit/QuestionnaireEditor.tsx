import {
  ANONYMITY_NOTES,
  chinaDate,
  endOfChinaDay,
  QUESTION_KIND_LABELS,
  QUESTION_KINDS,
  QUESTIONNAIRE_LIMITS,
  type Question,
  type QuestionnaireEdit,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ChoiceField } from '@/components/ChoiceField';
import { DateTimeField } from '@/components/DateTimeField';
import { EditorPage } from '@/components/EditorPage';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { AnswerSheet, type Answers } from '@/features/questionnaires/AnswerSheet';
import { type EditorProps, useEditor } from '@/hooks/useEditor';
import { QuestionEditor } from './QuestionEditor';
import { inputOf, moved, newQuestion, plainQuestion, problemsOf, type QuestionnaireForm } from './questionnaire-form';

const NAMED = [
  { value: 'anonymous', label: '不记名' },
  { value: 'named', label: '记名' },
] as const;

/** Builds a questionnaire: what it is, its questions in order, and how it looks to those who answer. */
export function QuestionnaireEditor({
  pageTitle,
  draft,
  initial,
  save,
  onSaved,
}: EditorProps<QuestionnaireForm, QuestionnaireEdit>) {
  const editor = useEditor({
    keepAs: `questionnaire-form:${draft}`,
    initial,
    problemsOf: (filled) => problemsOf(filled, Date.now()),
    bodyOf: (filled) => ({ ...inputOf(filled), revision: filled.revision }),
    save,
    onSaved,
  });
  const { value: form, update } = editor.draft;
  const { errors } = editor;
  const [preview, setPreview] = useState<Answers | null>(null);
  const questions = form.questions;
  const change = (index: number, over: Partial<Question>) =>
    update({ questions: questions.map((question, i) => (i === index ? { ...question, ...over } : question)) });

  if (preview !== null) {
    return (
      <Page title="预览">
        <AnswerSheet
          questions={questions.map(plainQuestion)}
          answers={preview}
          onChange={(over) => setPreview({ ...preview, ...over })}
          onLeave={() => setPreview(null)}
        />
      </Page>
    );
  }
  return (
    <EditorPage
      title={pageTitle}
      editor={editor}
      beside={<Button block reads kind="secondary" text="预览" onPress={() => setPreview({ step: 0, values: {} })} />}
    >
      <Card>
        <TextField
          label="问卷名称"
          required
          max={QUESTIONNAIRE_LIMITS.titleMax}
          value={form.title}
          error={errors.title}
          onChange={(title) => update({ title })}
        />
        <TextArea
          label="说明"
          placeholder="为什么问、答了有什么用"
          max={QUESTIONNAIRE_LIMITS.introMax}
          value={form.intro}
          error={errors.intro}
          onChange={(intro) => update({ intro })}
        />
        <ChoiceField
          label="记不记名"
          hint={ANONYMITY_NOTES[form.anonymous ? 'anonymous' : 'named']}
          required
          choices={NAMED}
          value={[form.anonymous ? 'anonymous' : 'named']}
          onChange={([chosen]) => update({ anonymous: chosen !== 'named' })}
        />
        <DateTimeField
          label="截止日期"
          required
          mode="date"
          min={Date.now()}
          value={form.closesAt}
          error={errors.closesAt}
          onChange={(day) => update({ closesAt: endOfChinaDay(chinaDate(day)) })}
        />
      </Card>
      <Section title={`题目（${questions.length}）`}>
        {questions.map((question, index) => (
          <QuestionEditor
            key={question.id}
            question={question}
            number={index + 1}
            isLast={index === questions.length - 1}
            error={errors[question.id]}
            onChange={(over) => change(index, over)}
            onMove={(by) => update({ questions: moved(questions, index, by) })}
            onRemove={() => update({ questions: questions.filter((_, i) => i !== index) })}
          />
        ))}
        {questions.length < QUESTIONNAIRE_LIMITS.questionsMax && (
          <View className="question-editor__add">
            {QUESTION_KINDS.map((kind) => (
              <Button
                key={kind}
                kind="secondary"
                icon="plus"
                text={QUESTION_KIND_LABELS[kind]}
                label={`加一道${QUESTION_KIND_LABELS[kind]}题`}
                onPress={() => update({ questions: [...questions, newQuestion(kind)] })}
              />
            ))}
          </View>
        )}
      </Section>
      {errors.questions && <Text className="field__error">{errors.questions}</Text>}
    </EditorPage>
  );
}
