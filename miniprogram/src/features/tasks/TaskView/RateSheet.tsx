import {
  EVALUATION_QUESTION_WORDS,
  EVALUATION_QUESTIONS,
  type EvaluationQuestion,
  RATING_LABELS,
  RATINGS,
  type Rating,
  TASK_LIMITS,
  type TaskDetail,
  type TaskRate,
} from '@consult/shared';
import { useState } from 'react';
import { ChoiceField } from '@/components/ChoiceField';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { rateTask } from '../task.api';

interface Props {
  task: TaskDetail;
  onDone(changed: boolean): void;
}

const CHOICES = RATINGS.map((value) => ({ value, label: RATING_LABELS[value] }));

/** Three questions with three answers each; what was answered before can be changed. */
export function RateSheet({ task, onDone }: Props) {
  const before = task.myRating;
  const [answers, setAnswers] = useState<Partial<Record<EvaluationQuestion, Rating>>>(
    before ? { process: before.process, result: before.result, handling: before.handling } : {},
  );
  const [comment, setComment] = useState(before?.comment ?? '');
  const problems = Object.fromEntries(
    EVALUATION_QUESTIONS.filter((question) => answers[question] === undefined).map((question) => [
      question,
      '请选一项',
    ]),
  );
  return (
    <FormSheet
      title="评议"
      text="只公布汇总，不公布谁怎么评。评议期内可以改。"
      confirmLabel="提交"
      body={{ ...answers, ...(comment.trim() === '' ? {} : { comment: comment.trim() }) }}
      problems={problems}
      // Sent only once all three are answered, see `problems`.
      send={(body, key) => rateTask(task, body as TaskRate, key)}
      onDone={onDone}
    >
      {(errors) => (
        <>
          {EVALUATION_QUESTIONS.map((question) => (
            <ChoiceField
              key={question}
              label={EVALUATION_QUESTION_WORDS[question].ask}
              hint={EVALUATION_QUESTION_WORDS[question].hint}
              required
              choices={CHOICES}
              value={answers[question] ? [answers[question]] : []}
              error={errors[question]}
              // Two questions may be answered before the sheet is drawn again.
              onChange={([chosen]) => setAnswers((now) => ({ ...now, [question]: chosen }))}
            />
          ))}
          <TextArea
            label="还想说什么"
            max={TASK_LIMITS.commentMax}
            value={comment}
            error={errors.comment}
            onChange={setComment}
          />
        </>
      )}
    </FormSheet>
  );
}
