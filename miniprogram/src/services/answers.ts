import { ERRORS, type ErrorBody, type ErrorCode } from '@consult/shared';
import { ApiError } from './api-error';

/** Ours names its request; what a server says while it stops has a code and a message, too, in English. */
function isErrorBody(data: unknown): data is ErrorBody {
  return typeof data === 'object' && data !== null && 'code' in data && 'message' in data && 'requestId' in data;
}

/** An answer that is not ours, from a proxy in between or from a server that stops. */
function gatewayError(status: number): ApiError {
  const byStatus: Record<number, ErrorCode> = { 404: 'ROUTE.NOT_FOUND', 413: 'REQUEST.TOO_LARGE' };
  const code = byStatus[status] ?? (status >= 500 ? 'SERVER.UNREADY' : 'REQUEST.MALFORMED');
  return new ApiError(code, ERRORS[code].message, status);
}

/**
 * Reads an answer.
 * @throws ApiError for any status but 2xx
 */
export function readAnswer<T>(status: number, data: unknown): T {
  if (status >= 200 && status < 300) return data as T;
  throw isErrorBody(data)
    ? new ApiError(data.code, data.message, status, data.details, data.requestId)
    : gatewayError(status);
}
