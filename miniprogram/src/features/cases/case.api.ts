import type {
  CaseAction,
  CaseDetail,
  CaseInput,
  CaseOfTopic,
  CaseQuery,
  CaseSummary,
  CaseWorkQuery,
  Created,
  MoveResult,
  Page,
  Saved,
} from '@consult/shared';
import { reasonBody } from '@/features/moves/moves';
import { request } from '@/services/api';

/** GET /cases: the featured ones, latest first. */
export const listCases = (query: CaseQuery): Promise<Page<CaseSummary>> =>
  request('GET', '/cases', { query: { ...query } });

/** GET /cases/work: those in one state, for staff. */
export const listWorkCases = (query: CaseWorkQuery): Promise<Page<CaseSummary>> =>
  request('GET', '/cases/work', { query: { ...query } });

/** GET /topics/:id/case */
export const getCaseOfTopic = (topicId: string): Promise<CaseOfTopic> => request('GET', `/topics/${topicId}/case`);

/** GET /cases/:id */
export const getCase = (id: string): Promise<CaseDetail> => request('GET', `/cases/${id}`);

/** POST /cases: begun with what is known of the topic */
export const beginCase = (topicId: string, idempotencyKey: string): Promise<Created> =>
  request('POST', '/cases', { body: { topicId }, idempotencyKey });

/** PUT /cases/:id while it is being written */
export const writeCase = (id: string, body: CaseInput, idempotencyKey: string): Promise<Saved> =>
  request('PUT', `/cases/${id}`, { body, idempotencyKey });

/** POST /cases/:id/submit, /return, /feature, /withdraw */
export const moveCase = (id: string, action: CaseAction, reason: string, idempotencyKey: string): Promise<MoveResult> =>
  request('POST', `/cases/${id}/${action}`, { body: reasonBody(reason), idempotencyKey });
