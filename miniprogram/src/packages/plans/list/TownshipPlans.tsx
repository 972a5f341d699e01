import { holds, rolesIn } from '@consult/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ListView } from '@/components/ListView';
import { SplitView } from '@/components/SplitView';
import { useSplit } from '@/components/SplitView/useSplit';
import { NewPlanSheet } from '@/features/plans/NewPlanSheet';
import { PlanRow } from '@/features/plans/PlanRow';
import { PlanView } from '@/features/plans/PlanView';
import { listPlans } from '@/features/plans/plan.api';
import { PLAN_PAGES } from '@/features/plans/plan.pages';
import { usePagedList } from '@/hooks/usePagedList';
import { useShownAgain } from '@/hooks/useShownAgain';
import { useSession } from '@/services/session';
import type { Township } from '@/services/township';
import './index.scss';

/** The list of a township's plans with the open one beside it. */
export function TownshipPlans({ township }: { township: Township }) {
  const { me, grants } = useSession();
  const [adding, setAdding] = useState(false);
  const split = useSplit(PLAN_PAGES.detail);
  const list = usePagedList(
    (after) => listPlans({ region: township.code, ...(after && { after }) }),
    [township.code, me?.id],
  );
  useShownAgain(() => void list.reload());

  const now = Date.now();
  const mayAdd = holds('plan.write', rolesIn(grants, township.code));
  return (
    <SplitView
      hint="从左边选一个季度查看"
      onClose={split.close}
      detail={
        split.selectedId && <PlanView key={split.selectedId} id={split.selectedId} onMoved={() => void list.reload()} />
      }
      list={
        <View>
          {mayAdd && (
            <View className="plans__add">
              <Button block kind="secondary" icon="plus" text="新建计划" onPress={() => setAdding(true)} />
            </View>
          )}
          <ListView
            list={list}
            keyOf={({ id }) => id}
            renderItem={(plan) => (
              <PlanRow
                plan={plan}
                now={now}
                selected={plan.id === split.selectedId}
                onTap={() => split.open(plan.id)}
              />
            )}
            empty={{ title: `${township.name}还没有公布的协商计划` }}
          />
          {adding && (
            <NewPlanSheet
              township={township.code}
              taken={list.items.map(({ title }) => title)}
              onDone={(changed) => {
                setAdding(false);
                if (changed) void list.reload();
              }}
            />
          )}
        </View>
      }
    />
  );
}
