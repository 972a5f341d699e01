import { type CheckQuery, CONTENT_KIND_LABELS, contentMachine, sayMoment } from '@consult/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ListView } from '@/components/ListView';
import { SplitView } from '@/components/SplitView';
import { useSplit } from '@/components/SplitView/useSplit';
import { SummaryRow } from '@/components/SummaryRow';
import { Tabs } from '@/components/Tabs';
import { CheckView } from '@/features/moderation/CheckView';
import { contentTone } from '@/features/moderation/content-tone';
import { listChecks } from '@/features/moderation/moderation.api';
import { MODERATION_PAGES } from '@/features/moderation/moderation.pages';
import { usePagedList } from '@/hooks/usePagedList';
import { useShownAgain } from '@/hooks/useShownAgain';

const TABS: readonly { value: CheckQuery['state']; label: string }[] = [
  { value: 'in_review', label: '等待审核' },
  { value: 'refused', label: '未通过' },
  { value: 'taken_down', label: '已撤下' },
];

const EMPTY: Readonly<Record<CheckQuery['state'], { title: string; hint?: string }>> = {
  in_review: { title: '没有要审核的内容', hint: '机器拿不准的、查不了的，会排在这里' },
  refused: { title: '没有未通过的内容' },
  taken_down: { title: '没有撤下的内容' },
};

/** What people decide about content, with the opened one beside it where there is room. */
export function Queue({ region }: { region: string }) {
  const [state, setState] = useState<CheckQuery['state']>('in_review');
  const split = useSplit(MODERATION_PAGES.check);
  const list = usePagedList((after) => listChecks({ region, state, ...(after && { after }) }), [region, state]);
  useShownAgain(() => void list.reload());
  const now = Date.now();
  return (
    <SplitView
      hint="从左边选一条来看"
      onClose={split.close}
      detail={
        split.selectedId && (
          <CheckView key={split.selectedId} id={split.selectedId} onMoved={() => void list.reload()} />
        )
      }
      list={
        <View>
          <Tabs<CheckQuery['state']> tabs={TABS} value={state} onChange={setState} />
          <ListView
            list={list}
            keyOf={({ checkId }) => checkId}
            renderItem={(check) => (
              <SummaryRow
                title={check.title}
                tags={[
                  { text: CONTENT_KIND_LABELS[check.kind] },
                  { text: contentMachine.states[check.state].label, tone: contentTone(check.state) },
                ]}
                facts={[check.finding, check.authorName, check.townshipName, sayMoment(check.createdAt, now)]}
                selected={check.checkId === split.selectedId}
                onTap={() => split.open(check.checkId)}
              />
            )}
            empty={EMPTY[state]}
          />
        </View>
      }
    />
  );
}
