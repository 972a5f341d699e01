import type { MySessionSummary, Page, SessionSummary } from '@consult/shared';
import { useEffect, useRef } from 'react';
import { ListView } from '@/components/ListView';
import { usePagedList } from '@/hooks/usePagedList';
import { useShownAgain } from '@/hooks/useShownAgain';
import { SessionRow } from '../SessionRow';

interface Props {
  /** Reads the page that follows `after`. */
  fetchPage(after: string | null): Promise<Page<SessionSummary | MySessionSummary>>;
  /** What the list depends on. */
  deps: readonly unknown[];
  empty: { title: string; hint?: string };
  onOpen(id: string): void;
  selectedId?: string | null;
  /** Counts the changes made beside the list: with each it is read again. */
  changes?: number;
}

/** Sessions, read page by page. */
export function SessionList({ fetchPage, deps, empty, onOpen, selectedId, changes = 0 }: Props) {
  const list = usePagedList(fetchPage, deps);
  const { reload } = list;
  useShownAgain(reload);
  const seen = useRef(changes);
  useEffect(() => {
    if (seen.current === changes) return;
    seen.current = changes;
    void reload();
  }, [changes, reload]);
  const now = Date.now();
  return (
    <ListView
      list={list}
      keyOf={({ id }) => id}
      empty={empty}
      renderItem={(session) => (
        <SessionRow session={session} now={now} selected={session.id === selectedId} onTap={() => onOpen(session.id)} />
      )}
    />
  );
}
