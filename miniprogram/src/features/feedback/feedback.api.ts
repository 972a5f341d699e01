import type { Created, FeedbackInput, FeedbackQuery, FeedbackView, Page } from '@consult/shared';
import { request } from '@/services/api';

/** POST /feedback (投诉建议) */
export const giveFeedback = (body: FeedbackInput, idempotencyKey: string): Promise<Created> =>
  request('POST', '/feedback', { body, idempotencyKey });

/** GET /feedback/mine */
export const listMyFeedback = (after: string | null): Promise<Page<FeedbackView>> =>
  request('GET', '/feedback/mine', { query: { after } });

/** GET /feedback */
export const listFeedback = (query: FeedbackQuery): Promise<Page<FeedbackView>> =>
  request('GET', '/feedback', { query: { ...query } });

/** POST /feedback/:feedbackId/take */
export const takeFeedback = (id: string, idempotencyKey: string): Promise<unknown> =>
  request('POST', `/feedback/${id}/take`, { idempotencyKey });

/** POST /feedback/:feedbackId/answer */
export const answerFeedback = (id: string, answer: string, idempotencyKey: string): Promise<unknown> =>
  request('POST', `/feedback/${id}/answer`, { body: { answer }, idempotencyKey });
