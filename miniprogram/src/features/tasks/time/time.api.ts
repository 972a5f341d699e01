import type { MoveResult, TaskDecision, TaskExtensionInput, TaskHandoverInput, TaskUrge } from '@consult/shared';
import { request } from '@/services/api';

const post =
  <Body>(path: (id: string) => string) =>
  (id: string, body: Body, idempotencyKey: string): Promise<MoveResult> =>
    request('POST', path(id), { body, idempotencyKey });

/** POST /tasks/:id/extensions */
export const askExtension = post<TaskExtensionInput>((id) => `/tasks/${id}/extensions`);

/** POST /tasks/:id/handovers */
export const askHandover = post<TaskHandoverInput>((id) => `/tasks/${id}/handovers`);

/** POST /tasks/:id/urge */
export const urgeTask = post<TaskUrge>((id) => `/tasks/${id}/urge`);

/** POST /tasks/:id/requests/:requestId/decide */
export const decideRequest = (id: string, requestId: string, body: TaskDecision, key: string): Promise<MoveResult> =>
  request('POST', `/tasks/${id}/requests/${requestId}/decide`, { body, idempotencyKey: key });
