import type { RetryClass } from '../wechat-error.js';

/** How long a quota stays used up. */
export type QuotaSpan = 'second' | 'minute' | 'day';

export interface Errcode {
  readonly retryClass: RetryClass;
  /** Q alone. */
  readonly span?: QuotaSpan;
}

const R: Errcode = { retryClass: 'R' };
const T: Errcode = { retryClass: 'T' };
const U: Errcode = { retryClass: 'U' };
const P: Errcode = { retryClass: 'P' };
const Q = (span: QuotaSpan): Errcode => ({ retryClass: 'Q', span });

/** WeChat's refusals and what each asks of the caller, as its documents list them for the calls that are used here. */
export const ERRCODES: Readonly<Record<number, Errcode>> = {
  [-1]: R, // busy
  40001: T, // access token no longer good
  40002: P, // grant type
  40003: P, // openid
  40004: P, // media type
  40013: P, // appid
  40014: T, // access token malformed
  40029: U, // login or phone code unknown or out of date
  40037: P, // template
  40097: P, // argument
  40125: P, // secret
  40129: P, // scene
  40163: U, // login code was used before
  40164: P, // address not among those that may call
  40165: P, // path of a link
  40169: P, // length of a scene
  40212: P, // query of a link
  40226: P, // person blocked as high-risk
  40243: P, // secret frozen
  41001: P, // access token missing
  41002: P, // appid missing
  41004: P, // secret missing
  41008: P, // login code missing
  41030: P, // page
  42001: T, // access token out of date
  43002: P, // to be sent by POST
  43101: U, // not subscribed, or used up
  43104: P, // openid of another appid
  43107: P, // subscription messages banned
  43108: R, // another message to the same person is on its way
  44002: P, // body empty
  44990: Q('second'),
  44991: Q('minute'),
  44993: Q('day'),
  45009: Q('day'),
  45011: Q('minute'),
  45168: P, // a sensitive word in a message
  47001: P, // body is no JSON
  47003: P, // a field of a message
  48001: P, // no permission for the call
  50004: P, // no permission for stable_token
  50007: P, // account frozen
  61010: U, // not active within two hours
  61024: P, // token of a third-party platform
  85079: P, // no released version
  85096: P, // not a page of the mini-program
  85401: P, // end of a link
  85402: P, // version of a link
  85406: Q('day'), // links opened too often today
  85407: P,
  85408: P,
  87014: P, // the first version of the text check: risky
  87020: P, // the same check was asked for already
  89503: P, // waits for the administrator's confirmation
  89506: P, // refused by the administrator
  89507: P, // refused by the administrator for today
};

/** Where a code means something else than usual, by the end of the path. */
const BY_PATH: Readonly<Record<string, Readonly<Record<number, Errcode>>>> = {
  // 5000 codes a minute; there is no limit a day.
  '/wxa/getwxacodeunlimit': { 45009: Q('minute') },
};

/** What a refusal asks of the caller; one that nobody knows asks for a look. */
export function errcodeOf(path: string, errcode: number): Errcode {
  return BY_PATH[path]?.[errcode] ?? ERRCODES[errcode] ?? P;
}
