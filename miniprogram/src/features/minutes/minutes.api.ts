import type {
  Created,
  MinutesComparison,
  MinutesDetail,
  MinutesDraft,
  MinutesHeld,
  MinutesInput,
  MinutesObject,
  MinutesSaved,
  MinutesSummary,
  MinutesVerification,
  MoveReason,
  MoveResult,
  ObjectionAnswer,
  Page,
  SignatoriesChange,
} from '@consult/shared';
import { request } from '@/services/api';

/** GET /minutes: the published ones, newest first. */
export const listMinutes = (region: string, after: string | null): Promise<Page<MinutesSummary>> =>
  request('GET', '/minutes', { query: { region, after } });

/** GET /minutes/:id */
export const getMinutes = (id: string): Promise<MinutesDetail> => request('GET', `/minutes/${id}`);

/** The moves that people make by themselves; `countersign` is taken by the last signature. */
export type MinutesMove = 'circulate' | 'revise' | 'publish';

/** POST /minutes/:id/circulate, /revise, /publish */
export const moveMinutes = (id: string, move: MinutesMove, body: MoveReason, key: string): Promise<MoveResult> =>
  request('POST', `/minutes/${id}/${move}`, { body, idempotencyKey: key });

/** POST /minutes/:id/objections */
export const objectToMinutes = (id: string, body: MinutesObject, idempotencyKey: string): Promise<unknown> =>
  request('POST', `/minutes/${id}/objections`, { body, idempotencyKey });

/** POST /minutes/:id/objections/:objectionId/answer */
export const answerObjection = (
  id: string,
  objectionId: string,
  body: ObjectionAnswer,
  idempotencyKey: string,
): Promise<unknown> => request('POST', `/minutes/${id}/objections/${objectionId}/answer`, { body, idempotencyKey });

/** POST /minutes/:id/sign */
export const signMinutes = (id: string, idempotencyKey: string): Promise<unknown> =>
  request('POST', `/minutes/${id}/sign`, { body: {}, idempotencyKey });

/** PUT /minutes/:id/held */
export const setHeld = (id: string, body: MinutesHeld, idempotencyKey: string): Promise<MoveResult> =>
  request('PUT', `/minutes/${id}/held`, { body, idempotencyKey });

/** PUT /minutes/:id/signatories: who signs from now on. */
export const changeSignatories = (id: string, body: SignatoriesChange, idempotencyKey: string): Promise<MoveResult> =>
  request('PUT', `/minutes/${id}/signatories`, { body, idempotencyKey });

/** POST /minutes/:id/correct: a new version that starts as a draft. */
export const correctMinutes = (id: string, body: MoveReason, idempotencyKey: string): Promise<Created> =>
  request('POST', `/minutes/${id}/correct`, { body, idempotencyKey });

/** PUT /minutes/:id: joined with what others have written since. */
export const writeMinutes = (id: string, body: MinutesInput, idempotencyKey: string): Promise<MinutesSaved> =>
  request('PUT', `/minutes/${id}`, { body, idempotencyKey });

/** GET /minutes/:id/draft: without the text where `revision` still is what is kept. */
export const getDraft = (id: string, revision?: number): Promise<MinutesDraft> =>
  request('GET', `/minutes/${id}/draft`, { query: { revision } });

/** GET /minutes/:id/compare/:otherId */
export const compareMinutes = (id: string, otherId: string): Promise<MinutesComparison> =>
  request('GET', `/minutes/${id}/compare/${otherId}`);

/** GET /minutes/verify/:code */
export const verifyMinutes = (code: string): Promise<MinutesVerification> => request('GET', `/minutes/verify/${code}`);
