import type { OpenRecord } from './open-data.columns.js';

/** GET /open/:dataset */
export interface OpenPage {
  items: OpenRecord[];
  /** Pass as `after` for the next page; null after the last. */
  nextAfter: string | null;
  licence: string;
}

/** Rows on one page of the read API. */
export const OPEN_PAGE_MAX = 50;

/** The header that carries a key. */
export const OPEN_KEY_HEADER = 'x-open-key';

/** Requests a minute: from one address without a key, and with one. */
export const OPEN_LIMITS = { rows: { without: 30, withKey: 600 }, files: { without: 10, withKey: 60 } } as const;
