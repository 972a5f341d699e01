import type { LiveWritten } from '@consult/shared';
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

/** What somebody does in a session that is on, one thing after another. */
export function useDeed({ sessionId, lookAgain }: Pick<Live, 'sessionId' | 'lookAgain'>): DeedControl {
  const { submit, error } = useSubmission(({ deed, body }: Any, key: string) => doLive(sessionId, deed, body, key));
  return {
    act: async (deed, body) => {
      const written = await submit({ deed, body });
      if (written !== null) lookAgain();
      return written;
    },
    error,
  };
}
