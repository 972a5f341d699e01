import {
  CASE_STATES_ABOVE,
  type CaseState,
  chinaYear,
  rolesIn,
  stateLabel,
  TOPIC_CATEGORIES,
  TOPIC_READERS,
  type TopicCategory,
} from '@consult/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { FilterPill, FilterPills } from '@/components/FilterPill';
import { ListView } from '@/components/ListView';
import { SplitView } from '@/components/SplitView';
import { useSplit } from '@/components/SplitView/useSplit';
import { Tabs } from '@/components/Tabs';
import { CaseRow } from '@/features/cases/CaseRow';
import { CaseView } from '@/features/cases/CaseView';
import { listCases, listWorkCases } from '@/features/cases/case.api';
import { CASE_PAGES } from '@/features/cases/case.pages';
import { usePagedList } from '@/hooks/usePagedList';
import { useShownAgain } from '@/hooks/useShownAgain';
import { useSession } from '@/services/session';

const WORK_STATES: readonly CaseState[] = ['featured', 'submitted', 'returned', 'draft'];
const YEARS_BACK = 5;

/** The cases of a county with the open one beside them; its office also sees those that are not chosen yet. */
export function CaseLibrary({ county }: { county: string }) {
  const { me, grants } = useSession();
  const [state, setState] = useState<CaseState>('featured');
  const [category, setCategory] = useState<TopicCategory | null>(null);
  const [year, setYear] = useState<number | null>(null);
  const split = useSplit(CASE_PAGES.detail);
  const roles = rolesIn(grants, county);
  const states = TOPIC_READERS.some((role) => roles.has(role))
    ? WORK_STATES
    : roles.has('city_office')
      ? WORK_STATES.filter((one) => CASE_STATES_ABOVE.includes(one))
      : [];
  const isOpen = state === 'featured' || states.length === 0;
  const list = usePagedList(
    (after) =>
      isOpen
        ? listCases({ region: county, ...(category && { category }), ...(year && { year }), ...(after && { after }) })
        : listWorkCases({ region: county, state, ...(after && { after }) }),
    [county, me?.id, state, category, year],
  );
  useShownAgain(() => void list.reload());

  const now = Date.now();
  const years = Array.from({ length: YEARS_BACK }, (_, back) => chinaYear(now) - back);
  return (
    <SplitView
      hint="从左边选一份案例阅读"
      onClose={split.close}
      detail={
        split.selectedId && <CaseView key={split.selectedId} id={split.selectedId} onMoved={() => void list.reload()} />
      }
      list={
        <View>
          {states.length > 0 && (
            <Tabs<CaseState>
              tabs={states.map((value) => ({ value, label: stateLabel('case', value) }))}
              value={state}
              onChange={setState}
            />
          )}
          {isOpen && (
            <FilterPills>
              <FilterPill<TopicCategory>
                title="类别"
                all="全部类别"
                choices={TOPIC_CATEGORIES.map((value) => ({ value, label: value }))}
                value={category}
                onChange={setCategory}
              />
              <FilterPill
                title="入选年份"
                all="全部年份"
                choices={years.map((one) => ({ value: String(one), label: `${one} 年` }))}
                value={year === null ? null : String(year)}
                onChange={(chosen) => setYear(chosen === null ? null : Number(chosen))}
              />
            </FilterPills>
          )}
          <ListView
            list={list}
            keyOf={({ id }) => id}
            renderItem={(item) => (
              <CaseRow
                item={item}
                now={now}
                selected={item.id === split.selectedId}
                onTap={() => split.open(item.id)}
              />
            )}
            empty={{ title: '还没有案例', hint: '办成的事由乡镇整理，县（区）政协选入' }}
          />
        </View>
      }
    />
  );
}
