import type { LiveWritten } from '@consult/shared';
import { useRef } from 'react';
import { useSubmission } from '@/hooks/useSubmission';
import type { ApiError } from '@/services/api-error';
import { doLive, type LiveDeeds } from './live.api';
import type { Live } from './useLive';

export interface DeedControl {
  /** Does it; null when it failed, see `error`. What came of it arrives with what everybody hears. */
  act<D extends keyof LiveDeeds>(deed: D, body: LiveDeeds[D]): Promise<LiveWritten | null>;
  error: ApiError | null;
}

type Any = { deed: keyof LiveDeeds; body: LiveDeeds[keyof LiveDeeds] };

/** What is on its way, told from other deeds by its content. */
interface Pending {
  content: string;
  written: Promise<LiveWritten | null>;
}

/**
 * What somebody does in a session that is on, one thing after another: who ends a speech and calls the next at once does
 * both. What is tapped again while it is on its way is done once.
 */
export function useDeed({ sessionId, lookAgain }: Pick<Live, 'sessionId' | 'lookAgain'>): DeedControl {
  const { submit, error } = useSubmission(({ deed, body }: Any, key: string) => doLive(sessionId, deed, body, key));
  const last = useRef<Pending | null>(null);
  const send = async (any: Any, before: Promise<unknown> | undefined): Promise<LiveWritten | null> => {
    await before;
    const written = await submit(any);
    if (written !== null) lookAgain();
    return written;
  };
  return {
    act: (deed, body) => {
      const content = JSON.stringify({ deed, body });
      if (last.current?.content === content) return last.current.written;
      const pending: Pending = { content, written: send({ deed, body }, last.current?.written) };
      last.current = pending;
      return pending.written.finally(() => {
        if (last.current === pending) last.current = null;
      });
    },
    error,
  };
}
