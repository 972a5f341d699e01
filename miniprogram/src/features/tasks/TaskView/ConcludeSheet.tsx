import { isLow, sayVerdictAhead, type TaskDetail } from '@consult/shared';
import { Text } from '@tarojs/components';
import { FormSheet } from '@/components/FormSheet';
import { Skeleton } from '@/components/ListView/Skeleton';
import { ErrorBlock } from '@/components/StateBlock';
import { getRegionSettings } from '@/features/regions/region.api';
import { useAsync } from '@/hooks/useAsync';
import { Counts } from '../proof/Rounds';
import { moveTask } from '../task.api';

interface Props {
  task: TaskDetail;
  onDone(changed: boolean): void;
}

/** 处理评议结果: the figures, the bar and what follows, before anything does. */
export function ConcludeSheet({ task, onDone }: Props) {
  const settings = useAsync(() => getRegionSettings(task.township), [task.township]);
  const [current, before] = task.evaluations;
  const tally = current?.tally ?? null;
  return (
    <FormSheet
      title="处理评议结果"
      text="系统按评议结果和答复类别定：满意率不够的重新办理，连续两次不够的建议再协商；已解决的办结，还在办的转长期跟踪，办不了的到期再复核。"
      confirmLabel="处理"
      body={{}}
      problems={{}}
      send={(body, key) => moveTask(task.id, 'conclude', body, key)}
      onDone={onDone}
    >
      {() => (
        <>
          {settings.error && <ErrorBlock error={settings.error} onRetry={settings.reload} />}
          {!settings.data && !settings.error && <Skeleton rows={1} />}
          {settings.data && task.reply && (
            <Text className="proof__name">
              {sayVerdictAhead(
                {
                  answers: current?.answers ?? task.ratingCount,
                  counts: tally?.all.handling ?? null,
                  replyClass: task.reply.replyClass,
                  lowBefore: isLow(before?.verdict ?? null),
                },
                settings.data.thresholds,
              )}
            </Text>
          )}
          {tally && <Counts counts={tally.all} />}
        </>
      )}
    </FormSheet>
  );
}
