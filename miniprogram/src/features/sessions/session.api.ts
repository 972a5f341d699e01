import type {
  Created,
  MoveReason,
  MoveResult,
  MySessionSummary,
  Page,
  PersonView,
  Role,
  SessionCheckIn,
  SessionClash,
  SessionClashQuery,
  SessionComposition,
  SessionDetail,
  SessionDoor,
  SessionEdit,
  SessionGuest,
  SessionInput,
  SessionInvite,
  SessionParticipant,
  SessionQuery,
  SessionRearrange,
  SessionRoll,
  SessionSignUp,
  SessionSummary,
} from '@consult/shared';
import { request } from '@/services/api';

type After = string | null;

/** GET /sessions */
export const listSessions = (query: SessionQuery): Promise<Page<SessionSummary>> =>
  request('GET', '/sessions', { query: { ...query } });

/** GET /sessions/mine: those whose list I am on, or that I chair, record or called. */
export const listMySessions = (after: After): Promise<Page<MySessionSummary>> =>
  request('GET', '/sessions/mine', { query: { after } });

/** GET /sessions/work: also those in preparation. */
export const listWorkSessions = (region: string, after: After): Promise<Page<SessionSummary>> =>
  request('GET', '/sessions/work', { query: { region, after } });

/** GET /sessions/clashes: what else is on at a time, in the same room or with the same people. */
export const findClashes = (query: SessionClashQuery): Promise<SessionClash[]> =>
  request('GET', '/sessions/clashes', { query: { ...query } });

/** GET /sessions/:id */
export const getSession = (id: string): Promise<SessionDetail> => request('GET', `/sessions/${id}`);

/** POST /sessions */
export const createSession = (body: SessionInput, idempotencyKey: string): Promise<Created> =>
  request('POST', '/sessions', { body, idempotencyKey });

/** PUT /sessions/:id */
export const updateSession = (id: string, body: SessionEdit, idempotencyKey: string): Promise<unknown> =>
  request('PUT', `/sessions/${id}`, { body, idempotencyKey });

/** POST /sessions/:id/rearrange */
export const rearrangeSession = (id: string, body: SessionRearrange, idempotencyKey: string): Promise<unknown> =>
  request('POST', `/sessions/${id}/rearrange`, { body, idempotencyKey });

/** The moves that people make; `record` follows from publishing the minutes. */
export type SessionMove = 'announce' | 'start' | 'end' | 'postpone' | 'cancel';

/** POST /sessions/:id/announce, /start, /end, /postpone, /cancel */
export const moveSession = (id: string, move: SessionMove, body: MoveReason, key: string): Promise<MoveResult> =>
  request('POST', `/sessions/${id}/${move}`, { body, idempotencyKey: key });

/** POST /sessions/:id/sign-up */
export const signUp = (id: string, body: SessionSignUp, idempotencyKey: string): Promise<unknown> =>
  request('POST', `/sessions/${id}/sign-up`, { body, idempotencyKey });

/** DELETE /sessions/:id/sign-up: gives the seat, or the place in the queue, back. */
export const giveBackSeat = (id: string, idempotencyKey: string): Promise<unknown> =>
  request('DELETE', `/sessions/${id}/sign-up`, { idempotencyKey });

/** GET /sessions/:id/participants */
export const listParticipants = (id: string, after: After): Promise<Page<SessionParticipant>> =>
  request('GET', `/sessions/${id}/participants`, { query: { after, limit: 50 } });

/** GET /sessions/:id/composition: who is missing, in numbers. */
export const getComposition = (id: string): Promise<SessionComposition> =>
  request('GET', `/sessions/${id}/composition`);

/** POST /sessions/:id/participants */
export const invite = (id: string, body: SessionInvite, idempotencyKey: string): Promise<unknown> =>
  request('POST', `/sessions/${id}/participants`, { body, idempotencyKey });

/** POST /sessions/:id/guests */
export const addGuest = (id: string, body: SessionGuest, idempotencyKey: string): Promise<unknown> =>
  request('POST', `/sessions/${id}/guests`, { body, idempotencyKey });

/** DELETE /sessions/:id/participants/:participantId */
export const removeParticipant = (id: string, participantId: string, idempotencyKey: string): Promise<unknown> =>
  request('DELETE', `/sessions/${id}/participants/${participantId}`, { idempotencyKey });

/** POST /sessions/:id/roll */
export const callRoll = (id: string, body: SessionRoll, idempotencyKey: string): Promise<unknown> =>
  request('POST', `/sessions/${id}/roll`, { body, idempotencyKey });

/** GET /sessions/:id/door */
export const getDoor = (id: string): Promise<SessionDoor> => request('GET', `/sessions/${id}/door`);

/** POST /sessions/:id/check-in */
export const checkIn = (id: string, body: SessionCheckIn, idempotencyKey: string): Promise<unknown> =>
  request('POST', `/sessions/${id}/check-in`, { body, idempotencyKey });

/** GET /people: whom one can invite or name, by name; with a role only who holds it. */
export const findPeople = (region: string, q: string, role: Role | null, after: After): Promise<Page<PersonView>> =>
  request('GET', '/people', { query: { region, q, role, after, limit: 50 } });
