import type { Created, DrawEntryInput, DrawInput, DrawTicket, SessionDraws } from '@consult/shared';
import { request } from '@/services/api';

/** GET /sessions/:id/draws */
export const listDraws = (sessionId: string): Promise<SessionDraws> => request('GET', `/sessions/${sessionId}/draws`);

/** POST /sessions/:id/draws */
export const openDraw = (sessionId: string, body: DrawInput, idempotencyKey: string): Promise<Created> =>
  request('POST', `/sessions/${sessionId}/draws`, { body, idempotencyKey });

/** POST /sessions/:id/draws/draw */
export const drawNow = (sessionId: string, idempotencyKey: string): Promise<unknown> =>
  request('POST', `/sessions/${sessionId}/draws/draw`, { idempotencyKey });

/** POST /sessions/:id/draws/entries */
export const enterDraw = (sessionId: string, body: DrawEntryInput, idempotencyKey: string): Promise<DrawTicket> =>
  request('POST', `/sessions/${sessionId}/draws/entries`, { body, idempotencyKey });

/** DELETE /sessions/:id/draws/entries */
export const leaveDraw = (sessionId: string, idempotencyKey: string): Promise<unknown> =>
  request('DELETE', `/sessions/${sessionId}/draws/entries`, { idempotencyKey });
