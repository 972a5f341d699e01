import { holds, rolesIn } from '@consult/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ListView } from '@/components/ListView';
import { SplitView } from '@/components/SplitView';
import { useSplit } from '@/components/SplitView/useSplit';
import { Tabs } from '@/components/Tabs';
import { OutcomeRow } from '@/features/outcomes/OutcomeRow';
import { OutcomeView } from '@/features/outcomes/OutcomeView';
import { listOutcomes, listWorkOutcomes } from '@/features/outcomes/outcome.api';
import { OUTCOME_PAGES } from '@/features/outcomes/outcome.pages';
import { usePagedList } from '@/hooks/usePagedList';
import { useShownAgain } from '@/hooks/useShownAgain';
import { useSession } from '@/services/session';
import type { Township } from '@/services/township';

type Shown = 'open' | 'work';
const TABS: readonly { value: Shown; label: string }[] = [
  { value: 'open', label: '已发布' },
  { value: 'work', label: '全部（含起草中）' },
];

/** The list of a township's outcomes with the open one beside it; staff also see those being drafted. */
export function TownshipOutcomes({ township }: { township: Township }) {
  const { me, grants } = useSession();
  const [shown, setShown] = useState<Shown>('open');
  const split = useSplit(OUTCOME_PAGES.detail);
  const staff = holds('outcome.work', rolesIn(grants, township.code));
  const fetchPage = staff && shown === 'work' ? listWorkOutcomes : listOutcomes;
  const list = usePagedList(
    (after) => fetchPage({ region: township.code, ...(after && { after }) }),
    [township.code, me?.id, fetchPage],
  );
  useShownAgain(() => void list.reload());

  const now = Date.now();
  return (
    <SplitView
      hint="从左边选一份成果查看"
      onClose={split.close}
      detail={
        split.selectedId && (
          <OutcomeView key={split.selectedId} id={split.selectedId} onMoved={() => void list.reload()} />
        )
      }
      list={
        <View>
          {staff && <Tabs<Shown> tabs={TABS} value={shown} onChange={setShown} />}
          <ListView
            list={list}
            keyOf={({ id }) => id}
            renderItem={(outcome) => (
              <OutcomeRow
                outcome={outcome}
                now={now}
                selected={outcome.id === split.selectedId}
                onTap={() => split.open(outcome.id)}
              />
            )}
            empty={{ title: `${township.name}还没有发布协商成果`, hint: '开过协商会、发布了纪要，就会有成果' }}
          />
        </View>
      }
    />
  );
}
