import { sayMoment } from '@consult/shared';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import { getRound } from '@/features/opinion/opinion.api';
import { OPINION_PAGES } from '@/features/opinion/opinion.pages';
import { useAsync } from '@/hooks/useAsync';
import type { ApiError } from '@/services/api-error';
import { openPage } from '@/services/navigation';

interface Props {
  error: ApiError;
  roundId: string;
  onRetry(): unknown;
}

/** In place of a report: what went wrong; while people still answer, when it will be there. */
export function NoReport(props: Props) {
  return props.error.code === 'OPINION.NO_REPORT_YET' ? <NotYet roundId={props.roundId} /> : <Failed {...props} />;
}

const Failed = ({ error, onRetry }: Props) => <ErrorBlock error={error} onRetry={onRetry} />;

function NotYet({ roundId }: { roundId: string }) {
  const { data: round } = useAsync(() => getRound(roundId), [roundId]);
  const open = round?.state === 'open';
  return (
    <StateBlock
      kind="empty"
      title="截止以后生成报告"
      hint={open ? `大家还在表态，${sayMoment(round.closesAt, Date.now())}截止。到时候这里能看到报告。` : undefined}
      action={
        open
          ? { label: '看意见图谱', reads: true, onPress: () => openPage(OPINION_PAGES.map, { id: roundId }) }
          : undefined
      }
    />
  );
}
