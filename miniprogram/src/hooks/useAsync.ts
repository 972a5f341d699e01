import { useCallback, useEffect, useRef, useState } from 'react';
import { type ApiError, toApiError } from '../services/api-error';

export interface Async<T> {
  data: T | null;
  error: ApiError | null;
  /** True until the first answer, and again while reloading. */
  loading: boolean;
  reload(): Promise<void>;
  /** Puts a newer version in place, as the answer to a write. */
  setData(data: T): void;
  /** Changes the last data in place, as after a write to a part of it. */
  change(map: (data: T) => T): void;
}

/**
 * Runs `load` at once and whenever `deps` change; an answer that has been overtaken is dropped.
 * The last data stays while reloading.
 */
export function useAsync<T>(load: () => Promise<T>, deps: readonly unknown[]): Async<T> {
  const [data, setData] = useState<T | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [loading, setLoading] = useState(true);
  const turn = useRef(0);
  const latest = useRef(load);
  latest.current = load;

  const reload = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    setLoading(true);
    try {
      const answer = await latest.current();
      if (mine !== turn.current) return;
      setData(answer);
      setError(null);
    } catch (thrown) {
      if (mine !== turn.current) return;
      setError(toApiError(thrown));
    }
    setLoading(false);
  }, []);

  const put = useCallback((newer: T) => {
    // A reading that is on its way was asked for before.
    turn.current += 1;
    setData(newer);
    setError(null);
    setLoading(false);
  }, []);

  const change = useCallback((map: (data: T) => T) => setData((before) => before && map(before)), []);

  // The caller says what the answer depends on
  useEffect(() => {
    setData(null);
    void reload();
    return () => {
      turn.current += 1;
    };
  }, [reload, ...deps]);

  return { data, error, loading, reload, setData: put, change };
}
