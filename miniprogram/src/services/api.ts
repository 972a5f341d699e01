import { readAnswer } from './answers';
import { ApiError } from './api-error';
import { type Method, transport } from './http';
import { withToken } from './tokens';

const API_PATH = '/api/v1';
export const API_ROOT = `${API_ORIGIN}${API_PATH}`;
const TIMEOUT_MS = 15_000;

export type Query = Record<string, string | number | boolean | null | undefined>;

export interface RequestOptions {
  query?: Query;
  body?: unknown;
  /** Of a write; the same for each retry of one submission (see hooks/useSubmission). */
  idempotencyKey?: string;
}

/** `?a=1&b=2`, without empty values; '' when nothing is left. */
export function queryString(query: Query = {}): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/** The headers that say who asks and, for a write, which submission it is. */
export function requestHeaders(token: string | null, idempotencyKey?: string): Record<string, string> {
  return {
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
    ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
  };
}

async function send<T>(method: Method, path: string, options: RequestOptions, token: string | null): Promise<T> {
  const body = options.body === undefined ? undefined : JSON.stringify(options.body);
  const { status, data } = await transport({
    method,
    path: `${API_PATH}${path}${queryString(options.query)}`,
    header: {
      ...requestHeaders(token, options.idempotencyKey),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    body,
    timeoutMs: TIMEOUT_MS,
  });
  return readAnswer<T>(status, data);
}

/**
 * Asks the API. A read is tried again once when the server was not reached; a write never is by itself. A read of
 * somebody whose session ran out goes on as a visitor's: what is public stays readable.
 * @param path under /api/v1, with its slash
 * @throws ApiError
 */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const read = method === 'GET';
  const once = () => withToken((token) => send<T>(method, path, options, token), read);
  try {
    return await once();
  } catch (failure) {
    if (!read || !(failure instanceof ApiError) || !failure.unanswered) throw failure;
    return once();
  }
}

/** The address of a file that the API names by its path, such as an attachment's `thumbUrl`. */
export function assetUrl(path: string): string {
  return /^(https?|blob|data|wxfile):/.test(path) ? path : `${API_ORIGIN}${path}`;
}
