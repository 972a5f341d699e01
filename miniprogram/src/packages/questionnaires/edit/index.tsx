import { useRouter } from '@tarojs/taro';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import { SignedIn } from '@/features/identity/SignedIn';
import {
  createQuestionnaire,
  getQuestionnaire,
  updateQuestionnaire,
} from '@/features/questionnaires/questionnaire.api';
import { QUESTIONNAIRE_PAGES } from '@/features/questionnaires/questionnaire.pages';
import { useAsync } from '@/hooks/useAsync';
import { goBack, replacePage } from '@/services/navigation';
import { useSession } from '@/services/session';
import { QuestionnaireEditor } from './QuestionnaireEditor';
import { formOf, newQuestionnaire } from './questionnaire-form';
import './index.scss';

/** Builds a questionnaire for a research (`?researchId=`), or changes one that is not open yet (`?id=`). */
export default function QuestionnaireEditPage() {
  const { id, researchId = '' } = useRouter().params;
  const { me } = useSession();
  if (!me) {
    return (
      <Page title="编写问卷">
        <SignedIn>{null}</SignedIn>
      </Page>
    );
  }
  if (id) return <ChangeQuestionnaire id={id} />;
  return (
    <QuestionnaireEditor
      pageTitle="编写问卷"
      draft={`new:${researchId}`}
      initial={newQuestionnaire(Date.now())}
      save={async ({ revision: _, ...body }, key) => (await createQuestionnaire(researchId, body, key)).id}
      onSaved={(created) => void replacePage(QUESTIONNAIRE_PAGES.detail, { id: created })}
    />
  );
}

function ChangeQuestionnaire({ id }: { id: string }) {
  const { data, error, reload } = useAsync(() => getQuestionnaire(id), [id]);
  if (!data?.canEdit) {
    return (
      <Page title="修改问卷">
        {data && <StateBlock kind="forbidden" title="发布以后不能再修改问卷" />}
        {!data && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />)}
      </Page>
    );
  }
  return (
    <QuestionnaireEditor
      pageTitle="修改问卷"
      draft={id}
      initial={formOf(data)}
      save={async (body, key) => (await updateQuestionnaire(id, body, key)).id}
      onSaved={() => void goBack()}
    />
  );
}
