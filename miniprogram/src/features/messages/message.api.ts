import type { DeadLetter, MessageCount, MessageView, Page } from '@consult/shared';
import { request } from '@/services/api';

/** GET /messages: what I was told, newest first. */
export const listMessages = (after: string | null): Promise<Page<MessageView>> =>
  request('GET', '/messages', { query: { after } });

/** POST /messages/:id/read */
export const readMessage = (id: string, idempotencyKey: string): Promise<MessageCount> =>
  request('POST', `/messages/${id}/read`, { body: {}, idempotencyKey });

/** POST /messages/read-all */
export const readAllMessages = (idempotencyKey: string): Promise<MessageCount> =>
  request('POST', '/messages/read-all', { body: {}, idempotencyKey });

/** GET /messages/dead-letters: background work that was given up, the latest first. */
export const listDeadLetters = (after: string | null): Promise<Page<DeadLetter>> =>
  request('GET', '/messages/dead-letters', { query: { after } });

/** POST /messages/dead-letters/:id/retry */
export const retryDeadLetter = (id: string, idempotencyKey: string): Promise<unknown> =>
  request('POST', `/messages/dead-letters/${id}/retry`, { body: {}, idempotencyKey });
