import { type ReportView, reportMachine } from '@consult/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ListView } from '@/components/ListView';
import { Tabs } from '@/components/Tabs';
import { decideReport, listReports } from '@/features/moderation/moderation.api';
import { ReportCard } from '@/features/moderation/ReportCard';
import { MoveButtons } from '@/features/moves/MoveButtons';
import { plainMove } from '@/features/moves/moves';
import { ITEM_VIEWS } from '@/features/work/itemViews';
import { usePagedList } from '@/hooks/usePagedList';
import { openPage } from '@/services/navigation';

type Shown = 'open' | 'decided';
const TABS: readonly { value: Shown; label: string }[] = [
  { value: 'open', label: '等待处理' },
  { value: 'decided', label: '已处理' },
];

const TEXTS = {
  take_down: { text: '内容马上撤下，举报人会看到您写的答复。', kind: 'danger', reason: { label: '答复' } },
  settle: { text: '内容留着，您已用别的办法处理。举报人会看到答复。', kind: 'secondary', reason: { label: '答复' } },
  dismiss: { text: '内容留着，举报人会看到答复。', kind: 'secondary', reason: { label: '答复' } },
} as const;

/** What was reported in a region, each with what to decide. */
export function ReportList({ region }: { region: string }) {
  const [shown, setShown] = useState<Shown>('open');
  const open = shown === 'open';
  const list = usePagedList((after) => listReports({ region, open, ...(after && { after }) }), [region, open]);
  const movesOf = (report: ReportView) =>
    report.actions.map((action) =>
      plainMove(reportMachine, action, TEXTS[action], (reason, key) => decideReport(report.id, action, reason, key)),
    );
  return (
    <View>
      <Tabs<Shown> tabs={TABS} value={shown} onChange={setShown} />
      <ListView
        list={list}
        keyOf={({ id }) => id}
        renderItem={(report) => (
          <ReportCard report={report} reporter={report.reporterName} others={report.others}>
            <MoveButtons of={`report:${report.id}`} moves={movesOf(report)} onMoved={() => void list.reload()} />
            {report.page && (
              <Button
                kind="text"
                text="打开被举报的内容"
                onPress={() => report.page && openPage(ITEM_VIEWS[report.page.kind].page, { id: report.page.id })}
              />
            )}
          </ReportCard>
        )}
        empty={open ? { title: '没有要处理的举报' } : { title: '还没有处理过举报' }}
      />
    </View>
  );
}
