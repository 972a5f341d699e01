import { CodedError } from '../common/errors/coded-error.js';

/**
 * What a refusal of WeChat's asks of the caller.
 * R: passing, was tried again already. T: the token was no good, also a fresh one. Q: quota, not before `until`.
 * U: the user has to do something (sign in again, subscribe, be active). P: permanent, somebody must look at it.
 */
export type RetryClass = 'R' | 'T' | 'Q' | 'U' | 'P';

/** No answer at all: connection, time-out or an answer that is not one of WeChat's. */
export const NO_ANSWER = -1000;

/** A refusal of WeChat's, or no answer. Its message holds no secret, token, code or phone number. */
export class WechatError extends Error {
  constructor(
    readonly errcode: number,
    readonly retryClass: RetryClass,
    /** WeChat's own words, e.g. which field of a template was wrong. */
    readonly errmsg: string,
    /** WeChat's id of the request, to quote to its support. */
    readonly rid: string | null = null,
    /** Q alone: when the quota may be tried again, ms since 1970. */
    readonly until: number | null = null,
  ) {
    super(`WeChat ${errcode} (${retryClass}) ${errmsg}${rid === null ? '' : ` rid ${rid}`}`);
  }
}

/** What a user is told of it: their turn, too busy, or out of order. */
export function toCodedError(error: WechatError): CodedError {
  if (error.retryClass === 'U') return new CodedError('WECHAT.AGAIN');
  return new CodedError(error.retryClass === 'Q' || error.retryClass === 'R' ? 'WECHAT.BUSY' : 'WECHAT.REFUSED');
}
