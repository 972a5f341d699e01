import { ERRORS, type ErrorBody, type ErrorCode } from '@consult/shared';
import Taro from '@tarojs/taro';
import { ApiError, unreachable } from './api-error';
import { currentSession, endSession } from './session';

export const API_ROOT = `${API_ORIGIN}/api/v1`;
const TIMEOUT_MS = 15_000;

/** WeChat's client has no PATCH. */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

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
export function requestHeaders(idempotencyKey?: string): Record<string, string> {
  const { token } = currentSession();
  return {
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
    ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
  };
}

function isErrorBody(data: unknown): data is ErrorBody {
  return typeof data === 'object' && data !== null && 'code' in data && 'message' in data;
}

/**
 * Reads an answer.
 * @throws ApiError for any status but 2xx; a 401 also ends the session
 */
export function readAnswer<T>(status: number, data: unknown): T {
  if (status >= 200 && status < 300) return data as T;
  const error = isErrorBody(data)
    ? new ApiError(data.code, data.message, status, data.details, data.requestId)
    : gatewayError(status);
  if (status === 401) endSession();
  throw error;
}

/** An answer that is not ours, from a proxy in between. */
function gatewayError(status: number): ApiError {
  const byStatus: Record<number, ErrorCode> = { 404: 'ROUTE.NOT_FOUND', 413: 'REQUEST.TOO_LARGE' };
  const code = byStatus[status] ?? (status >= 500 ? 'SERVER.UNREADY' : 'REQUEST.MALFORMED');
  return new ApiError(code, ERRORS[code].message, status);
}

async function send<T>(method: Method, path: string, options: RequestOptions): Promise<T> {
  const hasBody = options.body !== undefined;
  let answer: Taro.request.SuccessCallbackResult;
  try {
    answer = await Taro.request({
      url: `${API_ROOT}${path}${queryString(options.query)}`,
      method,
      // Sent as text: Taro turns an object of a GET or DELETE into a query.
      ...(hasBody ? { data: JSON.stringify(options.body) } : {}),
      header: {
        ...requestHeaders(options.idempotencyKey),
        ...(hasBody ? { 'Content-Type': 'application/json' } : {}),
      },
      dataType: 'json',
      timeout: TIMEOUT_MS,
    });
  } catch (failure) {
    const refused = failure as { status?: number; statusCode?: number };
    if (typeof refused.status === 'number' && refused.status >= 400) throw gatewayError(refused.status);
    throw unreachable();
  }
  return readAnswer<T>(answer.statusCode, answer.data);
}

/** A read of somebody whose session ran out goes on as a visitor's: what is public stays readable. */
const mayReadAgain = ({ code }: ApiError): boolean => code === 'NETWORK.UNREACHABLE' || code === 'AUTH.EXPIRED';

/**
 * Asks the API. A read is tried again once when the server was not reached; a write never is by itself.
 * @param path under /api/v1, with its slash
 * @throws ApiError
 */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  try {
    return await send<T>(method, path, options);
  } catch (failure) {
    const again = method === 'GET' && failure instanceof ApiError && mayReadAgain(failure);
    if (!again) throw failure;
    return send<T>(method, path, options);
  }
}

/** The address of a file that the API names by its path, such as an attachment's `thumbUrl`. */
export function assetUrl(path: string): string {
  return /^(https?|blob|data|wxfile):/.test(path) ? path : `${API_ORIGIN}${path}`;
}
