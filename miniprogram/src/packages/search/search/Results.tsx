import { regionAt, type SearchHit, type SearchKind } from '@consult/shared';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Button } from '@/components/Button';
import { ListView } from '@/components/ListView';
import { Skeleton } from '@/components/ListView/Skeleton';
import { StateBlock } from '@/components/StateBlock';
import { MINUTES_PAGES } from '@/features/minutes/minutes.pages';
import { OUTCOME_PAGES } from '@/features/outcomes/outcome.pages';
import { HitRow } from '@/features/search/HitRow';
import { rememberSearch } from '@/features/search/recent-searches';
import { search } from '@/features/search/search.api';
import { isFiltered, type SearchFilter } from '@/features/search/search-filter';
import { TASK_PAGES } from '@/features/tasks/task.pages';
import { startRaising, useRaiseEntry } from '@/features/topics/raise-entry';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { usePagedList } from '@/hooks/usePagedList';
import { openPage } from '@/services/navigation';
import type { Township } from '@/services/township';
import './index.scss';

const PAGE_OF: Readonly<Record<SearchKind, string>> = {
  topic: TOPIC_PAGES.detail,
  minutes: MINUTES_PAGES.detail,
  outcome: OUTCOME_PAGES.detail,
};

interface Props {
  township: Township;
  words: string;
  filter: SearchFilter;
  /** Takes the filters off and searches the whole county. */
  onWiden(): void;
}

/** What was found, best first. */
export function Results({ township, words, filter, onWiden }: Props) {
  const { kind, wide, step, category, source, year } = filter;
  const region = wide ? (regionAt(township.code, 'county') ?? township.code) : township.code;
  const list = usePagedList(
    (after) =>
      search({
        q: words,
        region,
        ...(kind && { kind }),
        ...(step && { step }),
        ...(category && { category }),
        ...(source && { source }),
        ...(year && { year }),
        ...(after && { after }),
      }),
    [words, region, kind, step, category, source, year],
  );
  const { items, status, loadMore } = list;
  const goesOn = items.length === 0 && status === 'ready';
  useEffect(() => {
    // Nothing so far, but not all of it was looked at.
    if (goesOn) loadMore();
  }, [goesOn, loadMore]);

  const open = (hit: SearchHit) => {
    rememberSearch(words);
    if (hit.promise === null) void openPage(PAGE_OF[hit.kind], { id: hit.id });
    else void openPage(TASK_PAGES.detail, { id: hit.promise.id });
  };
  if (items.length === 0 && (goesOn || status === 'loading-more')) return <Skeleton rows={3} />;
  if (items.length === 0 && status === 'ended') {
    return <NothingFound words={words} mayWiden={!wide || isFiltered(filter)} onWiden={onWiden} />;
  }
  const now = Date.now();
  return (
    <ListView
      list={list}
      keyOf={(hit) => `${hit.kind} ${hit.id}`}
      renderItem={(hit) => <HitRow hit={hit} now={now} onTap={() => open(hit)} />}
      empty={{ title: '没有找到' }}
    />
  );
}

/** What to do instead: look further, or be the first to raise it. */
function NothingFound({ words, mayWiden, onWiden }: { words: string; mayWiden: boolean; onWiden(): void }) {
  const entry = useRaiseEntry();
  return (
    <View>
      <StateBlock kind="empty" title={`没有找到“${words}”`} hint="少写几个字，或者换个说法再找找" />
      <View className="search__instead">
        {mayWiden && <Button block reads kind="secondary" text="在全县不限条件再找" onPress={onWiden} />}
        {entry && <Button block icon="plus" text={`没找到？${entry.label}`} onPress={startRaising} />}
      </View>
    </View>
  );
}
