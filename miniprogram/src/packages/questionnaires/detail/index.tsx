import type { QuestionnaireDetail } from '@consult/shared';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Page } from '@/components/Page';
import { QuestionnaireView } from '@/features/questionnaires/QuestionnaireView';
import { QUESTIONNAIRE_PAGES } from '@/features/questionnaires/questionnaire.pages';
import { useShare } from '@/hooks/useShare';

/** One questionnaire to read and answer, `?id=`. */
export default function QuestionnairePage() {
  const { id = '' } = useRouter().params;
  const [questionnaire, setQuestionnaire] = useState<QuestionnaireDetail | null>(null);
  useShare({ title: questionnaire?.title ?? '请您答一份问卷', path: QUESTIONNAIRE_PAGES.detail, query: { id } });
  return (
    <Page title="问卷">
      <QuestionnaireView id={id} onLoaded={setQuestionnaire} />
    </Page>
  );
}
