import { DAY_MS, MINUTE_MS } from '../time/china-time.js';
import { SIGN_IN_WAYS, type SignInWay } from './sign-in.ways.js';

export const SIGN_IN_WAY_LABELS: Readonly<Record<SignInWay, string>> = {
  demo: '演示登录',
  wechat: '微信登录',
  staff: '账号密码登录',
  qr: '扫码登录',
};

/** How long a sign-in lasts, ms. */
export interface SignInTerms {
  /** Of one access token. */
  readonly accessMs: number;
  /** Without any use after which it ends. */
  readonly idleMs: number;
  /** However much it is used; null: as long as it is used. */
  readonly wholeMs: number | null;
}

const RESIDENT_TERMS: SignInTerms = { accessMs: 30 * MINUTE_MS, idleMs: 30 * DAY_MS, wholeMs: null };

/** At a desk that others may sit down at: half an hour unused, and a working day in all. */
const DESK_TERMS: SignInTerms = { accessMs: 5 * MINUTE_MS, idleMs: 30 * MINUTE_MS, wholeMs: DAY_MS / 2 };

/** The terms of a way to sign in. */
export function signInTerms(way: SignInWay): SignInTerms {
  return way === 'staff' || way === 'qr' ? DESK_TERMS : RESIDENT_TERMS;
}

/** A refresh token that was used already still answers this long: its answer may have been lost on the way. */
export const REFRESH_GRACE_MS = MINUTE_MS;

/** The page of the app that a desktop's code opens. */
export const QR_PAGE = 'packages/me/let-in/index';
export const QR_LASTS_MS = 2 * MINUTE_MS;
export const STAFF_SETUP_MS = 10 * MINUTE_MS;

/** After so many wrong passwords or codes in a row an account is locked for a while. */
export const LOCKOUT = { failures: 5, ms: 15 * MINUTE_MS } as const;

export const PASSWORD_LIMITS = { min: 10, max: 64, kinds: 3, remembered: 5 } as const;
export const USERNAME_LIMITS = { min: 3, max: 32 } as const;
/** Small letters, digits, dot and hyphen, beginning with a letter. */
export const USERNAME_PATTERN = /^[a-z][a-z0-9.-]{2,31}$/;
export const DEVICE_MAX = 60;

const KINDS = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];

/** What is wrong with a password, for the user; null when it is good enough. */
export function passwordProblem(password: string, username: string): string | null {
  const { length } = [...password];
  if (length < PASSWORD_LIMITS.min || length > PASSWORD_LIMITS.max) {
    return `密码须有 ${PASSWORD_LIMITS.min} 到 ${PASSWORD_LIMITS.max} 位`;
  }
  if (KINDS.filter((kind) => kind.test(password)).length < PASSWORD_LIMITS.kinds) {
    return '密码须含大写字母、小写字母、数字、符号中的三种';
  }
  if (password.toLowerCase().includes(username.toLowerCase())) return '密码不能包含用户名';
  return null;
}

/** True for one of the ways to sign in. */
export function isSignInWay(word: string): word is SignInWay {
  return (SIGN_IN_WAYS as readonly string[]).includes(word);
}
