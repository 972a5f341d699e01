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
  /** Starts over from the first page; the rows stay until it has come. */
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
  const latest = useRef(fetchPage);
  latest.current = fetchPage;

  const read = useCallback(async (after: string | null) => {
    turn.current += 1;
    const mine = turn.current;
    busy.current = true;
    setStatus(after === null ? 'loading' : 'loading-more');
    try {
      const page = await latest.current(after);
      if (mine !== turn.current) return;
      next.current = page.nextAfter;
      setItems((before) => (after === null ? page.items : [...before, ...page.items]));
      setError(null);
      setStatus(page.nextAfter === null ? 'ended' : 'ready');
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
    setItems([]);
    void read(null);
    return () => {
      turn.current += 1;
    };
  }, [read, ...deps]);

  return {
    items,
    status,
    error,
    loadMore: () => {
      if (!busy.current && next.current !== null) void read(next.current);
    },
    reload: () => read(null),
    retry: () => void read(items.length === 0 ? null : next.current),
    change: setItems,
  };
}
