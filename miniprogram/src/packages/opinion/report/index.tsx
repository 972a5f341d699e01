import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/Button';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { getOpinionReport } from '@/features/opinion/opinion.api';
import { OPINION_PAGES } from '@/features/opinion/opinion.pages';
import { ReportView } from '@/features/opinion/ReportView';
import { useAsync } from '@/hooks/useAsync';
import { useShare } from '@/hooks/useShare';
import { openPage } from '@/services/navigation';
import { useSession } from '@/services/session';
import { NoReport } from './NoReport';
import './index.scss';

/** 意见报告 of a round, `?id=`; in a browser it can be printed. */
export default function ReportPage() {
  const { id = '' } = useRouter().params;
  const { me } = useSession();
  const { data: report, error, reload } = useAsync(() => getOpinionReport(id), [id, me?.id]);
  useShare({ title: `${report?.title ?? '网络议政'}：意见报告`, path: OPINION_PAGES.report, query: { id } });
  return (
    <Page title="意见报告">
      {!report && !error && <Skeleton rows={4} />}
      {!report && error && <NoReport error={error} roundId={id} onRetry={reload} />}
      {report && (
        <>
          <ReportView report={report} />
          <View className="report-page__buttons screen-only">
            <Button
              kind="secondary"
              icon="people"
              text="看意见图谱"
              onPress={() => openPage(OPINION_PAGES.map, { id })}
            />
            {process.env.TARO_ENV === 'h5' && (
              <Button kind="secondary" icon="minutes" text="打印" onPress={() => window.print()} />
            )}
          </View>
        </>
      )}
    </Page>
  );
}
