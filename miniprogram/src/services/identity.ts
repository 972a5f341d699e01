import type { Me, SignedIn, SignIn } from '@consult/shared';
import { uuid } from '../utils/uuid';
import { request } from './api';
import { currentSession, endSession, startSession, updateMe } from './session';
import { createStoredStore } from './store';

/** True after somebody signed out: they are not signed in again behind their back. */
const left = createStoredStore<boolean>('signed-out', false, (found): found is boolean => typeof found === 'boolean');

/** Whether somebody signed out on this device and has not asked to be signed in since. */
export const hasSignedOut = left.get;

/**
 * Asks the server to let somebody in; keeps nothing yet.
 * @throws ApiError
 */
export const askToSignIn = (body: SignIn): Promise<SignedIn> =>
  request<SignedIn>('POST', '/identity/sign-in', { body, idempotencyKey: uuid() });

/** Keeps a session on this device. */
export function keepSession({ me, ...tokens }: SignedIn): Me {
  left.set(false);
  startSession(tokens, me);
  return me;
}

/**
 * Signs somebody in and keeps the session on this device.
 * @throws ApiError
 */
export const signIn = async (body: SignIn): Promise<Me> => keepSession(await askToSignIn(body));

/** Ends the session, here at once and on the server as soon as it is reached. */
export function signOut(): void {
  left.set(true);
  // Asked for while the token is still here; without the server it ends by itself.
  request('POST', '/identity/sign-out', { idempotencyKey: uuid() }).catch(() => undefined);
  endSession();
}

/** Forgets a session that the server has ended already, as with the account itself. */
export function forgetSession(): void {
  left.set(true);
  endSession();
}

/** Asks again who we are, since roles may have been granted or taken meanwhile; does nothing for a visitor. */
export async function refreshMe(): Promise<void> {
  if (!currentSession().signedIn) return;
  updateMe(await request<Me>('GET', '/me'));
}
