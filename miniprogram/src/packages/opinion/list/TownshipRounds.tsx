import type { RoundState } from '@consult/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ListView } from '@/components/ListView';
import { SplitView } from '@/components/SplitView';
import { useSplit } from '@/components/SplitView/useSplit';
import { Tabs } from '@/components/Tabs';
import { listRounds } from '@/features/opinion/opinion.api';
import { OPINION_PAGES } from '@/features/opinion/opinion.pages';
import { RoundRow } from '@/features/opinion/RoundRow';
import { RoundView } from '@/features/opinion/RoundView';
import { usePagedList } from '@/hooks/usePagedList';
import { useShownAgain } from '@/hooks/useShownAgain';
import { useSession } from '@/services/session';
import type { Township } from '@/services/township';

type Shown = Extract<RoundState, 'open' | 'closed'>;
const TABS: readonly { value: Shown; label: string }[] = [
  { value: 'open', label: '正在征求意见' },
  { value: 'closed', label: '已经结束' },
];

const EMPTY: Readonly<Record<Shown, { title: string; hint?: string }>> = {
  open: { title: '现在没有正在征求意见的事', hint: '有了会在这里请您表态，也会放在议题和协商活动里' },
  closed: { title: '还没有结束的网络议政' },
};

/** Rounds that are open, then those that are closed, with the open one beside the list where there is room. */
export function TownshipRounds({ township }: { township: Township }) {
  const { me } = useSession();
  const [shown, setShown] = useState<Shown>('open');
  const split = useSplit(OPINION_PAGES.round);
  const list = usePagedList(
    (after) => listRounds({ region: township.code, state: shown, ...(after && { after }) }),
    [township.code, shown, me?.id],
  );
  useShownAgain(() => void list.reload());
  const now = Date.now();
  const show = (tab: Shown) => {
    setShown(tab);
    split.close();
  };
  return (
    <SplitView
      hint="从左边选一件看看大家怎么想"
      onClose={split.close}
      detail={
        split.selectedId && (
          <RoundView key={split.selectedId} id={split.selectedId} onMoved={() => void list.reload()} />
        )
      }
      list={
        <View>
          <Tabs<Shown> tabs={TABS} value={shown} onChange={show} />
          <ListView
            list={list}
            keyOf={({ id }) => id}
            renderItem={(round) => (
              <RoundRow
                round={round}
                now={now}
                selected={round.id === split.selectedId}
                onTap={() => split.open(round.id)}
              />
            )}
            empty={EMPTY[shown]}
          />
        </View>
      }
    />
  );
}
