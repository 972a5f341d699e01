import type {
  Created,
  FundsInput,
  MilestoneInput,
  MoveResult,
  PhotoPairInput,
  SpendingInput,
  SupervisionInput,
  SupervisorInput,
  TaskPartInput,
} from '@consult/shared';
import { request } from '@/services/api';

const write = <T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body: object, idempotencyKey: string): Promise<T> =>
  request(method, path, { ...(method === 'DELETE' ? {} : { body }), idempotencyKey });

/** POST /tasks/:id/parts */
export const splitTask = (id: string, body: TaskPartInput, key: string): Promise<Created> =>
  write('POST', `/tasks/${id}/parts`, body, key);

/** POST /tasks/:id/milestones, or PUT /tasks/:id/milestones/:milestoneId */
export const saveMilestone = (id: string, milestoneId: string | null, body: MilestoneInput, key: string) =>
  milestoneId === null
    ? write<MoveResult>('POST', `/tasks/${id}/milestones`, body, key)
    : write<MoveResult>('PUT', `/tasks/${id}/milestones/${milestoneId}`, body, key);

/** DELETE /tasks/:id/milestones/:milestoneId */
export const removeMilestone = (id: string, milestoneId: string, key: string): Promise<MoveResult> =>
  write('DELETE', `/tasks/${id}/milestones/${milestoneId}`, {}, key);

/** PUT /tasks/:id/funds */
export const planFunds = (id: string, body: FundsInput, key: string): Promise<MoveResult> =>
  write('PUT', `/tasks/${id}/funds`, body, key);

/** POST /tasks/:id/spendings */
export const reportSpending = (id: string, body: SpendingInput, key: string): Promise<MoveResult> =>
  write('POST', `/tasks/${id}/spendings`, body, key);

/** POST /tasks/:id/dependencies */
export const waitForTask = (id: string, waitsForId: string, key: string): Promise<MoveResult> =>
  write('POST', `/tasks/${id}/dependencies`, { waitsForId }, key);

/** DELETE /tasks/:id/dependencies/:waitsForId */
export const waitNoMore = (id: string, waitsForId: string, key: string): Promise<MoveResult> =>
  write('DELETE', `/tasks/${id}/dependencies/${waitsForId}`, {}, key);

/** POST /tasks/:id/photo-pairs, or PUT /tasks/:id/photo-pairs/:pairId */
export const savePhotoPair = (id: string, pairId: string | null, body: PhotoPairInput, key: string) =>
  pairId === null
    ? write<MoveResult>('POST', `/tasks/${id}/photo-pairs`, body, key)
    : write<MoveResult>('PUT', `/tasks/${id}/photo-pairs/${pairId}`, body, key);

/** DELETE /tasks/:id/photo-pairs/:pairId */
export const removePhotoPair = (id: string, pairId: string, key: string): Promise<MoveResult> =>
  write('DELETE', `/tasks/${id}/photo-pairs/${pairId}`, {}, key);

/** PUT /tasks/:id/supervisor */
export const appointSupervisor = (id: string, body: SupervisorInput, key: string): Promise<MoveResult> =>
  write('PUT', `/tasks/${id}/supervisor`, body, key);

/** POST /tasks/:id/supervisions */
export const supervise = (id: string, body: SupervisionInput, key: string): Promise<MoveResult> =>
  write('POST', `/tasks/${id}/supervisions`, body, key);
