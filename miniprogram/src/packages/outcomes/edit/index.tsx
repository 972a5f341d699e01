import { useRouter } from '@tarojs/taro';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import { getOutcome } from '@/features/outcomes/outcome.api';
import { useAsync } from '@/hooks/useAsync';
import { OutcomeEditor } from './OutcomeEditor';

/** An outcome that is being drafted, `?id=`. */
export default function OutcomeEditPage() {
  const { id = '' } = useRouter().params;
  const { data: outcome, error, reload } = useAsync(() => getOutcome(id), [id]);
  if (outcome?.canEdit) return <OutcomeEditor key={outcome.id} outcome={outcome} />;
  return (
    <Page title="编写协商成果">
      {outcome && <StateBlock kind="forbidden" title="这份成果现在不能修改" />}
      {!outcome && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />)}
    </Page>
  );
}
