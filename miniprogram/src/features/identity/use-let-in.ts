import type { QrSignIn, QrState } from '@consult/shared';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useIsShown } from '@/hooks/useIsShown';
import { type ApiError, toApiError } from '@/services/api-error';
import { keepSession } from '@/services/identity';
import { askToBeLetIn, claimLetIn, getLetInState } from './identity.api';

const POLL_MS = 2000;

export interface LetIn {
  /** What the code says; null until the server has given one. */
  asked: QrSignIn | null;
  state: QrState;
  error: ApiError | null;
  /** Asks for a new code. */
  again(): Promise<void>;
}

/**
 * A desktop that waits for a phone to let it in; asks only while its page is seen.
 * @param onSignedIn once the session is kept
 */
export function useLetIn(onSignedIn: () => void): LetIn {
  const [asked, setAsked] = useState<QrSignIn | null>(null);
  const [state, setState] = useState<QrState>('pending');
  const [error, setError] = useState<ApiError | null>(null);
  const shown = useIsShown();
  const done = useRef(onSignedIn);
  done.current = onSignedIn;

  const again = useCallback(async () => {
    setError(null);
    try {
      setAsked(await askToBeLetIn());
      setState('pending');
    } catch (thrown) {
      setError(toApiError(thrown));
    }
  }, []);
  useEffect(() => void again(), [again]);

  const waits = shown && asked !== null && (state === 'pending' || state === 'scanned');
  useEffect(() => {
    if (!waits || asked === null) return;
    let left = false;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      try {
        const { state: now } = await getLetInState(asked);
        if (left) return;
        if (now === 'confirmed') {
          keepSession(await claimLetIn(asked));
          done.current();
        }
        setState(now);
        setError(null);
      } catch (thrown) {
        const failure = toApiError(thrown);
        // Without a network it is asked again; what the server refuses stays refused.
        if (!failure.retryable) setState('expired');
        setError(failure);
      }
      if (!left) timer = setTimeout(() => void look(), POLL_MS);
    };
    timer = setTimeout(() => void look(), POLL_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [waits, asked]);

  return { asked, state, error, again };
}
