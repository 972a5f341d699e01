import type { ErrorCode, ErrorDetails, FieldError } from '@consult/shared';

/** The one code that does not come from the server: it was not reached, or did not answer in time. */
export type ApiErrorCode = ErrorCode | 'NETWORK.UNREACHABLE';

/** Why a request failed; `message` is Chinese and may be shown as it is. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly code: ApiErrorCode,
    message: string,
    readonly status: number,
    readonly details: ErrorDetails = {},
    readonly requestId: string | null = null,
  ) {
    super(message);
  }

  /** What is wrong with each field, by its name (of REQUEST.INVALID). */
  get fields(): Record<string, string> {
    const fields = (this.details.fields ?? []) as FieldError[];
    return Object.fromEntries(fields.map(({ field, message }) => [field, message]));
  }

  /** True where the server was not reached, or a proxy in between answered for it: our own answers name their request. */
  get unanswered(): boolean {
    const byProxy = this.requestId === null && [502, 503, 504].includes(this.status);
    return this.code === 'NETWORK.UNREACHABLE' || byProxy;
  }

  /** True where the same request may well succeed later. */
  get retryable(): boolean {
    return this.code === 'NETWORK.UNREACHABLE' || this.status >= 500 || this.status === 429;
  }
}

/** @returns the error of a request that got no answer */
export function unreachable(): ApiError {
  return new ApiError('NETWORK.UNREACHABLE', '网络不通，请检查后重试', 0);
}

/** Anything thrown, as something that can be shown. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  console.error(thrown);
  return new ApiError('SERVER.FAULT', '页面出了点问题，请退出后重试', 500);
}
