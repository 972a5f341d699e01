import { useEffect } from 'react';
import { type Async, useAsync } from '@/hooks/useAsync';

/** Reads again from time to time; what was read last stays until the next answer, also while the network is away. */
export function useRefreshed<T>(load: () => Promise<T>, deps: readonly unknown[], everyMs: number): Async<T> {
  const read = useAsync(load, deps);
  const { reload } = read;
  useEffect(() => {
    const timer = setInterval(() => void reload(), everyMs);
    return () => clearInterval(timer);
  }, [reload, everyMs]);
  return read;
}
