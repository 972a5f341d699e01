import type { SignedIn } from '@consult/shared';
import { uuid } from '../utils/uuid';
import { readAnswer } from './answers';
import { ApiError } from './api-error';
import { transport } from './http';
import { currentSession, endSession, readSessionAgain, startSession } from './session';

/** Under this a token is renewed before it is used, so that it does not end on its way. */
const RENEW_BEFORE_MS = 60_000;
const TIMEOUT_MS = 15_000;
const LOCK = 'session-renewal';

/** A device whose clock is wrong takes every new token for an old one; the server's refusals then tell alone. */
let clockIsOff = false;
let renewal: Promise<string | null> | null = null;

const looksOld = (expiresAt: number): boolean => expiresAt - Date.now() < RENEW_BEFORE_MS;

/** One at a time among all tabs of a browser, where it can tell them apart. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  const locks = process.env.TARO_ENV === 'h5' ? navigator.locks : undefined;
  return locks ? (locks.request(LOCK, async () => work()) as Promise<T>) : work();
}

/** @throws ApiError */
async function refresh(refreshToken: string): Promise<SignedIn> {
  const { status, data } = await transport({
    method: 'POST',
    path: '/api/v1/identity/refresh',
    header: { 'Content-Type': 'application/json', 'Idempotency-Key': uuid() },
    body: JSON.stringify({ refreshToken }),
    timeoutMs: TIMEOUT_MS,
  });
  return readAnswer<SignedIn>(status, data);
}

/** The token that another tab got meanwhile; null when `used` is still the last one. */
function newerThan(used: string): string | null {
  readSessionAgain();
  const now = currentSession().tokens?.token ?? null;
  return now === used ? null : now;
}

async function renew(used: string): Promise<string | null> {
  const newer = newerThan(used);
  if (newer !== null) return newer;
  const { tokens } = currentSession();
  if (tokens === null) return null;
  try {
    const { me, ...next } = await refresh(tokens.refreshToken);
    // Signed out, or somebody else now: they keep what they have.
    const now = currentSession().tokens;
    if (now?.token !== used) return now?.token ?? null;
    startSession(next, me);
    clockIsOff = looksOld(next.expiresAt);
    return next.token;
  } catch (failure) {
    const refused = failure instanceof ApiError && (failure.status === 401 || failure.status === 403);
    if (!refused) throw failure;
    const others = newerThan(used);
    if (others === null) endSession();
    return others;
  }
}

/** A token in place of one that ends or was refused; null when the session is over. However many ask, once. */
function tokenInsteadOf(used: string): Promise<string | null> {
  renewal ??= alone(() => renew(used)).finally(() => {
    renewal = null;
  });
  return renewal;
}

/**
 * Sends something with a token that is good: renewed before it ends, and once more when the server refuses it, after
 * which the same is sent again once.
 * @param send gets the token, null for a visitor
 * @param asVisitor whether somebody whose session is over still gets it, as a visitor
 * @throws ApiError AUTH.EXPIRED when the session is over
 */
export async function withToken<T>(send: (token: string | null) => Promise<T>, asVisitor: boolean): Promise<T> {
  const { tokens } = currentSession();
  if (tokens === null) return send(null);
  const ahead = !clockIsOff && looksOld(tokens.expiresAt);
  const token = ahead ? await tokenInsteadOf(tokens.token) : tokens.token;
  try {
    return await send(token);
  } catch (failure) {
    if (token === null || !(failure instanceof ApiError) || failure.code !== 'AUTH.EXPIRED') throw failure;
    const next = await tokenInsteadOf(token);
    if (next === null && !asVisitor) throw failure;
    return send(next);
  }
}
