import { type QuestionnaireDetail, type QuestionnaireResults, sayDate } from '@consult/shared';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import { getQuestionnaire, getResults } from '@/features/questionnaires/questionnaire.api';
import { QUESTIONNAIRE_PAGES } from '@/features/questionnaires/questionnaire.pages';
import { ResultBars } from '@/features/questionnaires/ResultBars';
import { useAsync } from '@/hooks/useAsync';
import { useShare } from '@/hooks/useShare';
import { useShownAgain } from '@/hooks/useShownAgain';
import { say } from '@/services/say';
import { useSession } from '@/services/session';
import { saveTable } from './save-table';
import { Texts } from './Texts';
import './index.scss';

/** What came of a questionnaire, `?id=`. */
export default function QuestionnaireResultsPage() {
  const { id = '' } = useRouter().params;
  const { me } = useSession();
  const { data, error, reload } = useAsync(async () => {
    const [questionnaire, results] = await Promise.all([getQuestionnaire(id), getResults(id)]);
    return { questionnaire, results };
  }, [id, me?.id]);
  useShownAgain(reload);
  const title = data?.questionnaire.title ?? '问卷结果';
  useShare({ title: `结果：${title}`, path: QUESTIONNAIRE_PAGES.results, query: { id } });
  return (
    <Page title="问卷结果">
      {!data && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />)}
      {data && !data.results.shown && <NotShown {...data.results} />}
      {data?.results.shown && (
        <>
          <Card>
            <Text className="results__title">{data.questionnaire.title}</Text>
            <Text className="results__count">共收到 {data.results.answers} 份答卷</Text>
            {data.questionnaire.handles && <TableButton questionnaire={data.questionnaire} />}
          </Card>
          {data.results.questions.map((result, index) =>
            result.kind === 'text' ? (
              <Texts key={result.questionId} questionnaire={data.questionnaire} result={result} number={index + 1} />
            ) : (
              <ResultBars key={result.questionId} result={result} number={index + 1} />
            ),
          )}
        </>
      )}
    </Page>
  );
}

function NotShown({ minimum, openUntil }: Extract<QuestionnaireResults, { shown: false }>) {
  if (openUntil !== null) {
    return (
      <StateBlock
        kind="empty"
        title="还在收答卷，先不显示"
        hint={`${sayDate(openUntil, Date.now())}结束后显示，以免看出谁刚答了什么`}
      />
    );
  }
  return <StateBlock kind="empty" title="答卷还太少，先不显示" hint={`满 ${minimum} 份后才显示，以免认出是谁答的`} />;
}

function TableButton({ questionnaire }: { questionnaire: QuestionnaireDetail }) {
  if (process.env.TARO_ENV !== 'h5') return <Text>要下载表格，请在电脑上打开。</Text>;
  const save = async () => {
    const problem = await saveTable(questionnaire);
    if (problem) say(problem);
  };
  return (
    <Button
      kind="secondary"
      icon="minutes"
      text={questionnaire.anonymous ? '下载表格（没有姓名）' : '下载表格'}
      onPress={save}
    />
  );
}
