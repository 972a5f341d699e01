import type { NewOpenKey, OpenKeyInput, OpenKeyView, Page } from '@consult/shared';
import { request } from '@/services/api';

/** GET /open-keys: of a county, the latest first. */
export const listOpenKeys = (region: string, after: string | null): Promise<Page<OpenKeyView>> =>
  request('GET', '/open-keys', { query: { region, after } });

/** POST /open-keys: the answer alone says the whole key. */
export const makeOpenKey = (body: OpenKeyInput, idempotencyKey: string): Promise<NewOpenKey> =>
  request('POST', '/open-keys', { body, idempotencyKey });

/** DELETE /open-keys/:id: it no longer works. */
export const endOpenKey = (id: string, idempotencyKey: string): Promise<void> =>
  request('DELETE', `/open-keys/${id}`, { idempotencyKey });
