import { lengthOf, OUTCOME_LIMITS, type OutcomeDetail, type OutcomeInput } from '@consult/shared';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { BothSides } from '@/components/BothSides';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Page } from '@/components/Page';
import { RestoredNotice } from '@/components/RestoredNotice';
import { Section } from '@/components/Section';
import { TextArea } from '@/components/TextArea';
import { filledLines, TextListField } from '@/components/TextListField';
import { writeOutcome } from '@/features/outcomes/outcome.api';
import { OUTCOME_PAGES } from '@/features/outcomes/outcome.pages';
import { AgreedTasksField } from '@/features/tasks/AgreedTasksField';
import { agreedTaskProblems } from '@/features/tasks/AgreedTasksField/agreed-tasks';
import { useSubmission } from '@/hooks/useSubmission';
import { useDraft } from '@/services/drafts';
import { leaveFor } from '@/services/navigation';

function inputOf({ summary, suggestions, agreedTasks, revision }: OutcomeDetail): OutcomeInput {
  return {
    revision,
    summary,
    suggestions,
    tasks: agreedTasks.map(({ what, leadDepartmentId, coDepartmentIds, dueAt, funds }) => ({
      what,
      leadDepartmentId,
      coDepartmentIds,
      dueAt,
      funds,
    })),
  };
}

function problemsOf({ summary, tasks }: OutcomeInput): Record<string, string> {
  const { summaryMin } = OUTCOME_LIMITS;
  return {
    ...(lengthOf(summary.trim()) < summaryMin && { summary: `公开摘要至少写 ${summaryMin} 个字` }),
    ...agreedTaskProblems(tasks),
  };
}

/** Brings into view what kept the form from being saved, once it is drawn. */
function showProblem(): void {
  Taro.nextTick(() => void Taro.pageScrollTo({ selector: '.error-notice, .field--wrong', offsetTop: -80 }));
}

/** The form of an outcome: what everyone reads first, suggestions, and the tasks to hand out. */
export function OutcomeEditor({ outcome }: { outcome: OutcomeDetail }) {
  const draft = useDraft<OutcomeInput>(`outcome:${outcome.id}`, inputOf(outcome));
  const { value, update, clear } = draft;
  const [tried, setTried] = useState(false);
  const problems = problemsOf(value);
  const saving = useSubmission((body: OutcomeInput, key: string) =>
    writeOutcome(outcome.id, body, key).then(() => true),
  );

  const save = async () => {
    setTried(true);
    const complete = Object.keys(problems).length === 0;
    const suggestions = filledLines(value.suggestions);
    if (!complete || !(await saving.submit({ ...value, summary: value.summary.trim(), suggestions }))) {
      showProblem();
      return;
    }
    clear();
    await leaveFor(OUTCOME_PAGES.detail, { id: outcome.id });
  };
  const errors = { ...saving.error?.fields, ...(tried ? problems : {}) };
  return (
    <Page title="编写协商成果" footer={<Button block text="保存" onPress={save} />}>
      <RestoredNotice draft={draft} />
      <ErrorNotice error={saving.error} />
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
        <AgreedTasksField
          region={outcome.township}
          value={value.tasks}
          errors={errors}
          onChange={(tasks) => update({ tasks })}
        />
      </Section>
    </Page>
  );
}
