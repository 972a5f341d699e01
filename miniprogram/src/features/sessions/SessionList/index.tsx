import type { Page, SessionSummary } from '@consult/shared';
import { ListView } from '@/components/ListView';
import { usePagedList } from '@/hooks/usePagedList';
import { useShownAgain } from '@/hooks/useShownAgain';
import { SessionRow } from '../SessionRow';

interface Props {
  /** Reads the page that follows `after`. */
  fetchPage(after: string | null): Promise<Page<SessionSummary>>;
  /** What the list depends on. */
  deps: readonly unknown[];
  empty: { title: string; hint?: string };
  onOpen(id: string): void;
  selectedId?: string | null;
}

/** Sessions, read page by page. */
export function SessionList({ fetchPage, deps, empty, onOpen, selectedId }: Props) {
  const list = usePagedList(fetchPage, deps);
  useShownAgain(list.reload);
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
