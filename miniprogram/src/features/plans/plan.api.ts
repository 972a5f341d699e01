import type {
  Created,
  MoveReason,
  MoveResult,
  Page,
  PlanAction,
  PlanCreate,
  PlanDetail,
  PlanQuery,
  PlanSummary,
} from '@consult/shared';
import { request } from '@/services/api';

/** GET /plans: newest first; those not yet published only for the township's staff. */
export const listPlans = (query: PlanQuery): Promise<Page<PlanSummary>> =>
  request('GET', '/plans', { query: { ...query } });

/** GET /plans/:id */
export const getPlan = (id: string): Promise<PlanDetail> => request('GET', `/plans/${id}`);

/** POST /plans */
export const createPlan = (body: PlanCreate, idempotencyKey: string): Promise<Created> =>
  request('POST', '/plans', { body, idempotencyKey });

/** POST /plans/:id/propose, /party-approve, /party-send-back, /county-approve, /county-send-back, /publish */
export const movePlan = (id: string, action: PlanAction, body: MoveReason, key: string): Promise<MoveResult> =>
  request('POST', `/plans/${id}/${action.replace(/_/g, '-')}`, { body, idempotencyKey: key });

/** POST /topics/:id/shortlist */
export const shortlistTopic = (topicId: string, planId: string, idempotencyKey: string): Promise<MoveResult> =>
  request('POST', `/topics/${topicId}/shortlist`, { body: { planId }, idempotencyKey });
