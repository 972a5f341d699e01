import { type LedgerFilter, plainPath, type ReplyClass, sayLedger, type TaskLight } from '@consult/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ListView } from '@/components/ListView';
import { ErrorBlock } from '@/components/StateBlock';
import { Tabs } from '@/components/Tabs';
import { LedgerFigures } from '@/features/ledger/LedgerFigures';
import { LedgerFilterFields, type Narrowing } from '@/features/ledger/LedgerFilterFields';
import { LedgerHead, LedgerRow } from '@/features/ledger/LedgerRow';
import { countLedger, getLedgerFilters, listLedger } from '@/features/ledger/ledger.api';
import { LEDGER_PAGES } from '@/features/ledger/ledger.pages';
import { ShareButton } from '@/features/links/ShareButton';
import { TASK_PAGES } from '@/features/tasks/task.pages';
import { useAsync } from '@/hooks/useAsync';
import { usePagedList } from '@/hooks/usePagedList';
import { useShownAgain } from '@/hooks/useShownAgain';
import { useWideScreen } from '@/hooks/useWideScreen';
import { openPage } from '@/services/navigation';
import type { Township } from '@/services/township';

interface Props {
  region: string;
  township: Township;
  level: 'township' | 'county';
  onLevel(level: 'township' | 'county'): void;
  /** The light that is shown first; null: all. */
  firstLight: TaskLight | null;
}

/** Of the county itself nothing is read but its code. */
const WHOLE_COUNTY = '全县（区）';
const NOTHING: Narrowing = { departmentId: null, category: null, year: null };

/** A filter without what is not chosen. */
function filterOf(region: string, { departmentId, category, year }: Narrowing): LedgerFilter {
  return { region, ...(departmentId && { departmentId }), ...(category && { category }), ...(year && { year }) };
}

/** The promises of one region: figures that lead to them, fields to narrow them, and the list. */
export function LedgerContent({ region, township, level, onLevel, firstLight }: Props) {
  const wide = useWideScreen();
  const place = level === 'township' ? township.name : WHOLE_COUNTY;
  const [narrowing, setNarrowing] = useState(NOTHING);
  const [light, setLight] = useState(firstLight);
  const [replyClass, setReplyClass] = useState<ReplyClass | null>(null);
  const base = filterOf(region, narrowing);
  const byLight: LedgerFilter = { ...base, ...(replyClass && { replyClass }) };
  const byReply: LedgerFilter = { ...base, ...(light && { light }) };
  const deps = [region, narrowing, light, replyClass];
  const filters = useAsync(() => getLedgerFilters(region), [region]);
  const counts = useAsync(async () => {
    const [ofLight, ofReply] = await Promise.all([countLedger(byLight), countLedger(byReply)]);
    return { ofLight, ofReply };
  }, deps);
  const list = usePagedList((after) => listLedger({ ...byLight, ...byReply, ...(after && { after }) }), deps);
  useShownAgain(() => {
    void list.reload();
    void counts.reload();
  });

  const filtered = Object.values(narrowing).some((value) => value !== null) || light !== null || replyClass !== null;
  const showAll = () => {
    setNarrowing(NOTHING);
    setLight(null);
    setReplyClass(null);
  };
  return (
    <View>
      <Tabs
        tabs={[
          { value: 'township', label: township.name },
          { value: 'county', label: WHOLE_COUNTY },
        ]}
        value={level}
        onChange={onLevel}
      />
      {counts.data && (
        <LedgerFigures
          byLight={counts.data.ofLight}
          byReply={counts.data.ofReply}
          light={light}
          replyClass={replyClass}
          onLight={setLight}
          onReply={setReplyClass}
        />
      )}
      {counts.data && (
        <ShareButton
          title={`${place}承诺台账`}
          path={LEDGER_PAGES.list}
          query={{ region }}
          card={{
            kind: `承诺台账 · ${place}`,
            title: '答应的事，办得怎么样',
            stands: sayLedger(counts.data.ofLight),
            path: plainPath('region', region),
          }}
        />
      )}
      {!counts.data && counts.error && <ErrorBlock error={counts.error} onRetry={counts.reload} />}
      {filters.data && (
        <LedgerFilterFields
          filters={filters.data}
          value={narrowing}
          onChange={(change) => setNarrowing((before) => ({ ...before, ...change }))}
        />
      )}
      {wide && list.items.length > 0 && <LedgerHead />}
      <ListView
        list={list}
        keyOf={({ id }) => id}
        renderItem={(entry) => (
          <LedgerRow entry={entry} wide={wide} onTap={() => void openPage(TASK_PAGES.detail, { id: entry.id })} />
        )}
        empty={
          filtered
            ? { title: '没有符合条件的承诺', action: { label: '看全部承诺', onPress: showAll } }
            : { title: '这里还没有公开的承诺' }
        }
      />
    </View>
  );
}
