import type { LookBackAnswerInput, LookBackReplyInput, TaskReview, TaskVisitInput } from '@consult/shared';
import { request } from '@/services/api';
import { handIn } from '@/services/outbox';

interface Named {
  id: string;
  what: string;
}

/** POST /tasks/:id/visit, later where the server is not reached. */
export function recordVisit({ id, what }: Named, body: TaskVisitInput, key: string): Promise<unknown> {
  const path = `/tasks/${id}/visit`;
  return handIn({ key, label: '实地查看', title: what, method: 'POST', path, body, form: null }, () =>
    request('POST', path, { body, idempotencyKey: key }),
  );
}

/** POST /tasks/:id/review */
export const reviewTask = (id: string, body: TaskReview, idempotencyKey: string): Promise<unknown> =>
  request('POST', `/tasks/${id}/review`, { body, idempotencyKey });

/** Where an answer to a look-back goes. */
export const lookBackPath = (id: string): string => `/tasks/${id}/look-back`;

/** POST /tasks/:id/look-back, later where the server is not reached. */
export function answerLookBack({ id, what }: Named, body: LookBackAnswerInput, key: string): Promise<unknown> {
  const path = lookBackPath(id);
  return handIn({ key, label: '回头看', title: what, method: 'POST', path, body, form: null }, () =>
    request('POST', path, { body, idempotencyKey: key }),
  );
}

/** POST /tasks/:id/look-back-reply */
export const replyToLookBack = (id: string, body: LookBackReplyInput, idempotencyKey: string): Promise<unknown> =>
  request('POST', `/tasks/${id}/look-back-reply`, { body, idempotencyKey });
