import { lengthOf, OUTCOME_LIMITS, type OutcomeDetail, type OutcomeInput } from '@consult/shared';
import { Text } from '@tarojs/components';
import { BothSides } from '@/components/BothSides';
import { Card } from '@/components/Card';
import { EditorPage } from '@/components/EditorPage';
import { Section } from '@/components/Section';
import { TextArea } from '@/components/TextArea';
import { filledLines, TextListField } from '@/components/TextListField';
import { writeOutcome } from '@/features/outcomes/outcome.api';
import { OUTCOME_PAGES } from '@/features/outcomes/outcome.pages';
import { AgreedTasksField } from '@/features/tasks/AgreedTasksField';
import { agreedTaskProblems, plainTask } from '@/features/tasks/AgreedTasksField/agreed-tasks';
import { useEditor } from '@/hooks/useEditor';
import { leaveFor } from '@/services/navigation';
import './index.scss';

const COPIES = '印在成果报告末页的“抄送”一栏，只有工作人员看得到。';

function inputOf({ summary, suggestions, agreedTasks, recipients, revision }: OutcomeDetail): OutcomeInput {
  return {
    revision,
    summary,
    suggestions,
    tasks: agreedTasks.map(plainTask),
    recipients,
  };
}

function problemsOf({ summary, tasks }: OutcomeInput): Record<string, string> {
  const { summaryMin } = OUTCOME_LIMITS;
  return {
    ...(lengthOf(summary.trim()) < summaryMin && { summary: `公开摘要至少写 ${summaryMin} 个字` }),
    ...agreedTaskProblems(tasks),
  };
}

/** The form of an outcome: what everyone reads first, suggestions, and the tasks to hand out. */
export function OutcomeEditor({ outcome }: { outcome: OutcomeDetail }) {
  const editor = useEditor({
    keepAs: `outcome:${outcome.id}`,
    initial: inputOf(outcome),
    problemsOf,
    bodyOf: ({ summary, suggestions, recipients, ...rest }) => ({
      ...rest,
      summary: summary.trim(),
      suggestions: filledLines(suggestions),
      ...(recipients && { recipients: filledLines(recipients) }),
    }),
    save: (body, key) => writeOutcome(outcome.id, body, key).then(() => true),
    onSaved: () => leaveFor(OUTCOME_PAGES.detail, { id: outcome.id }),
  });
  const { draft, errors } = editor;
  const { value, update } = draft;
  // A draft that nobody has written yet comes with those of the township's last report.
  const offered = outcome.revision === 0 && outcome.recipients.length > 0;
  return (
    <EditorPage title="编写协商成果" editor={editor}>
      <Card>
        <TextArea
          label="公开摘要"
          hint="大家最先看到的一段：商量了什么、定了什么、谁来办"
          required
          max={OUTCOME_LIMITS.summaryMax}
          value={value.summary}
          error={errors.summary}
          onChange={(summary) => update({ summary })}
        />
        <TextListField
          label="建议"
          itemName="建议"
          max={OUTCOME_LIMITS.suggestionsMax}
          itemMax={OUTCOME_LIMITS.suggestionMax}
          value={value.suggestions}
          error={errors.suggestions}
          onChange={(suggestions) => update({ suggestions })}
        />
      </Card>
      <Section title="共识和保留意见（来自纪要，不能改）">
        <BothSides consensus={outcome.consensus} dissent={outcome.dissent} noDissent={outcome.noDissent} />
      </Section>
      <Section title="要交办的任务">
        <Text className="outcome-edit__note">
          任务从纪要转来。缺的可以补，可以加；改了商定的，所有人都会看到与纪要不同在哪里。商定的本身写错了，请更正纪要。
        </Text>
        <AgreedTasksField
          region={outcome.township}
          value={value.tasks}
          errors={errors}
          minutes={outcome.minutesTasks}
          onChange={(tasks) => update({ tasks })}
        />
      </Section>
      <Section title="报送给谁">
        <Card>
          <TextListField
            label="报送单位"
            hint={offered ? `${COPIES}已按上次的填好，请核对` : COPIES}
            itemName="报送单位"
            placeholder="县委办公室"
            max={OUTCOME_LIMITS.recipientsMax}
            itemMax={OUTCOME_LIMITS.recipientMax}
            value={value.recipients ?? []}
            error={errors.recipients}
            onChange={(recipients) => update({ recipients })}
          />
        </Card>
      </Section>
    </EditorPage>
  );
}
