import type {
  Created,
  MoveReason,
  MoveResult,
  Page,
  ResearchDetail,
  ResearchEdit,
  ResearchInput,
  ResearchOfSubject,
  ResearchQuery,
  ResearchReport,
  ResearchSummary,
  Saved,
  VisitInput,
} from '@consult/shared';
import { request } from '@/services/api';

/** GET /research?topicId= or sessionId= */
export const listResearch = (query: ResearchQuery): Promise<ResearchOfSubject> =>
  request('GET', '/research', { query: { ...query } });

/** GET /research/mine: those in whose group I am. */
export const listMyResearch = (after: string | null): Promise<Page<ResearchSummary>> =>
  request('GET', '/research/mine', { query: { after } });

/** GET /research/:id */
export const getResearch = (id: string): Promise<ResearchDetail> => request('GET', `/research/${id}`);

/** POST /research */
export const createResearch = (body: ResearchInput, idempotencyKey: string): Promise<Created> =>
  request('POST', '/research', { body, idempotencyKey });

/** PUT /research/:id */
export const updateResearch = (id: string, body: ResearchEdit, idempotencyKey: string): Promise<Saved> =>
  request('PUT', `/research/${id}`, { body, idempotencyKey });

/** PUT /research/:id/report */
export const writeReport = (id: string, body: ResearchReport, idempotencyKey: string): Promise<Saved> =>
  request('PUT', `/research/${id}/report`, { body, idempotencyKey });

/** POST /research/:id/visits */
export const addVisit = (id: string, body: VisitInput, idempotencyKey: string): Promise<Created> =>
  request('POST', `/research/${id}/visits`, { body, idempotencyKey });

/** DELETE /research/:id/visits/:visitId */
export const removeVisit = (id: string, visitId: string, idempotencyKey: string): Promise<unknown> =>
  request('DELETE', `/research/${id}/visits/${visitId}`, { idempotencyKey });

/** The last part of a move's route. */
export type ResearchMove = 'start' | 'report' | 'send-back' | 'finish' | 'reopen' | 'withdraw';

/** POST /research/:id/start, /report, /send-back, /finish, /reopen, /withdraw */
export const moveResearch = (id: string, move: ResearchMove, body: MoveReason, key: string): Promise<MoveResult> =>
  request('POST', `/research/${id}/${move}`, { body, idempotencyKey: key });

/** POST /research/:id/carry */
export const carryQuestions = (id: string, sessionId: string, idempotencyKey: string): Promise<MoveResult> =>
  request('POST', `/research/${id}/carry`, { body: { sessionId }, idempotencyKey });
