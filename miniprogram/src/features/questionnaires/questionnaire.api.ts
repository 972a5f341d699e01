import type {
  Created,
  MoveResult,
  Page,
  QuestionnaireAction,
  QuestionnaireDetail,
  QuestionnaireEdit,
  QuestionnaireInput,
  QuestionnaireResults,
  Saved,
  SheetInput,
  SheetReceipt,
  WrittenAnswer,
} from '@consult/shared';
import { request } from '@/services/api';

/** GET /questionnaires/:id */
export const getQuestionnaire = (id: string): Promise<QuestionnaireDetail> => request('GET', `/questionnaires/${id}`);

/** POST /research/:id/questionnaires */
export const createQuestionnaire = (
  researchId: string,
  body: QuestionnaireInput,
  idempotencyKey: string,
): Promise<Created> => request('POST', `/research/${researchId}/questionnaires`, { body, idempotencyKey });

/** PUT /questionnaires/:id */
export const updateQuestionnaire = (id: string, body: QuestionnaireEdit, idempotencyKey: string): Promise<Saved> =>
  request('PUT', `/questionnaires/${id}`, { body, idempotencyKey });

/** POST /questionnaires/:id/open, /close, /drop */
export const moveQuestionnaire = (id: string, move: QuestionnaireAction, idempotencyKey: string): Promise<MoveResult> =>
  request('POST', `/questionnaires/${id}/${move}`, { body: {}, idempotencyKey });

/** POST /questionnaires/:id/answers */
export const sendSheet = (id: string, body: SheetInput, idempotencyKey: string): Promise<SheetReceipt> =>
  request('POST', `/questionnaires/${id}/answers`, { body, idempotencyKey });

/** GET /questionnaires/:id/results */
export const getResults = (id: string): Promise<QuestionnaireResults> =>
  request('GET', `/questionnaires/${id}/results`);

/** GET /questionnaires/:id/questions/:questionId/texts */
export const listTexts = (id: string, questionId: string, after: string | null): Promise<Page<WrittenAnswer>> =>
  request('GET', `/questionnaires/${id}/questions/${questionId}/texts`, { query: { after } });

/** GET /questionnaires/:id/answers.csv: the text of the file. */
export const getTable = (id: string): Promise<string> => request('GET', `/questionnaires/${id}/answers.csv`);
