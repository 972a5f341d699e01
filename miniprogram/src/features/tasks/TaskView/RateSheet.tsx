import { RATING_LABELS, RATINGS, type Rating, TASK_LIMITS, type TaskDetail, type TaskRate } from '@consult/shared';
import { useState } from 'react';
import { ChoiceField } from '@/components/ChoiceField';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { rateTask } from '../task.api';

interface Props {
  task: TaskDetail;
  onDone(changed: boolean): void;
}

type Aspect = 'process' | 'result' | 'handling';

const QUESTIONS: readonly { aspect: Aspect; label: string; hint: string }[] = [
  { aspect: 'process', label: '协商过程', hint: '大家的话有没有说透、听进去' },
  { aspect: 'result', label: '商定的办法', hint: '定下的办法合不合理' },
  { aspect: 'handling', label: '办得怎么样', hint: '承诺的事办好了没有，按它算满意度' },
];

const CHOICES = RATINGS.map((value) => ({ value, label: RATING_LABELS[value] }));

/** Three questions with three answers each; what was answered before can be changed. */
export function RateSheet({ task, onDone }: Props) {
  const before = task.myRating;
  const [answers, setAnswers] = useState<Partial<Record<Aspect, Rating>>>(
    before ? { process: before.process, result: before.result, handling: before.handling } : {},
  );
  const [comment, setComment] = useState(before?.comment ?? '');
  const problems = Object.fromEntries(
    QUESTIONS.filter(({ aspect }) => answers[aspect] === undefined).map(({ aspect }) => [aspect, '请选一项']),
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
          {QUESTIONS.map(({ aspect, label, hint }) => (
            <ChoiceField
              key={aspect}
              label={label}
              hint={hint}
              required
              choices={CHOICES}
              value={answers[aspect] ? [answers[aspect]] : []}
              error={errors[aspect]}
              onChange={([chosen]) => setAnswers({ ...answers, [aspect]: chosen })}
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
