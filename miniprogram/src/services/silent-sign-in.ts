import Taro from '@tarojs/taro';
import { ApiError } from './api-error';
import { askToSignIn, hasSignedOut, keepSession } from './identity';
import { isTimelineView } from './launch';
import { currentSession, onSessionChange } from './session';

const LOGIN_TIMEOUT_MS = 8000;
/** A code is good once and for a few minutes: where it is spent, or may be as the answer was lost, another is asked for. */
const CODES_MAX = 2;

let attempt: Promise<boolean> | null = null;

const worthAnotherCode = (failure: unknown): boolean =>
  failure instanceof ApiError && (failure.unanswered || failure.code === 'WECHAT.AGAIN');

async function signInWithCode(): Promise<boolean> {
  for (let used = 0; used < CODES_MAX; used += 1) {
    try {
      const { code } = await Taro.login({ timeout: LOGIN_TIMEOUT_MS });
      const answer = await askToSignIn({ provider: 'wechat', credential: code });
      // Somebody may have chosen who to be meanwhile.
      if (!currentSession().signedIn) keepSession(answer);
      return true;
    } catch (failure) {
      if (!worthAnotherCode(failure)) return false;
    }
  }
  return false;
}

/**
 * Signs somebody in by their WeChat account, with nothing to see; only in WeChat.
 * @returns whether somebody is signed in now; false asks for nothing: what is public can be read without
 */
export function signInSilently(): Promise<boolean> {
  if (currentSession().signedIn) return Promise.resolve(true);
  if (process.env.TARO_ENV !== 'weapp' || isTimelineView()) return Promise.resolve(false);
  attempt ??= signInWithCode().finally(() => {
    attempt = null;
  });
  return attempt;
}

/** At the app's start, and whenever a session ran out: pages never wait for it. */
export function staySignedIn(): void {
  const again = () => {
    if (!currentSession().signedIn && !hasSignedOut()) void signInSilently();
  };
  onSessionChange(again);
  again();
}
