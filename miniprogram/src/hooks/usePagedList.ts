import type { Page } from '@consult/shared';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ApiError, toApiError } from '../services/api-error';

/**
 * loading: the first page is on its way · ready · loading-more · ended: no more rows ·
 * failed: the first page or a further one could not be read
 */
export type ListStatus = 'loading' | 'ready' | 'loading-more' | 'ended' | 'failed';

export interface PagedList<T> {
  items: T[];
  status: ListStatus;
  error: ApiError | null;
  /** Reads the next page; does nothing while one is on its way or at the end. */
  loadMore(): void;
  /** Reads again as many rows as there are, so that whoever comes back finds their place; they stay until that is done. */
  reload(): Promise<void>;
  /** Tries again what failed. */
  retry(): void;
  /** Changes rows in place, as after a write to one of them. */
  change(map: (items: T[]) => T[]): void;
}

/**
 * A list read page by page by key.
 * @param fetchPage reads the page that follows `after` (null: the first)
 * @param deps what the list depends on, such as its filters; a change starts it over, empty
 */
export function usePagedList<T>(
  fetchPage: (after: string | null) => Promise<Page<T>>,
  deps: readonly unknown[],
): PagedList<T> {
  const [items, setItems] = useState<T[]>([]);
  const [status, setStatus] = useState<ListStatus>('loading');
  const [error, setError] = useState<ApiError | null>(null);
  const turn = useRef(0);
  const next = useRef<string | null>(null);
  const busy = useRef(false);
  /** How many rows are shown, and what was asked for last. */
  const shown = useRef(0);
  const wanted = useRef<string | null>(null);
  const latest = useRef(fetchPage);
  latest.current = fetchPage;

  const read = useCallback(async (after: string | null) => {
    turn.current += 1;
    const mine = turn.current;
    busy.current = true;
    wanted.current = after;
    setStatus(after === null ? 'loading' : 'loading-more');
    try {
      let page = await latest.current(after);
      // What was read page by page is read anew to where it went.
      while (after === null && page.nextAfter !== null && page.items.length < shown.current && mine === turn.current) {
        const further = await latest.current(page.nextAfter);
        page = { items: [...page.items, ...further.items], nextAfter: further.nextAfter };
      }
      if (mine !== turn.current) return;
      const { items: rows, nextAfter } = page;
      next.current = nextAfter;
      setItems((before) => (after === null ? rows : [...before, ...rows]));
      setError(null);
      setStatus(nextAfter === null ? 'ended' : 'ready');
    } catch (thrown) {
      if (mine !== turn.current) return;
      setError(toApiError(thrown));
      setStatus('failed');
    }
    busy.current = false;
  }, []);

  // The caller says what the list depends on
  useEffect(() => {
    next.current = null;
    shown.current = 0;
    setItems([]);
    void read(null);
    return () => {
      turn.current += 1;
    };
  }, [read, ...deps]);

  shown.current = items.length;

  return {
    items,
    status,
    error,
    loadMore: () => {
      if (!busy.current && next.current !== null) void read(next.current);
    },
    reload: () => read(null),
    retry: () => void read(wanted.current),
    change: setItems,
  };
}
