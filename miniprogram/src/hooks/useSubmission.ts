import { useCallback, useRef, useState } from 'react';
import { type ApiError, toApiError } from '../services/api-error';
import { sendMakingGood } from '../services/obligations';
import { uuid } from '../utils/uuid';

export type SubmissionState = 'idle' | 'sending' | 'failed' | 'done';

export interface Submission<Body, Result> {
  state: SubmissionState;
  error: ApiError | null;
  /** Sends it; null when it failed (see `error`) or is being sent already. */
  submit(body: Body): Promise<Result | null>;
  /** Forgets the last attempt's outcome. */
  reset(): void;
}

/**
 * Sends a form. The Idempotency-Key stays the same for as long as the same content is tried again, so that a
 * lost answer never makes two of a thing; it changes with the content and after success. Where the server wants a phone
 * number or consent first, the person is asked for it and the same is sent again.
 * @param send gets the content and its key
 */
export function useSubmission<Body, Result>(
  send: (body: Body, idempotencyKey: string) => Promise<Result>,
): Submission<Body, Result> {
  const [state, setState] = useState<SubmissionState>('idle');
  const [error, setError] = useState<ApiError | null>(null);
  const attempt = useRef<{ content: string; key: string } | null>(null);
  const busy = useRef(false);
  const latest = useRef(send);
  latest.current = send;

  const submit = useCallback(async (body: Body): Promise<Result | null> => {
    // A ref, since ten taps may come before React draws the first one's state.
    if (busy.current) return null;
    busy.current = true;
    setState('sending');
    setError(null);
    const content = JSON.stringify(body) ?? '';
    if (attempt.current?.content !== content) attempt.current = { content, key: uuid() };
    const { key } = attempt.current;
    try {
      const result = await sendMakingGood(() => latest.current(body, key));
      attempt.current = null;
      setState('done');
      return result;
    } catch (thrown) {
      setError(toApiError(thrown));
      setState('failed');
      return null;
    } finally {
      busy.current = false;
    }
  }, []);

  const reset = useCallback(() => {
    setState('idle');
    setError(null);
  }, []);

  return { state, error, submit, reset };
}
