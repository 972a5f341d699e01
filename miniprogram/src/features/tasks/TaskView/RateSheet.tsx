import {
  EVALUATION_QUESTION_WORDS,
  EVALUATION_QUESTIONS,
  RATING_LABELS,
  RATINGS,
  type Rating,
  TASK_LIMITS,
  type TaskDetail,
  type TaskRate,
} from '@consult/shared';
import { ChoiceField } from '@/components/ChoiceField';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { useSheetForm } from '@/hooks/useSheetForm';
import { rateTask } from '../task.api';

interface Props {
  task: TaskDetail;
  onDone(changed: boolean): void;
}

const NOT_RATED = {
  process: null as Rating | null,
  result: null as Rating | null,
  handling: null as Rating | null,
  comment: null as string | null,
};
const UNANSWERED = '请选一项';
const REQUIRED = { process: UNANSWERED, result: UNANSWERED, handling: UNANSWERED };
const CHOICES = RATINGS.map((value) => ({ value, label: RATING_LABELS[value] }));

/** Three questions with three answers each; what was answered before can be changed. */
export function RateSheet({ task, onDone }: Props) {
  const { process, result, handling, comment } = task.myRating ?? NOT_RATED;
  // Of this evaluation: in the next one everything is asked anew.
  const keepAs = `task-rate:${task.id}:${task.evaluations[0]?.round ?? 1}`;
  const form = useSheetForm({ process, result, handling, comment: comment ?? '' }, REQUIRED, keepAs);
  const { comment: words, ...answers } = form.value;
  return (
    <FormSheet
      title="评议"
      text="只公布汇总，不公布谁怎么评。评议期内可以改。"
      confirmLabel="提交"
      body={{ ...answers, ...(words.trim() === '' ? {} : { comment: words.trim() }) }}
      problems={form.problems}
      // Sent only once all three are answered, see `problems`.
      send={async (body, key) => {
        await rateTask(task, body as TaskRate, key);
        form.clear();
      }}
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
              {...form.choice<Rating>(question, errors)}
            />
          ))}
          <TextArea label="还想说什么" max={TASK_LIMITS.commentMax} {...form.field('comment', errors)} />
        </>
      )}
    </FormSheet>
  );
}
