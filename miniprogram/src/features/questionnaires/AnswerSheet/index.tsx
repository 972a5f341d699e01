import { answerProblem, type Question, type SheetInput } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ErrorNotice } from '@/components/ErrorNotice';
import type { ApiError } from '@/services/api-error';
import { QuestionCard } from './QuestionCard';
import './index.scss';

/** What is filled in so far, and the question that is open. */
export interface Answers {
  step: number;
  values: Record<string, string[]>;
}

interface Props {
  questions: readonly Question[];
  answers: Answers;
  onChange(change: Partial<Answers>): void;
  sending?: boolean;
  error?: ApiError | null;
  /** Left out: a preview, which sends nothing. */
  onSend?(sheet: SheetInput): unknown;
  /** Back to where it began. */
  onLeave(): void;
}

/** One question after another, each alone on the screen; what was answered stays when one goes back. */
export function AnswerSheet({ questions, answers, onChange, sending = false, error = null, onSend, onLeave }: Props) {
  const [tried, setTried] = useState<string | null>(null);
  const step = Math.min(Math.max(answers.step, 0), questions.length - 1);
  const question = questions[step];
  if (!question) return null;
  const values = answers.values[question.id] ?? [];
  const problem = answerProblem(question, values);
  const isLast = step === questions.length - 1;
  const back = () => (step === 0 ? onLeave() : onChange({ step: step - 1 }));
  const next = () => {
    setTried(question.id);
    if (problem !== null) return;
    if (!isLast) {
      onChange({ step: step + 1 });
      return;
    }
    const wrong = questions.findIndex((one) => answerProblem(one, answers.values[one.id] ?? []) !== null);
    if (wrong !== -1) {
      onChange({ step: wrong });
      return;
    }
    const given = questions.map(({ id }) => ({ questionId: id, values: answers.values[id] ?? [] }));
    return onSend?.({ answers: given.filter((answer) => answer.values.length > 0) });
  };
  const done = Math.round(((step + 1) / questions.length) * 100);
  return (
    <View className="answer-sheet">
      <View className="answer-sheet__progress">
        <Text className="answer-sheet__count">
          第 {step + 1} 题，共 {questions.length} 题
        </Text>
        <View className="answer-sheet__track">
          <View className="answer-sheet__done" style={{ width: `${done}%` }} />
        </View>
      </View>
      <QuestionCard
        key={question.id}
        question={question}
        number={step + 1}
        values={values}
        error={tried === question.id ? problem : null}
        onChange={(given) => onChange({ values: { ...answers.values, [question.id]: given } })}
      />
      <ErrorNotice error={error} />
      <View className="answer-sheet__buttons">
        <Button block kind="secondary" text={step > 0 ? '上一题' : onSend ? '先不答' : '不看了'} onPress={back} />
        {isLast && !onSend ? (
          <Button block text="看完了" onPress={onLeave} />
        ) : (
          <Button block text={isLast ? '提交答卷' : '下一题'} loading={sending} onPress={next} />
        )}
      </View>
    </View>
  );
}
