import type {
  MoveResult,
  OutcomeDetail,
  OutcomeInput,
  OutcomeInstruct,
  OutcomeQuery,
  OutcomeSend,
  OutcomeSummary,
  Page,
} from '@consult/shared';
import { request } from '@/services/api';

/** GET /outcomes: the published ones, newest first. */
export const listOutcomes = (query: OutcomeQuery): Promise<Page<OutcomeSummary>> =>
  request('GET', '/outcomes', { query: { ...query } });

/** GET /outcomes/work: also those being drafted, for a region's staff. */
export const listWorkOutcomes = (query: OutcomeQuery): Promise<Page<OutcomeSummary>> =>
  request('GET', '/outcomes/work', { query: { ...query } });

/** GET /outcomes/:id */
export const getOutcome = (id: string): Promise<OutcomeDetail> => request('GET', `/outcomes/${id}`);

/** PUT /outcomes/:id while it is drafted */
export const writeOutcome = (id: string, body: OutcomeInput, idempotencyKey: string): Promise<unknown> =>
  request('PUT', `/outcomes/${id}`, { body, idempotencyKey });

/** Moves that take nothing. */
export type OutcomeMove = 'publish' | 'assign' | 'assign-directly';

/** POST /outcomes/:id/publish, /assign, /assign-directly */
export const moveOutcome = (id: string, move: OutcomeMove, idempotencyKey: string): Promise<MoveResult> =>
  request('POST', `/outcomes/${id}/${move}`, { idempotencyKey });

/** POST /outcomes/:id/send */
export const sendOutcome = (id: string, body: OutcomeSend, idempotencyKey: string): Promise<MoveResult> =>
  request('POST', `/outcomes/${id}/send`, { body, idempotencyKey });

/** POST /outcomes/:id/instruct */
export const instructOutcome = (id: string, body: OutcomeInstruct, idempotencyKey: string): Promise<MoveResult> =>
  request('POST', `/outcomes/${id}/instruct`, { body, idempotencyKey });
