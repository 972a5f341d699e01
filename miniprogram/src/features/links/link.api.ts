import type { Link, NewLink } from '@consult/shared';
import { API_ROOT, request } from '@/services/api';

/** Where a short name leads. */
export const findLink = (short: string) => request<Link>('GET', `/links/${encodeURIComponent(short)}`);

/** POST /links: the short name of a place in the app. */
export const makeLink = (body: NewLink, idempotencyKey: string): Promise<Link> =>
  request('POST', '/links', { body, idempotencyKey });

/** The address of the mini-program code (小程序码) of a short name, a picture. */
export const codePicture = (short: string): string => `${API_ROOT}/links/${encodeURIComponent(short)}/code`;
